import { eksFacts } from "../aws/facts-eks.ts";
import { ANY_IPV4 } from "../aws/well-known-prefixes.ts";
import { networkText } from "../model/cidr.ts";
import { routesByTier } from "../model/route-lookup.ts";
import type { Rule } from "./rule.ts";

/** Images are pulled over IPv4. */
export const eksNodesWithoutIpv4Route: Rule = {
  id: "eks-nodes-without-ipv4-route",
  severity: "warning",
  title: "Nodes and Fargate profiles have a way out over IPv4.",
  why: "Pods with IPv6 need neither NAT64 nor DNS64, because the node translates their IPv4 calls to its own IPv4 address; from there those need a route. Nodes themselves pull images from names of Amazon ECR that have IPv4 only. Without a NAT gateway that works only where VPC endpoints take all such calls, as in a private cluster.",
  sources: [eksFacts.eksNodesNeedBothRoutes],
  check(network, report) {
    const blind = routesByTier(network)
      .filter(({ tier }) => tier.addressing !== "ipv6-only")
      .filter(({ routes }) => !routes.some(({ destination }) => networkText(destination) === ANY_IPV4))
      .map(({ tier }) => tier.name);
    for (const { nodeGroups, fargateProfiles } of network.eks.clusters) {
      for (const { name, path, tiers } of [...nodeGroups, ...fargateProfiles]) {
        for (const tier of tiers.filter((candidate) => blind.includes(candidate))) {
          report(
            [...path, "subnets"],
            `"${name}" stands in tier "${tier}", which has no default route for IPv4`,
            `write natGateway: <name> for "${tier}", or accept this where VPC endpoints do`,
          );
        }
      }
    }
  },
};
