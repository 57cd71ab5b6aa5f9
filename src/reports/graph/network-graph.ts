import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { tierOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Ipv6Block, Tier } from "../../model/types/subnets.ts";
import { type ShownSubnet, showPlan } from "../addresses/address-plan.ts";
import { gatewaysOf } from "./gateways-of.ts";
import type { Gateway, Graph, GraphRow } from "./graph.ts";
import { tablesOf } from "./tables-of.ts";
import { type StandingThing, thingsOf } from "./things-of.ts";

/** Collects what the pictures of a network show, also of one that breaks rules. */
export function graphOf(network: Network): Graph {
  const { subnets } = showPlan(network);
  const gateways = gatewaysOf(network);
  const things = thingsOf(network);
  const tiers = [...new Set(subnets.map(({ tier }) => tier))].map((name) => tierOf(network, name));
  return {
    stack: network.name,
    region: network.region,
    description: network.description,
    blocks: blocksOf(network),
    zones: network.zones.map(({ name }) => name),
    rows: tiers.map((tier) => rowOf(network, tier, { gateways, things, subnets })),
    gateways,
    notes: [
      ...legendOf(subnets),
      ...(network.migration === null
        ? []
        : [`The target of a migration, which has come to stage ${network.migration.stage}.`]),
    ],
  };
}

interface Known {
  readonly gateways: readonly Gateway[];
  readonly things: readonly StandingThing[];
  readonly subnets: readonly ShownSubnet[];
}

function rowOf(network: Network, tier: Tier, { gateways, things, subnets }: Known): GraphRow {
  const zones = network.zones.map(({ name }) => name);
  const own = subnets.filter((subnet) => subnet.tier === tier.name);
  const zonesOf = (ids: readonly string[]) =>
    own.filter(({ subnet }) => ids.includes(subnet)).map(({ zone }) => zones.indexOf(zone));
  return {
    tier: tier.name,
    addressing: tier.addressing,
    facts: factsOf(tier),
    subnets: own.map(({ subnet, zone, ipv4, ipv6 }) => ({
      zone: zones.indexOf(zone),
      id: subnet,
      ipv4,
      ipv6,
    })),
    things: things
      .map(({ subnets: ids, ...thing }) => ({ ...thing, zones: zonesOf(ids) }))
      .filter((thing) => thing.zones.length > 0),
    tables: tablesOf(network, tier, gateways),
  };
}

function factsOf({ addressing, internet, nat64, enableDns64, slot }: Tier): readonly string[] {
  return [
    addressing,
    // The key is about IPv6 where a tier has it.
    ...(addressing === "ipv4-only" && internet === "none" ? [] : [`internet: ${internet}`]),
    ...(nat64 ? ["NAT64"] : []),
    ...(enableDns64 ? ["DNS64"] : []),
    `slot ${slot}`,
  ];
}

function blocksOf({ vpc }: Network): readonly string[] {
  return [
    ...[vpc.ipv4, ...vpc.additionalIpv4].map(
      ({ id, cidr, length }) => `IPv4 ${cidr?.text ?? `<${id} /${length}>`}`,
    ),
    ...ipv6Blocks(vpc).map((block) => `IPv6 ${describeBlock(block)}`),
  ];
}

function describeBlock({ id, length, source }: Ipv6Block): string {
  if (source.kind === "byoip") return source.cidr.text;
  if (source.kind === "ipam" && source.cidr !== null) return source.cidr.text;
  return `<${id} /${length}>`;
}

/** What stands for blocks that are not known yet, each once. */
function legendOf(subnets: readonly ShownSubnet[]): readonly string[] {
  const stands = subnets.flatMap(({ ipv6 }) => /^<[^>]*>/.exec(ipv6 ?? "")?.[0] ?? []);
  const [first, ...others] = [...new Set(stands)];
  if (first === undefined) return [];
  const behind = "what follows are the digits behind it.";
  if (others.length === 0) return [`${first} stands for a block that AWS chooses at apply; ${behind}`];
  return [`${[first, ...others].join(", ")} each stand for a block that AWS chooses at apply; ${behind}`];
}
