import { routingFacts } from "../../aws/facts/routing.ts";
import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { routesByTier, type TierRoutes } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { NatGateway, Route } from "../../model/types/routing.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A NAT gateway stands where it has IPv4 and a way on. */
export const natGatewayInWrongTier: Rule<"nat-gateway-in-wrong-tier"> = {
  id: "nat-gateway-in-wrong-tier",
  severity: "error",
  isRunByAws: true,
  title:
    "A NAT gateway stands in a tier with IPv4 and, when it is public, with a route to the internet gateway.",
  why: "A NAT gateway takes an IPv4 address from its subnet and sends on what it has translated by that subnet's route table, for NAT64 too. In an IPv6-only subnet it has no address; in a private one its packets find no way to the internet; in the subnet that sends its IPv4 to it, they come back to it.",
  sources: [
    routingFacts.natGatewayNeedsIpv4Subnet,
    routingFacts.natGatewayInAnotherPublicSubnet,
    routingFacts.privateNatGateway,
  ],
  check(network, report) {
    for (const tierRoutes of routesByTier(network)) {
      const { name } = tierRoutes.tier;
      for (const gateway of network.natGateways.filter((candidate) => candidate.tier === name)) {
        const mistake = mistakeOf(gateway, tierRoutes);
        if (mistake === null) continue;
        report([...gateway.path, "subnet"], mistake, hintFor(gateway, network));
      }
    }
  },
};

function mistakeOf(
  { name, connectivityType }: NatGateway,
  { tier, routes, isComplete }: TierRoutes,
): string | null {
  const where = `NAT gateway "${name}" stands in tier "${tier.name}", which`;
  if (!hasFamily(tier.addressing, "ipv4")) return `${where} is IPv6-only`;
  const ipv4Routes = routes.filter(({ destination }) => destination.prefix.family === "ipv4");
  if (ipv4Routes.some(({ target }) => target.kind === "nat-gateway" && target.name === name)) {
    return `${where} sends its own IPv4 to that gateway`;
  }
  if (connectivityType === "private" || !isComplete || ipv4Routes.some(leadsToInternet)) return null;
  return `public ${where} has no IPv4 route to the internet gateway`;
}

/** A firewall or a transit gateway may lead to the internet as well; what they do is not in the blueprint. */
function leadsToInternet({ destination, target }: Route): boolean {
  if (target.kind === "internet-gateway") return true;
  const isAppliance = target.kind !== "nat-gateway" && target.kind !== "egress-only-internet-gateway";
  return isAppliance && networkText(destination) === ANY_IPV4;
}

function hintFor(gateway: NatGateway, network: Network): string {
  if (gateway.connectivityType === "private") return "put it in another tier with IPv4";
  const fit = routesByTier(network).find(
    (tierRoutes) => tierRoutes.tier.internet === "public" && mistakeOf(gateway, tierRoutes) === null,
  );
  return fit === undefined
    ? `add a dual-stack tier with internet: public, and put "${gateway.name}" there`
    : `write subnet: ${fit.tier.name}`;
}
