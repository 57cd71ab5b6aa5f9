import { routingFacts } from "../../aws/facts/routing.ts";
import { overlaps } from "../../base/prefix.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { knownBlocks } from "../../model/addressing/vpc.ts";
import { isInsideVpc, isOfWrongFamily, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Route, RouteTarget } from "../../model/types/routing.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** What lies inside the VPC is reached by the local route. */
export const routeInsideVpc: Rule<"route-inside-vpc"> = {
  id: "route-inside-vpc",
  severity: "error",
  title: "A route inside the VPC's own blocks is for a whole subnet, and goes to an appliance.",
  why: "Every route table has a local route for each block of the VPC, and EC2 refuses another one of that destination. A more specific one is taken only when it matches a whole subnet and goes to a network interface, a NAT gateway or a Gateway Load Balancer endpoint, so that an appliance can look at traffic between subnets.",
  sources: [routingFacts.localRouteOfTheVpc],
  check(network, report) {
    const subnets = blocksOfSubnets(network);
    // A VPC that was there before may have subnets of which the blueprint does not know.
    const isSubnet = ({ destination }: Route): boolean =>
      network.existing !== null || isOneOf(subnets, destination) || isPartOfIpv6(network, destination);
    for (const { tier, blockRoutes: routes } of routesByTier(network)) {
      const inside = routes.filter((route) => isInsideVpc(network.vpc, route.destination));
      for (const route of inside.filter((route) => !isOfWrongFamily(route))) {
        if (isToAppliance(route) && isSubnet(route)) continue;
        report(
          [...route.path, "destination"],
          `route "${route.name}" of tier "${tier.name}" is for ${route.destination.text}, which lies inside the VPC`,
          isToAppliance(route)
            ? hintForAppliance(subnets, route.destination)
            : "remove the route: the local route of the VPC covers it",
        );
      }
    }
  },
};

const APPLIANCES: readonly RouteTarget["kind"][] = [
  "network-interface",
  "instance",
  "vpc-endpoint",
  "inspection-endpoint",
  "nat-gateway",
];

function isToAppliance({ target }: Route): boolean {
  return APPLIANCES.includes(target.kind);
}

/** The IPv4 blocks of the blueprint's subnets, but for one that is a whole block of the VPC. */
function blocksOfSubnets({ vpc, tiers }: Network): readonly Cidr[] {
  const blocks = knownBlocks(vpc).map(networkText);
  return tiers
    .flatMap((tier) => tier.subnets)
    .flatMap(({ ipv4 }) => (ipv4 === null || ipv4.cidr === null ? [] : [ipv4.cidr]))
    .filter((cidr) => !blocks.includes(networkText(cidr)));
}

function isOneOf(subnets: readonly Cidr[], destination: Cidr): boolean {
  return subnets.some((subnet) => networkText(subnet) === networkText(destination));
}

/** The /64 of a subnet is left to EC2, since most are not known here; the VPC's whole block never is one. */
function isPartOfIpv6({ vpc }: Network, destination: Cidr): boolean {
  const blocks = knownBlocks(vpc).map(networkText);
  return destination.prefix.family === "ipv6" && !blocks.includes(networkText(destination));
}

/** The subnets that the route speaks of, not just any. */
function hintForAppliance(subnets: readonly Cidr[], destination: Cidr): string {
  const meant = subnets.filter(({ prefix }) => overlaps(prefix, destination.prefix)).map(networkText);
  const words = meant.map((text) => JSON.stringify(text)).join(" or ");
  return meant.length === 0
    ? "remove the route: no subnet lies there"
    : `write the block of a whole subnet, ${words}`;
}
