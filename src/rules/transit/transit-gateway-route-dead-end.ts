import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { transitFacts } from "../../aws/facts/transit.ts";
import { overlaps } from "../../base/prefix.ts";
import { knownBlocks } from "../../model/addressing/vpc.ts";
import {
  isNat64,
  mayTranslate,
  routeFor,
  routesByTier,
  type TierRoutes,
} from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { TransitGatewayRoute } from "../../model/types/transit.ts";
import type { Rule } from "../rule.ts";

/** What a transit gateway sends into this VPC goes on from there. */
export const transitGatewayRouteDeadEnd: Rule<"transit-gateway-route-dead-end"> = {
  id: "transit-gateway-route-dead-end",
  severity: "warning",
  title: "What a transit gateway sends into the VPC finds a way on that takes packets of other VPCs.",
  why: "The packets come in by the attachment's subnets, whose route tables send them on. Internet gateways, egress-only ones too, serve addresses of their own VPC: packets of other VPCs are dropped there, IPv6 and IPv4. IPv4 goes on through a NAT gateway, 64:ff9b::/96 through its NAT64; IPv6 itself leaves each VPC through an egress-only internet gateway of its own, or a central VPC by instances that translate prefixes. Where the route is for this VPC's own hosts alone, accept this.",
  sources: [reachabilityFacts.gatewaysServeTheirVpc, transitFacts.ipv6EgressStaysInItsVpc],
  yieldsTo: ["transit-gateway-table-elsewhere"],
  check(network, report) {
    for (const { name, routes } of network.transitGatewayRouteTables) {
      for (const route of routes) {
        const end = endOf(network, route);
        if (end === null) continue;
        report(
          [...route.path, "target"],
          `route "${route.name}" of transit gateway route table "${name}" sends ${route.destination.text} into this VPC, where ${end}`,
          hintFor(route),
        );
      }
    }
  },
};

/** Why packets of other VPCs end there; null: they go on, or nothing is known. */
function endOf(network: Network, { destination, target }: TransitGatewayRoute): string | null {
  if (target.kind !== "attachment") return null;
  const entered = network.transitGatewayAttachments.find(({ name }) => name === target.name)?.tiers ?? [];
  const ends = routesByTier(network)
    .filter(({ tier }) => entered.includes(tier.name))
    .map((tierRoutes) => endInTier(network, tierRoutes, destination));
  return ends.find((end) => end !== null) ?? null;
}

function endInTier(
  network: Network,
  { tier, routes, isComplete }: TierRoutes,
  destination: Cidr,
): string | null {
  const taken = routeFor(routes, destination);
  if (taken === null) {
    return isComplete && isOutside(network, destination) ? `tier "${tier.name}" has no route for it` : null;
  }
  if (mayTranslate(taken.target)) return null;
  const gateway =
    taken.target.kind === "internet-gateway" ? "internet gateway" : "egress-only internet gateway";
  return `tier "${tier.name}" sends it to the ${gateway}, which serves this VPC alone`;
}

/** True where no block of the VPC can be meant: Amazon's is known after apply only. */
function isOutside({ vpc }: Network, destination: Cidr): boolean {
  if (isNat64(destination)) return true;
  const { family } = destination.prefix;
  return family === "ipv4" && !knownBlocks(vpc).some(({ prefix }) => overlaps(prefix, destination.prefix));
}

function hintFor({ destination }: TransitGatewayRoute): string {
  if (isNat64(destination)) return "give the attachment's tier natGateway and nat64: true";
  return destination.prefix.family === "ipv4"
    ? "give the attachment's tier natGateway"
    : "remove it, and give each VPC internet: egress-only of its own";
}
