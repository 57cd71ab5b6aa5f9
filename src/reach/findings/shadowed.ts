import { filteringFacts } from "../../aws/facts/filtering.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { type Block, familyOf } from "../topology/block.ts";
import type { AclEntry, TopologyNetworkAcl } from "../topology/filters.ts";
import type { Topology, TopologyRouteTable } from "../topology/topology.ts";
import { firstMatch, type Matcher } from "../walk/first-match.ts";
import { portsOf } from "../walk/judge.ts";
import { ALL_PORTS } from "../walk/packet.ts";
import { blockText } from "../walk/packet-text.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Entries of network ACLs, and routes, that no packet ever comes to, as those before them match all. */
export function shadowed({ filters, routeTables, vpcs }: Topology): readonly ReachFinding[] {
  const local = new Map(vpcs.map(({ id, blocks }) => [id, blocks]));
  return [
    ...filters.networkAcls.flatMap(entriesOf),
    ...routeTables.flatMap((table) => routesOf(table, local.get(table.vpc) ?? [])),
  ];
}

function entriesOf(acl: TopologyNetworkAcl): readonly ReachFinding[] {
  return [acl.ingress, acl.egress].flatMap((entries) => {
    const inOrder = entries.toSorted((a, b) => a.ruleNumber - b.ruleNumber);
    return inOrder.flatMap((entry, at) =>
      isCovered(entry, inOrder.slice(0, at))
        ? [
            {
              kind: "shadowed" as const,
              what: acl.id,
              place: entry.place,
              message: `no packet comes to entry ${entry.ruleNumber} of ${acl.id}: entries with lower numbers match all that it matches`,
              hint: "give it a lower number, or leave it out",
              facts: [filteringFacts.networkAclRuleNumbers],
            },
          ]
        : [],
    );
  });
}

/** For every protocol of which the entry speaks. */
function isCovered({ block, traffic }: AclEntry, earlier: readonly AclEntry[]): boolean {
  if (block === "unknown" || traffic.kind === "unknown") return false;
  const family = familyOf(block);
  if (traffic.kind === "all" || traffic.kind === "protocol") {
    const alike = earlier.filter((one) => one.traffic.kind === "all" || sameProtocol(one, traffic));
    return isMatched(
      block,
      ALL_PORTS,
      alike.flatMap((one) => matcher(one.block, ALL_PORTS)),
    );
  }
  const protocol = traffic.kind === "ports" ? traffic.protocol : "icmp";
  const ports = portsOf(traffic, protocol, family);
  if (ports === null || ports === "unknown") return false;
  return isMatched(
    block,
    ports,
    earlier.flatMap((one) => matcher(one.block, portsOf(one.traffic, protocol, family))),
  );
}

function sameProtocol(one: AclEntry, traffic: AclEntry["traffic"]): boolean {
  return (
    one.traffic.kind === "protocol" && traffic.kind === "protocol" && one.traffic.number === traffic.number
  );
}

function matcher(block: Block | "unknown", ports: Matcher<true>["ports"] | null): readonly Matcher<true>[] {
  return block === "unknown" || ports === null || ports === "unknown" ? [] : [{ block, ports, result: true }];
}

/** Matched for sure, whatever is not known: the last result of a piece is the sure one. */
function isMatched(
  block: Block,
  ports: { from: number; to: number },
  matchers: readonly Matcher<true>[],
): boolean {
  const decided = firstMatch(matchers, [{ block, ports }]);
  return decided.every(({ results }) => results.at(-1) === true);
}

function routesOf({ id, routes }: TopologyRouteTable, local: readonly Block[]): readonly ReachFinding[] {
  return routes.flatMap(({ place, destination }) => {
    if (destination.kind !== "block") return [];
    const { block } = destination;
    const narrower = [
      ...routes.flatMap((one) => (one.destination.kind === "block" ? [one.destination.block] : [])),
      ...local,
    ].filter((one) => lengthOf(one) > lengthOf(block) && familyOf(one) === familyOf(block));
    if (
      !isMatched(
        block,
        ALL_PORTS,
        narrower.flatMap((one) => matcher(one, ALL_PORTS)),
      )
    )
      return [];
    return [
      {
        kind: "shadowed" as const,
        what: id,
        place,
        message: `no packet takes the route to ${blockText(block)} of ${id}: more specific ones take all of it`,
        hint: "leave it out",
        facts: [routingFacts.mostSpecificRouteWins],
      },
    ];
  });
}

function lengthOf(block: Block): number {
  return block.kind === "known" ? block.prefix.length : block.length;
}
