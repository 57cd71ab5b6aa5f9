import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Says which images were chosen without knowing what they run on. */
export const instanceArchitectureAssumed: Rule<"instance-architecture-assumed"> = {
  id: "instance-architecture-assumed",
  severity: "warning",
  title: "The architecture of a host is written where neither the table nor the type's name tells it.",
  why: "An image runs only on instance types of its architecture. Of an instance type that is newer than the table AWS's own letters tell it: g is Graviton, a AMD, i Intel. Where there is none the image is one of x86_64; if the type is arm64, EC2 refuses to launch the host.",
  sources: [computeFacts.instanceTypeNames, computeFacts.imageOfItsArchitecture],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      if (!host.isArchitectureAssumed) continue;
      report(
        [...host.path, "instanceType"],
        `the architecture of instance type "${host.instanceType.name}" is not known: its image is one of x86_64`,
        "write architecture: x86_64 or architecture: arm64",
      );
    }
  },
};
