import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** Prefixes are for Nitro. */
export const eksNodeNotNitro: Rule<"eks-node-not-nitro"> = {
  id: "eks-node-not-nitro",
  severity: "error",
  title: "Nodes of clusters with IPv6 run on Nitro.",
  why: "Pods get their IPv6 addresses from prefixes that are delegated to the node's network interface, and only Nitro instances take prefixes. On others, such as t2, m4 and c4, pods stay without an address.",
  sources: [eksFacts.eksIpv6NeedsNitro],
  check(network, report) {
    for (const { name, ipFamily, nodeGroups } of network.eks.clusters) {
      if (ipFamily !== "ipv6") continue;
      for (const group of nodeGroups) {
        for (const type of group.instanceTypes) {
          if (type.hypervisor !== "xen") continue;
          report(
            [...group.path, "instanceTypes"],
            `instance type "${type.name}" of node group "${group.name}" runs on Xen, and cluster "${name}" has IPv6`,
            "use a Nitro type such as m7g.large",
          );
        }
      }
    }
  },
};
