import type { Destination } from "../../aws/destinations/destination.ts";
import { contains } from "../../base/prefix.ts";
import { type Block, type Coverage, coverage, type UnknownBase } from "../topology/block.ts";
import type { TopologyNetworkAcl, TopologySecurityGroup } from "../topology/filters.ts";
import type { Node } from "../topology/nodes.ts";
import type {
  Gateway,
  LeftOut,
  Topology,
  TopologyRouteTable,
  TopologySubnet,
  TopologyVpc,
} from "../topology/topology.ts";
import type { Party } from "./packet.ts";

/** A topology with all that a walk looks up in it, and room for what is found on the way. */
export interface TopologyIndex {
  readonly topology: Topology;
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly vpcs: ReadonlyMap<string, TopologyVpc>;
  readonly subnets: ReadonlyMap<string, TopologySubnet>;
  readonly routeTables: ReadonlyMap<string, TopologyRouteTable>;
  readonly networkAcls: ReadonlyMap<string, TopologyNetworkAcl>;
  readonly securityGroups: ReadonlyMap<string, TopologySecurityGroup>;
  readonly gateways: ReadonlyMap<string, Gateway>;
  readonly nodes: ReadonlyMap<string, Node>;
  /** By the ids that they touch; those that touch everything stand under "". */
  readonly leftOut: ReadonlyMap<string, LeftOut>;
  /** Ids of the bases of all blocks of VPCs and subnets. */
  readonly bases: ReadonlySet<string>;
  /** The AWS services whose lists routes or rules name: to others it does not matter which service a server is of. */
  readonly services: ReadonlySet<string>;
  /** What was found once, by kind and key: a walk asks the same filters and tables again and again. */
  readonly found: Map<string, Map<unknown, unknown>>;
}

/** Prepares a topology for walks. */
export function indexTopology(topology: Topology, destinations: readonly Destination[]): TopologyIndex {
  const { vpcs, subnets, filters } = topology;
  const blocks = [
    ...vpcs.flatMap((vpc) => vpc.blocks),
    ...subnets.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]).filter((block) => block !== null),
  ];
  return {
    topology,
    destinations: byId(destinations),
    vpcs: byId(vpcs),
    subnets: byId(subnets),
    routeTables: byId(topology.routeTables),
    networkAcls: byId(filters.networkAcls),
    securityGroups: byId(filters.securityGroups),
    gateways: byId(topology.gateways),
    nodes: byId(topology.nodes),
    leftOut: new Map(
      topology.leftOut.flatMap((one) =>
        (one.touches.length === 0 ? [""] : one.touches).map((id): [string, LeftOut] => [id, one]),
      ),
    ),
    bases: new Set(blocks.flatMap((block) => (block.kind === "unknown" ? [block.base.id] : []))),
    services: new Set(servicesOf(topology)),
    found: new Map(),
  };
}

function servicesOf({ routeTables, filters }: Topology): readonly string[] {
  const peers = filters.securityGroups.flatMap(({ ingress, egress }) =>
    [...ingress, ...egress].map(({ peer }) => peer),
  );
  const targets = routeTables.flatMap(({ routes }) => routes.map(({ destination }) => destination));
  return [...peers, ...targets].flatMap((one) => (one.kind === "service" ? [one.service] : []));
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

/** Finds something once: the same kind and key give the same value again. */
export function once<T>(index: TopologyIndex, kind: string, key: unknown, find: () => T): T {
  const known = index.found.get(kind) ?? new Map<unknown, unknown>();
  index.found.set(kind, known);
  if (!known.has(key)) known.set(key, find());
  // Each kind stands for one type: the kinds are literals beside their `find`.
  return known.get(key) as T;
}

/** How much of a party's block lies in a rule's: what lies outside of all VPCs lies in no block of theirs. */
export function coversParty(index: TopologyIndex, party: Party): (outer: Block, inner: Block) => Coverage {
  return (outer, inner) => {
    if (party.isOutside && isInVpcs(index, outer)) return "none";
    return coverage(outer, inner);
  };
}

function isInVpcs({ bases, topology }: TopologyIndex, block: Block): boolean {
  if (block.kind === "unknown") return isOneOf(bases, block.base);
  return topology.vpcs.some(({ blocks }) =>
    blocks.some((own) => own.kind === "known" && contains(own.prefix, block.prefix)),
  );
}

function isOneOf(bases: ReadonlySet<string>, base: UnknownBase): boolean {
  return bases.has(base.id) || (base.within !== null && isOneOf(bases, base.within));
}
