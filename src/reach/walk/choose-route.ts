import type { AddressFamily } from "../../base/prefix.ts";
import { type Block, familyOf } from "../topology/block.ts";
import type {
  Answer,
  Gateway,
  TopologyRoute,
  TopologyRouteTable,
  TopologySubnet,
} from "../topology/topology.ts";
import { type Decided, firstMatch, type Matcher } from "./first-match.ts";
import { coversParty, once, type TopologyIndex } from "./index-topology.ts";
import { serviceMatch } from "./judge-security-groups.ts";
import { ALL_PORTS, type Party } from "./packet.ts";

/** A route that packets may take: one of the table, or the VPC's local one. */
type Taken =
  | { readonly kind: "local"; readonly block: Block }
  | { readonly kind: "route"; readonly route: TopologyRoute };

/** One of the ways that a table has for a party. */
export interface Choice {
  /** Null: no route applies. */
  readonly taken: Taken | null;
  /** The part of the party that goes this way. */
  readonly party: Party;
  /** False where it may go another way, for all that is known before apply. */
  readonly isSure: boolean;
}

/** The routes that packets to a party take: one where all is known, several where its addresses part or are not known. */
export function chooseRoutes(
  index: TopologyIndex,
  table: TopologyRouteTable,
  party: Party,
): readonly Choice[] {
  return once(index, `routes ${table.id}`, party, () => {
    const pieces = party.blocks.map((block) => ({ block, ports: ALL_PORTS }));
    const decided = firstMatch(matchersFor(index, table, party), pieces, coversParty(index, party));
    return choicesOf(party, decided);
  });
}

/** Groups what was decided by the route taken. */
export function choicesOf<T>(
  party: Party,
  decided: readonly Decided<T>[],
): readonly { readonly taken: T | null; readonly party: Party; readonly isSure: boolean }[] {
  const all = [...new Set(decided.flatMap(({ results }) => results))];
  if (all.length === 1) return all.map((taken) => ({ taken, party, isSure: true }));
  return all.map((taken) => {
    const own = decided.filter(({ results }) => results.includes(taken));
    const blocks = own.map(({ piece }) => piece.block);
    return { taken, party: { ...party, blocks }, isSure: own.every(({ results }) => results.length === 1) };
  });
}

/** A route with the length of its prefix: the longest that matches is taken. */
interface Ranked {
  readonly matcher: Matcher<Taken>;
  readonly length: number;
}

function matchersFor(
  index: TopologyIndex,
  table: TopologyRouteTable,
  party: Party,
): readonly Matcher<Taken>[] {
  const own = table.routes.flatMap((route) => ranked(index, route, party));
  // A route for the very block of the VPC stands in place of the local one, so that it comes first.
  const local = once(index, `local routes ${party.family}`, table.vpc, () =>
    (index.vpcs.get(table.vpc)?.blocks ?? [])
      .filter((block) => familyOf(block) === party.family)
      .map(localRoute),
  );
  return [...own, ...local].sort((a, b) => b.length - a.length).map(({ matcher }) => matcher);
}

function localRoute(block: Block): Ranked {
  return { matcher: { block, ports: ALL_PORTS, result: { kind: "local", block } }, length: lengthOf(block) };
}

function ranked(index: TopologyIndex, route: TopologyRoute, party: Party): readonly Ranked[] {
  const result: Taken = { kind: "route", route };
  const { destination } = route;
  if (destination.kind === "unknown")
    return [{ matcher: { block: "unknown", ports: ALL_PORTS, result }, length: Number.POSITIVE_INFINITY }];
  if (destination.kind === "block") {
    if (familyOf(destination.block) !== party.family) return [];
    const { block } = destination;
    return [{ matcher: { block, ports: ALL_PORTS, result }, length: lengthOf(block) }];
  }
  const takes = takesFamily(index.gateways.get(route.target), party.family);
  if (takes === "no") return [];
  return serviceMatch(destination.service, party).map((match) => {
    const block = takes === "unknown" ? "unknown" : match;
    return { matcher: { block, ports: ALL_PORTS, result }, length: SHORTEST_LISTED[party.family] };
  });
}

/** AWS's lists of services have longer prefixes than these; routes for such blocks may be more specific, or not. */
const SHORTEST_LISTED: Readonly<Record<AddressFamily, number>> = { ipv4: 9, ipv6: 29 };

function takesFamily(gateway: Gateway | undefined, family: AddressFamily): Answer {
  if (gateway?.kind !== "gateway-endpoint") return "yes";
  if (gateway.families === "unknown") return "unknown";
  return gateway.families.includes(family) ? "yes" : "no";
}

function lengthOf(block: Block): number {
  return block.kind === "known" ? block.prefix.length : block.length;
}

/** The route table of a subnet; undefined: not known. */
export function tableOf(
  { routeTables }: TopologyIndex,
  { routeTable }: TopologySubnet,
): TopologyRouteTable | undefined {
  return routeTable === null ? undefined : routeTables.get(routeTable);
}
