import { eksFacts } from "../../aws/facts/eks.ts";
import { tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** EKS wants IPv4 in every subnet, and IPv6 beside it for pods with IPv6. */
export const eksSubnetNotDualStack: Rule<"eks-subnet-not-dual-stack"> = {
  id: "eks-subnet-not-dual-stack",
  severity: "error",
  title: "Clusters and their nodes stand in dual-stack tiers, or with ipFamily ipv4 in tiers with IPv4.",
  why: "The interfaces of the control plane and of each node take an IPv4 address, whatever the pods have: EKS accepts no IPv6-only subnet. With ipFamily ipv6 the subnets need an IPv6 block too, from which the pods' addresses come.",
  sources: [eksFacts.eksSubnetsHaveIpv4, eksFacts.eksIpv6SubnetsDualStack],
  check(network, report) {
    for (const cluster of network.eks.clusters) {
      const isIpv6 = cluster.ipFamily === "ipv6";
      const places = [
        { what: `cluster "${cluster.name}"`, ...cluster },
        ...cluster.nodeGroups.map((group) => ({ what: `node group "${group.name}"`, ...group })),
      ];
      for (const { what, path, tiers } of places) {
        for (const tier of tiersOf(network, tiers)) {
          if (tier.addressing === "dual-stack" || (!isIpv6 && tier.addressing === "ipv4-only")) continue;
          report(
            [...path, "subnets"],
            `${what} stands in tier "${tier.name}", which is ${tier.addressing}`,
            `write addressing: dual-stack for "${tier.name}", or name a tier that is`,
          );
        }
      }
    }
  },
};
