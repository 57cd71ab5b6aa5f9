import { routingFacts } from "../../aws/facts/routing.ts";
import { atKey } from "../../base/diagnostic.ts";
import { routesByTier, tiersRoutedTo } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Report, Rule } from "../rule.ts";

/** A NAT gateway is there to be used. */
export const natGatewayUnused: Rule<"nat-gateway-unused"> = {
  id: "nat-gateway-unused",
  severity: "warning",
  title: "Every NAT gateway has a route to it, and every tier that names one sends something there.",
  why: "A NAT gateway is paid by the hour whether traffic goes through it or not. A tier that names one without a route to it does not get what its author had in mind: a public tier sends IPv4 to the internet gateway, an IPv6-only tier sends nothing without nat64, and a route of the author's replaces the one that follows from the key.",
  sources: [routingFacts.natGatewayPrice, routingFacts.nat64IsBuiltIn],
  check(network, report) {
    for (const { tier, routes } of routesByTier(network)) {
      if (!tier.writtenKeys.includes("natGateway")) continue;
      if (routes.some(({ target }) => target.kind === "nat-gateway" && target.name === tier.natGateway))
        continue;
      report(
        [...tier.path, "natGateway"],
        `tier "${tier.name}" names NAT gateway "${tier.natGateway}", but sends nothing there`,
        hintFor(tier),
      );
    }
    reportIdleInstances(network, report);
    // A route table managed outside this stack may send something to any of them.
    if (routesByTier(network).some(({ isComplete }) => !isComplete)) return;
    for (const { name, path } of network.natGateways) {
      const isNamed = network.tiers.some(
        (tier) => tier.natGateway === name && tier.writtenKeys.includes("natGateway"),
      );
      if (isNamed || tiersRoutedTo(network, name).length > 0) continue;
      report(
        atKey(path),
        `NAT gateway "${name}" has no route to it`,
        `remove it, or write natGateway: ${name} in a tier that is to use it`,
      );
    }
  },
};

function reportIdleInstances({ tiers }: Network, report: Report): void {
  for (const { name, path, nat64, nat64Instances } of tiers) {
    if (nat64 || nat64Instances.length === 0) continue;
    const message = `tier "${name}" names instances that translate, but sends nothing there`;
    report([...path, "nat64Instances"], message, "write nat64: true, or remove nat64Instances");
  }
}

function hintFor({ addressing, nat64 }: Tier): string {
  return addressing === "ipv6-only" && !nat64
    ? "write nat64: true, or remove natGateway"
    : "remove natGateway";
}
