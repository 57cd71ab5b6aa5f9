import type { Node } from "../../topology/nodes.ts";
import { answerOf } from "../read-vpcs.ts";
import { referents } from "../referents.ts";
import { anyIpv4, anyIpv6, groupsOf, interfacesIn, type NodeReading, nodeOf } from "./node-reading.ts";

/** The functions that stand in a VPC; the others meet no network of the document. */
export function functionsOf(context: NodeReading): readonly Node[] {
  const { reading } = context;
  return reading.index.ofType("aws_lambda_function").flatMap((resource) => {
    const { known, isComplete } = reading.fields(resource).blocks("vpc_config");
    const [network] = known;
    if (network === undefined) {
      if (!isComplete)
        reading.leaveOut(resource, "whether it stands in a VPC is known after apply", [resource.address]);
      return [];
    }
    const subnets = reading.many(resource, referents.subnet, "vpc_config", "subnet_ids");
    if (subnets.ids.length === 0 && subnets.isExact) return [];
    const allowed = answerOf(network.flag("ipv6_allowed_for_dual_stack"), "no");
    if (allowed === "unknown")
      reading.leaveOut(resource, "whether it uses IPv6 is known after apply", [resource.address]);
    const interfaces = interfacesIn(context, resource, subnets, {
      ipv4: anyIpv4,
      ipv6: (subnet) => (allowed === "no" ? null : anyIpv6(subnet)),
      publicIpv4: () => "no",
      // Lambda's documents lead IPv6 out by an egress-only internet gateway, and say nothing of the internet gateway.
      publicIpv6: "unknown",
      securityGroups: groupsOf(context, resource, "vpc_config", "security_group_ids"),
    });
    return [
      nodeOf(resource, "lambda-function", interfaces, {
        opens: allowed === "no" ? ["ipv4"] : ["ipv4", "ipv6"],
      }),
    ];
  });
}
