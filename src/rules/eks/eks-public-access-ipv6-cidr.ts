import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** An IPv4 endpoint has IPv4 callers. */
export const eksPublicAccessIpv6Cidr: Rule<"eks-public-access-ipv6-cidr"> = {
  id: "eks-public-access-ipv6-cidr",
  severity: "error",
  title: "IPv6 blocks bound the public endpoint of clusters with IPv6 only.",
  why: "The public endpoint of a cluster with ipFamily ipv4 has an IPv4 address alone, and EKS refuses IPv6 blocks for it. Clusters with IPv6 made since October 2024 have a dual-stack endpoint, which takes both.",
  sources: [eksFacts.eksPublicAccessIpv6, eksFacts.eksEndpointDualStack],
  check(network, report) {
    for (const { name, ipFamily, publicAccessCidrs } of network.eks.clusters) {
      if (ipFamily === "ipv6") continue;
      for (const { path, cidr } of publicAccessCidrs) {
        if (cidr.prefix.family !== "ipv6") continue;
        report(
          path,
          `the endpoint of cluster "${name}" has IPv4 alone, so that nobody calls it from ${cidr.text}`,
          "remove the block, or write ipFamily: ipv6",
        );
      }
    }
  },
};
