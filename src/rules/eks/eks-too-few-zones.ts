import { eksFacts } from "../../aws/facts/eks.ts";
import { tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** The control plane is in two zones. */
export const eksTooFewZones: Rule<"eks-too-few-zones"> = {
  id: "eks-too-few-zones",
  severity: "error",
  title: "Clusters stand in at least two zones.",
  why: "EKS refuses a cluster whose subnets lie in one availability zone: the control plane has interfaces in two. The nodes may stand in one.",
  sources: [eksFacts.eksTwoZones],
  check(network, report) {
    for (const { name, path, tiers } of network.eks.clusters) {
      const zones = tiersOf(network, tiers).flatMap(({ subnets }) => subnets.map(({ zone }) => zone.letter));
      // Without any zone the tier itself is at fault, which is another rule's.
      if (new Set(zones).size !== 1) continue;
      report(
        [...path, "subnets"],
        `cluster "${name}" stands in one availability zone`,
        network.zones.length === 1
          ? "add a second letter to network.availabilityZones"
          : "name a tier with subnets in two zones",
      );
    }
  },
};
