import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** One endpoint serves the VPC. */
export const instanceConnectEndpointTwice: Rule<"instance-connect-endpoint-twice"> = {
  id: "instance-connect-endpoint-twice",
  severity: "error",
  title: "A VPC has one EC2 Instance Connect endpoint.",
  why: "AWS allows one for a VPC, and raises this quota for nobody. One is enough: it reaches hosts in every subnet, by the families of its own one, so that a dual-stack endpoint reaches all.",
  sources: [vpcEndpointFacts.instanceConnectEndpointQuota],
  check({ instanceConnectEndpoints }, report) {
    const [first, ...others] = instanceConnectEndpoints;
    for (const { name, path } of others) {
      report(
        atKey(path),
        `EC2 Instance Connect endpoint "${name}" is a second one beside "${first?.name}"`,
        "keep one, in a dual-stack tier",
      );
    }
  },
};
