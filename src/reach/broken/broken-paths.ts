import { destinations } from "../../aws/destinations/destinations.ts";
import type { Network } from "../../model/types/network.ts";
import { decidingHop } from "../ends/deciding-hop.ts";
import { indexNetwork } from "../from-network/index-network.ts";
import { withTierProbes } from "../from-network/with-tier-probes.ts";
import type { Intent, Node } from "../topology/nodes.ts";
import type { Place, RouteDestination, Topology } from "../topology/topology.ts";
import { indexTopology, type TopologyIndex } from "../walk/index-topology.ts";
import type { Attempt, Hop, Query, Trace } from "../walk/trace.ts";
import { mayPass, traceIn } from "../walk/trace-query.ts";
import type { Culprit } from "./closest-value.ts";
import { culpritOf } from "./culprit-of.ts";
import { isMeantSo } from "./is-meant-so.ts";
import { mayBreak } from "./may-break.ts";

/** A connection that what is declared means to work, and that surely does not. */
export interface BrokenPath {
  /** Who opens it, or whom the internet calls. */
  readonly node: Node;
  readonly intent: Intent;
  /** Where it breaks; null: the two have no address of one family. */
  readonly hop: Hop | null;
  readonly culprit: Culprit;
  /** True: through NAT64. */
  readonly isTranslated: boolean;
}

/** The intents that no packet fulfils, in the order of the nodes; what is not known is none of them. */
export function brokenPaths(network: Network): readonly BrokenPath[] {
  const index = indexTopology(withTierProbes(network, indexNetwork(network).topology), destinations);
  const known = new Map<string, Trace | null>();
  // Of most connections one packet is enough to see that they are not broken.
  const ask: Ask = (query, family) => {
    const key = JSON.stringify({ query, family });
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const made = mayPass(index, query, family) ? null : traceIn(index, query);
    known.set(key, made);
    return made;
  };
  return index.topology.nodes.flatMap((node) =>
    node.intents.flatMap((intent) => {
      if (!mayBreak(network, index, node, intent)) return [];
      const broken = brokenPath(network, index, ask, { node, intent });
      return broken === null ? [] : [broken];
    }),
  );
}

/** Follows a connection; null: it is not surely broken in the family. */
type Ask = (query: Query, family: Intent["family"]) => Trace | null;

function brokenPath(
  network: Network,
  { topology }: TopologyIndex,
  ask: Ask,
  { node, intent }: Pick<BrokenPath, "node" | "intent">,
): BrokenPath | null {
  const query = queryOf(node, intent);
  const answer = ask(query, intent.family);
  if (answer === null || !mayBeBroken(answer, intent)) return null;
  const attempts = answer.attempts.filter(
    ({ family }) => intent.family === "any" || family === intent.family,
  );
  if (attempts.some(({ verdict }) => verdict !== "no")) return null;
  // Without an attempt nothing was tried: that an end has no address of the family has findings of its own.
  if (attempts.length === 0) return null;
  const hop = decidingHop({ attempts, dns: answer.dns }, "no");
  const isTranslated = attempts.some((one) => one.isTranslated);
  if (isMeantSo(network, topology, { node, intent, hop, isTranslated })) return null;
  const route = lastRoute(topology, attempts, hop);
  const ends = { from: endOf(topology, query.from), to: endOf(topology, query.to) };
  return {
    node,
    intent,
    hop,
    isTranslated,
    culprit: culpritOf(network, topology, { hop, query, ...ends, route, intent }),
  };
}

/** What another family reaches may yet break in the one that is meant. */
function mayBeBroken({ verdict }: Trace, { family }: Intent): boolean {
  return verdict === "blocked" || (family !== "any" && verdict !== "unknown");
}

function queryOf({ id }: Node, { to, protocol, port }: Intent): Query {
  const node = { kind: "node", id } as const;
  return to.kind === "from-internet"
    ? { from: { kind: "internet" }, to: node, protocol, port }
    : { from: node, to, protocol, port };
}

function endOf({ nodes }: Topology, end: Query["from"]): Node | null {
  return end.kind === "node" ? (nodes.find(({ id }) => id === end.id) ?? null) : null;
}

/** The last route that the packet took; of several to the gateway that drops it, the widest. */
function lastRoute({ routeTables }: Topology, attempts: readonly Attempt[], hop: Hop | null): Place | null {
  const failed = attempts.find(({ verdict }) => verdict === "no");
  const taken = failed?.hops.findLast(({ kind }) => kind === "route") ?? null;
  if (taken === null || hop?.kind !== "gateway") return taken?.place ?? null;
  const routes = routeTables.filter(({ id }) => id === taken.what).flatMap((table) => table.routes);
  const widest = routes
    .filter(({ target }) => target === hop.what)
    .sort((a, b) => lengthOf(a.destination) - lengthOf(b.destination))[0];
  return widest?.place ?? taken.place;
}

function lengthOf(destination: RouteDestination): number {
  if (destination.kind !== "block" || destination.block.kind !== "known") return Number.POSITIVE_INFINITY;
  return destination.block.prefix.length;
}
