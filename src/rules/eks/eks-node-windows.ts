import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** Windows nodes and IPv6 do not go together. */
export const eksNodeWindows: Rule<"eks-node-windows"> = {
  id: "eks-node-windows",
  severity: "error",
  title: "Clusters with IPv6 have no Windows nodes.",
  why: "EKS supports neither Windows pods nor Windows services with IPv6. Windows nodes need a cluster of their own with ipFamily ipv4.",
  sources: [eksFacts.eksIpv6NoWindows],
  check(network, report) {
    for (const { name, ipFamily, nodeGroups } of network.eks.clusters) {
      if (ipFamily !== "ipv6") continue;
      for (const group of nodeGroups) {
        if (group.amiType?.startsWith("WINDOWS_") !== true) continue;
        report(
          [...group.path, "amiType"],
          `node group "${group.name}" runs Windows, and cluster "${name}" has IPv6`,
          "use a Linux image, or a second cluster with ipFamily: ipv4",
        );
      }
    }
  },
};
