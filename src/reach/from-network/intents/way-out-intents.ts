import type { AddressFamily } from "../../../base/prefix.ts";
import { hasFamily, type Tier } from "../../../model/types/subnets.ts";
import type { Intent, Node } from "../../topology/nodes.ts";
import { at } from "../network-context.ts";
import { type Declared, isClient, isForInternet, type Meant, rulesOf, takesPort } from "./meant.ts";

/** A host whose groups let it out to the internet is meant to use the ways there that its tiers are given. */
export function wayOutIntents(declared: Declared): readonly Meant[] {
  return declared.nodes
    .filter(isClient)
    .flatMap((node) => tiersOf(declared, node).flatMap((tier) => waysFor(declared, node, tier)));
}

function tiersOf({ context }: Declared, { interfaces }: Node): readonly Tier[] {
  const own = interfaces.map(({ subnet }) => subnet);
  const placed = [...context.subnets.values()].filter(({ id }) => own.includes(id));
  return [...new Set(placed.map(({ tier }) => tier))];
}

function waysFor(declared: Declared, node: Node, tier: Tier): readonly Meant[] {
  const egress = rulesOf(declared, node, "egress").filter(({ traffic }) => takesPort(traffic, HTTPS));
  const has = (family: AddressFamily) =>
    node.opens.includes(family) && node.interfaces.some((one) => one[family] !== null);
  return waysOutOf(tier)
    .filter(({ sends }) => has(sends) && egress.some((rule) => isForInternet(rule, sends)))
    .map(({ intent }): Meant => ({ node: node.id, intent }));
}

const HTTPS = 443;

/** A way out that a tier's keys ask for. */
export interface WayOut {
  /** The family of the packets that the host sends. */
  readonly sends: AddressFamily;
  readonly intent: Intent;
}

/** The ways out of a tier, each with a server that is reached by it alone. */
export function waysOutOf(tier: Tier): readonly WayOut[] {
  const { path, name, addressing, enableDns64, nat64, internet, natGateway } = tier;
  const to = (key: string, destination: string, family: Intent["family"], why: string): Intent => ({
    place: at(tier.writtenKeys.includes(key) ? [...path, key] : path),
    to: { kind: "destination", id: destination },
    protocol: "tcp",
    port: HTTPS,
    family,
    why: `${why} of tier ${name}`,
  });
  const hasIpv4 = hasFamily(addressing, "ipv4");
  const hasIpv6 = hasFamily(addressing, "ipv6");
  const translated = to(nat64 ? "nat64" : "enableDns64", IPV4_SERVER, hasIpv4 ? "ipv6" : "any", "NAT64");
  const ipv6 = to("internet", IPV6_SERVER, "ipv6", "the IPv6 internet");
  const ipv4 = to("natGateway", IPV4_SERVER, "ipv4", "NAT gateway");
  return [
    ...(hasIpv6 && enableDns64 ? [{ sends: "ipv6" as const, intent: translated }] : []),
    ...(hasIpv6 && internet !== "none" ? [{ sends: "ipv6" as const, intent: ipv6 }] : []),
    ...(hasIpv4 && natGateway !== null ? [{ sends: "ipv4" as const, intent: ipv4 }] : []),
  ];
}

/** Destinations that have IPv4 alone, and both families. */
const IPV4_SERVER = "github.com";
const IPV6_SERVER = "pypi";
