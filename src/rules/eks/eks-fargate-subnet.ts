import { eksFacts } from "../../aws/facts/eks.ts";
import { routesByTier, type TierRoutes } from "../../model/routing/route-lookup.ts";
import type { EksCluster } from "../../model/types/eks.ts";
import type { Rule } from "../rule.ts";

/** Pods on Fargate stand in private subnets of their families. */
export const eksFargateSubnet: Rule<"eks-fargate-subnet"> = {
  id: "eks-fargate-subnet",
  severity: "error",
  title: "Fargate profiles stand in private tiers with IPv4, and with IPv6 beside it in clusters with IPv6.",
  why: "EKS accepts only subnets without a route to the internet gateway for Fargate. What a pod runs on takes an IPv4 address, and in a cluster with IPv6 the pod itself an IPv6 one, both from its subnet.",
  sources: [eksFacts.eksFargatePrivateSubnets, eksFacts.eksFargateIpv6, eksFacts.eksSubnetsHaveIpv4],
  check(network, report) {
    const routed = routesByTier(network);
    for (const { ipFamily, fargateProfiles } of network.eks.clusters) {
      for (const { name, path, tiers } of fargateProfiles) {
        for (const entry of routed.filter(({ tier }) => tiers.includes(tier.name))) {
          const mistake = mistakeOf(entry, ipFamily);
          if (mistake === null) continue;
          report(
            [...path, "subnets"],
            `Fargate profile "${name}" stands in tier "${entry.tier.name}", which is ${mistake}`,
            "name a private tier that is dual-stack",
          );
        }
      }
    }
  },
};

function mistakeOf({ tier, routes }: TierRoutes, ipFamily: EksCluster["ipFamily"]): string | null {
  const { addressing } = tier;
  if (addressing === "ipv6-only" || (ipFamily === "ipv6" && addressing === "ipv4-only")) return addressing;
  const isPublic = routes.some(({ target }) => target.kind === "internet-gateway");
  return isPublic ? "routed to the internet gateway" : null;
}
