import { eksFacts } from "../../aws/facts/eks.ts";
import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { routesByTier, type TierRoutes } from "../../model/routing/route-lookup.ts";
import type { Route } from "../../model/types/routing.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** Images are pulled over IPv4. */
export const eksNodesWithoutIpv4Route: Rule<"eks-nodes-without-ipv4-route"> = {
  id: "eks-nodes-without-ipv4-route",
  severity: "warning",
  title: "Nodes and Fargate profiles have a way out over IPv4.",
  why: "Pods with IPv6 need neither NAT64 nor DNS64, because the node translates their IPv4 calls to its own IPv4 address; from there those need a route, and in a public tier a public IPv4 address. Nodes themselves pull images by names of Amazon ECR that have IPv4 only. Without a way out that works only where VPC endpoints take all such calls, as in a private cluster.",
  sources: [eksFacts.eksNodesNeedBothRoutes],
  check(network, report) {
    const blind = routesByTier(network)
      .filter(({ tier }) => hasFamily(tier.addressing, "ipv4"))
      .filter((tierRoutes) => !hasWayOut(tierRoutes));
    // That a Fargate profile stands in a public tier at all is another rule's.
    const blindForPods = blind.filter(({ routes }) => !routes.some(isToInternetGateway));
    const places = network.eks.clusters.flatMap(({ nodeGroups, fargateProfiles }) => [
      ...nodeGroups.map((group) => ({ ...group, without: blind })),
      ...fargateProfiles.map((profile) => ({ ...profile, without: blindForPods })),
    ]);
    for (const { name, path, tiers, without } of places) {
      for (const { tier } of without.filter((entry) => tiers.includes(entry.tier.name))) {
        report(
          [...path, "subnets"],
          `"${name}" stands in tier "${tier.name}", which has no way out over IPv4`,
          `write natGateway: <name> for "${tier.name}", or accept this where VPC endpoints do`,
        );
      }
    }
  },
};

/** The internet gateway serves those alone who have a public address; a table managed elsewhere may have any route. */
function hasWayOut({ tier, routes, isComplete }: TierRoutes): boolean {
  if (!isComplete) return true;
  const route = routes.find(({ destination }) => networkText(destination) === ANY_IPV4);
  if (route === undefined) return false;
  return !isToInternetGateway(route) || tier.mapPublicIpOnLaunch;
}

function isToInternetGateway({ target }: Route): boolean {
  return target.kind === "internet-gateway";
}
