import { formatPrefix, parsePrefix } from "../../base/prefix.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Network } from "../../model/types/network.ts";
import type { Route, RouteTarget } from "../../model/types/routing.ts";
import type { Ipv6Block, Subnet, Tier } from "../../model/types/subnets.ts";
import { type FreeSlots, freeSlots } from "./free-slots.ts";
import { ipv4Notation } from "./ipv4-notation.ts";
import { exampleOf, ipv6Notation, type NotationExample } from "./ipv6-notation.ts";

/** The address plan of one stack, ready to be shown: what every subnet has and where it routes to. */
export interface ShownPlan {
  readonly stack: string;
  readonly region: string;
  readonly ipv4Cidr: string;
  /** Length of the VPC's IPv6 block; null: the VPC has none. */
  readonly ipv6BlockLength: number | null;
  /** Sorted by slot, then zone. */
  readonly subnets: readonly ShownSubnet[];
  readonly freeSlots: readonly FreeSlots[];
  /** Null when no IPv6 block has to be explained. */
  readonly example: NotationExample | null;
}

/** One subnet of the plan; null where it has no such thing. */
export interface ShownSubnet {
  readonly tier: string;
  readonly zone: string;
  readonly subnet: string;
  readonly addressing: string;
  readonly slot: number;
  readonly ipv4: string | null;
  readonly ipv6: string | null;
  readonly ipv4DefaultRoute: string | null;
  readonly ipv6DefaultRoute: string | null;
  readonly nat64Route: string | null;
  readonly dns64: boolean;
}

/** Collects what the address plan of a network shows. The network must have passed the rules. */
export function showPlan(network: Network): ShownPlan {
  const tiers = [...network.tiers].sort((a, b) => a.slot - b.slot);
  return {
    stack: network.name,
    region: network.region,
    ipv4Cidr: network.vpc.ipv4.cidr?.text ?? `<main /${network.vpc.ipv4.length}>`,
    ipv6BlockLength: network.vpc.ipv6?.length ?? null,
    subnets: tiers.flatMap((tier) => tier.subnets.map((subnet) => showSubnet(network, tier, subnet))),
    freeSlots: freeSlots(network),
    example: findExample(network, tiers),
  };
}

function showSubnet(network: Network, tier: Tier, subnet: Subnet): ShownSubnet {
  const routes = network.routeTables.find((table) => table.subnets.includes(subnet.id))?.routes ?? [];
  const { ipv4, ipv6 } = subnet;
  const block = ipv6 === null ? null : ipv6BlockOf(network, ipv6.block);
  return {
    tier: tier.name,
    zone: subnet.zone.name,
    subnet: subnet.id,
    addressing: tier.addressing,
    slot: tier.slot,
    ipv4: ipv4 === null ? null : ipv4Notation(ipv4),
    ipv6: ipv6 === null || block === null ? null : ipv6Notation(ipv6, block),
    ipv4DefaultRoute: targetOf(routes, "0.0.0.0/0"),
    ipv6DefaultRoute: targetOf(routes, "::/0"),
    nat64Route: targetOf(routes, "64:ff9b::/96"),
    dns64: tier.enableDns64,
  };
}

function ipv6BlockOf({ vpc }: Network, id: string): Ipv6Block | null {
  return ipv6Blocks(vpc).find((block) => block.id === id) ?? null;
}

function targetOf(routes: readonly Route[], destination: string): string | null {
  const prefix = parsePrefix(destination);
  const wanted = prefix === null ? destination : formatPrefix(prefix);
  const route = routes.find((candidate) => formatPrefix(candidate.destination.prefix) === wanted);
  return route === undefined ? null : describeTarget(route.target);
}

/** A route target in a few characters: `igw`, `eigw`, `nat main_a`, or the id of what is outside the blueprint. */
function describeTarget(target: RouteTarget): string {
  switch (target.kind) {
    case "internet-gateway":
      return "igw";
    case "egress-only-internet-gateway":
      return "eigw";
    case "nat-gateway":
      return `nat ${target.gateway}`;
    case "transit-gateway-attachment":
      return `tgw ${target.name}`;
    case "own-vpc-peering-connection":
      return `pcx ${target.name}`;
    case "own-virtual-private-gateway":
      return `vgw ${target.name}`;
    case "instance":
      return `instance ${target.name}`;
    case "inspection-endpoint":
      return `endpoint ${target.endpoint}`;
    case "core-network":
      return "core network";
    case "vpc-endpoint":
    case "transit-gateway":
    case "vpc-peering-connection":
    case "network-interface":
    case "virtual-private-gateway":
      return target.id;
  }
}

function findExample(network: Network, tiers: readonly Tier[]): NotationExample | null {
  // The last subnet has a number that shows best where it goes.
  for (const { ipv6 } of tiers.flatMap((tier) => tier.subnets).reverse()) {
    const block = ipv6 === null ? null : ipv6BlockOf(network, ipv6.block);
    const example = ipv6 === null || block === null ? null : exampleOf(ipv6, block);
    if (example !== null) return example;
  }
  return null;
}
