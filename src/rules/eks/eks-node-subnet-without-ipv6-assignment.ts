import { eksFacts } from "../../aws/facts/eks.ts";
import { tiersOf, tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Nodes take the IPv6 address that the subnet assigns. */
export const eksNodeSubnetWithoutIpv6Assignment: Rule<"eks-node-subnet-without-ipv6-assignment"> = {
  id: "eks-node-subnet-without-ipv6-assignment",
  severity: "error",
  title: "The tiers of nodes with IPv6 assign IPv6 addresses on creation.",
  why: "EKS starts nodes without asking for an IPv6 address, so that the subnet must assign one. Where it does not, the nodes do not join the cluster, and the node group fails at apply.",
  sources: [eksFacts.eksNodesAutoAssignIpv6],
  check(network, report) {
    for (const { ipFamily, nodeGroups } of network.eks.clusters) {
      if (ipFamily !== "ipv6") continue;
      for (const group of nodeGroups) {
        for (const tier of tiersWithIpv6(tiersOf(network, group.tiers))) {
          if (tier.assignIpv6AddressOnCreation) continue;
          report(
            [...group.path, "subnets"],
            `node group "${group.name}" stands in tier "${tier.name}", which assigns no IPv6 addresses on creation`,
            `remove assignIpv6AddressOnCreation: false from "${tier.name}"`,
          );
        }
      }
    }
  },
};
