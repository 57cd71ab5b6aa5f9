import { routingFacts } from "../../aws/facts/routing.ts";
import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { dns64Holes } from "../../model/routing/dns64-holes.ts";
import { type BlackHole, mayTranslate } from "../../model/routing/route-lookup.ts";
import type { NatGateway } from "../../model/types/routing.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** DNS64 and the NAT64 route go together. */
export const dns64WithoutNat64Route: Rule<"dns64-without-nat64-route"> = {
  id: "dns64-without-nat64-route",
  severity: "error",
  title: "A tier with DNS64 has a route of 64:ff9b::/96 to a NAT gateway.",
  why: "For a name that has only IPv4 addresses DNS64 answers with addresses in 64:ff9b::/96. Without a route of them to a NAT gateway the packets are dropped, or leave for the IPv6 internet, where nobody has that prefix. Nothing is refused: every connection to such a name hangs until it times out.",
  sources: [routingFacts.dns64NeedsNat64Route, routingFacts.nat64Prefix, routingFacts.dns64OnlyWithoutAaaa],
  check(network, report) {
    for (const { tier, hole, isOfToday, path } of dns64Holes(network)) {
      // AWS runs it so: existing-dns64-without-nat64-route advises.
      if (isOfToday) continue;
      report(
        path,
        `tier "${tier.name}" has DNS64, but ${NAT64_PREFIX} ${whereItGoes(hole)}`,
        hintOf(tier, hole, network.natGateways),
      );
    }
  },
};

function whereItGoes({ taken, culprit }: BlackHole): string {
  if (culprit !== null && mayTranslate(culprit.target)) {
    return `has no route to a NAT gateway: this one is for ${culprit.destination.text}`;
  }
  if (taken === null) return "has no route to a NAT gateway";
  const gateway =
    taken.target.kind === "internet-gateway" ? "internet gateway" : "egress-only internet gateway";
  return `goes to the ${gateway}, not to a NAT gateway`;
}

function hintOf({ addressing }: Tier, { culprit }: BlackHole, natGateways: readonly NatGateway[]): string {
  if (culprit === null && addressing === "dual-stack") return "remove enableDns64: hosts here have IPv4";
  const [gateway] = natGateways;
  if (gateway === undefined) {
    return "add a NAT gateway in a public tier and write nat64: true; or write enableDns64: false";
  }
  if (culprit === null) return `write nat64: true and natGateway: ${gateway.name}; or enableDns64: false`;
  if (mayTranslate(culprit.target)) return `write "${NAT64_PREFIX}"`;
  return `write target: { natGateway: ${gateway.name} }`;
}
