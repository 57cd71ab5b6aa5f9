import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { type Block, familyOf } from "../topology/block.ts";
import type { AclEntry, TopologyNetworkAcl } from "../topology/filters.ts";
import type { TopologyRoute, TopologyRouteTable } from "../topology/topology.ts";
import { firstMatch, type Matcher } from "../walk/first-match.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import { portsOf } from "../walk/judge.ts";
import { ALL_PORTS, type PortRange } from "../walk/packet.ts";
import { blockText } from "../walk/packet-text.ts";
import type { ReachFinding } from "./reach-finding.ts";

/**
 * Entries of network ACLs, and routes, that no packet ever comes to, as those before them match all. Where those do the same
 * with it, it is only superfluous.
 */
export function shadowed({
  topology: { filters, routeTables, vpcs },
}: TopologyIndex): readonly ReachFinding[] {
  const local = new Map(vpcs.map(({ id, blocks }) => [id, blocks]));
  return [
    ...filters.networkAcls.flatMap(entriesOf),
    ...routeTables.flatMap((table) => routesOf(table, local.get(table.vpc) ?? [])),
  ];
}

function entriesOf(acl: TopologyNetworkAcl): readonly ReachFinding[] {
  return [acl.ingress, acl.egress].flatMap((entries) =>
    entries.flatMap((entry) => {
      const earlier = entries
        .filter(({ ruleNumber }) => ruleNumber < entry.ruleNumber)
        .sort((a, b) => a.ruleNumber - b.ruleNumber);
      const met = coveredBy(entry, earlier);
      return met === null ? [] : [shadowedEntry(acl, entry, met)];
    }),
  );
}

function shadowedEntry(acl: TopologyNetworkAcl, entry: AclEntry, met: readonly AclEntry[]): ReachFinding {
  const { ruleNumber, action, place } = entry;
  const others = met.filter((one) => one.action !== action);
  // An exception before a wider entry of the same kind is usual, and so is a wide deny behind what is allowed.
  const isSure = action === "deny" ? others.length > 0 : others.length === met.length;
  const numbers = (isSure ? others : met).map((one) => one.ruleNumber);
  const before = `${numbers.length === 1 ? "entry" : "entries"} ${numbers.join(", ")}`;
  return {
    rule: "route-or-entry-shadowed",
    severity: isSure ? "warning" : "note",
    what: acl.id,
    place,
    message: isSure
      ? `entry ${ruleNumber} of ${acl.id} ${action === "deny" ? "denies" : "allows"} nothing: what it matches meets ${before} first`
      : `no packet comes to entry ${ruleNumber} of ${acl.id}: ${before} before it already ${numbers.length === 1 ? "decides" : "decide"} all of it`,
    hint: isSure ? "give it a lower number, or leave it out" : "leave it out",
    facts: [filteringFacts.networkAclRuleNumbers],
  };
}

/** The earlier entries that its packets meet, for every protocol of which it speaks; null: some packet may come to it. */
function coveredBy(entry: AclEntry, earlier: readonly AclEntry[]): readonly AclEntry[] | null {
  const { block, traffic } = entry;
  if (block === "unknown" || traffic.kind === "unknown") return null;
  const family = familyOf(block);
  if (traffic.kind === "all" || traffic.kind === "protocol") {
    const alike = earlier.filter((one) => one.traffic.kind === "all" || sameProtocol(one, traffic));
    return metBy(
      block,
      ALL_PORTS,
      alike.flatMap((one) => matcher(one, one.block, ALL_PORTS)),
    );
  }
  const protocol = traffic.kind === "ports" ? traffic.protocol : "icmp";
  const ports = portsOf(traffic, protocol, family);
  if (ports === null || ports === "unknown") return null;
  return metBy(
    block,
    ports,
    earlier.flatMap((one) => matcher(one, one.block, portsOf(one.traffic, protocol, family))),
  );
}

function sameProtocol(one: AclEntry, traffic: AclEntry["traffic"]): boolean {
  return (
    one.traffic.kind === "protocol" && traffic.kind === "protocol" && one.traffic.number === traffic.number
  );
}

function matcher<T>(
  result: T,
  block: Block | "unknown",
  ports: Matcher<T>["ports"] | null,
): readonly Matcher<T>[] {
  return block === "unknown" || ports === null || ports === "unknown" ? [] : [{ block, ports, result }];
}

/** What surely matches each of the packets, whatever is not known: the last result of a piece is the sure one. */
function metBy<T>(block: Block, ports: PortRange, matchers: readonly Matcher<T>[]): readonly T[] | null {
  const sure = firstMatch(matchers, [{ block, ports }]).map(({ results }) => results.at(-1) ?? null);
  const met = sure.filter((one) => one !== null);
  return met.length < sure.length ? null : [...new Set(met)];
}

function routesOf(table: TopologyRouteTable, local: readonly Block[]): readonly ReachFinding[] {
  return table.routes.flatMap((route) => {
    if (route.destination.kind !== "block") return [];
    const { block } = route.destination;
    const narrower = [
      ...table.routes.flatMap((one) =>
        one.destination.kind === "block" ? [{ target: one.target, block: one.destination.block }] : [],
      ),
      ...local.map((own) => ({ target: "local", block: own })),
    ].filter((one) => lengthOf(one.block) > lengthOf(block) && familyOf(one.block) === familyOf(block));
    const met = metBy(
      block,
      ALL_PORTS,
      narrower.flatMap((one) => matcher(one.target, one.block, ALL_PORTS)),
    );
    return met === null ? [] : [shadowedRoute(table, route, block, met)];
  });
}

function shadowedRoute(
  { id }: TopologyRouteTable,
  { place, target }: TopologyRoute,
  block: Block,
  met: readonly string[],
): ReachFinding {
  return {
    rule: "route-or-entry-shadowed",
    severity: met.every((one) => one === target) ? "note" : "warning",
    what: id,
    place,
    message: `no packet takes the route to ${blockText(block)} of ${id}: more specific ones, to ${met.join(", ")}, take all of it`,
    hint: "leave it out",
    facts: [routingFacts.mostSpecificRouteWins],
  };
}

function lengthOf(block: Block): number {
  return block.kind === "known" ? block.prefix.length : block.length;
}
