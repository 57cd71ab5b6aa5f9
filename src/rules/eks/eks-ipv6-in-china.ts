import { eksFacts } from "../../aws/facts/eks.ts";
import { partitionOf } from "../../aws/partitions.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** There are regions without IPv6 for pods. */
export const eksIpv6InChina: Rule<"eks-ipv6-in-china"> = {
  id: "eks-ipv6-in-china",
  severity: "error",
  title: "Clusters in the regions of China have ipFamily ipv4.",
  why: "EKS has no clusters with IPv6 in the regions of China and refuses them. The family of a cluster cannot be changed later.",
  sources: [eksFacts.eksIpv6NotInChina, eksFacts.eksOneFamily],
  check(network, report) {
    if (partitionOf(network.region) !== "aws-cn") return;
    for (const { name, path, ipFamily } of network.eks.clusters) {
      if (ipFamily !== "ipv6") continue;
      report(
        atKey(path),
        `cluster "${name}" has IPv6, which EKS has not in ${network.region}`,
        "write ipFamily: ipv4",
      );
    }
  },
};
