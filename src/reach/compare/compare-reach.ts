import { destinations } from "../../aws/destinations/destinations.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { isAsked } from "../ends/is-asked.ts";
import { type Source, sourcesOf, type Target, targetName, targetsOf } from "../ends/pairs-of.ts";
import type { Topology } from "../topology/topology.ts";
import { indexTopology, type TopologyIndex } from "../walk/index-topology.ts";
import type { Query, QueryEnd, Trace } from "../walk/trace.ts";
import { traceIn } from "../walk/trace-query.ts";
import { type Openness, opennessOf } from "./openness.ts";

/** A connection that a change opens or closes, or may. */
export interface ReachChange extends Pick<Query, "protocol" | "port"> {
  /** As `hextet reach` calls them. */
  readonly from: string;
  readonly to: string;
  /** True: anybody on the internet opens it. */
  readonly isFromInternet: boolean;
  /** In which it changes; empty: to a destination outside, whichever family is taken. */
  readonly families: readonly AddressFamily[];
  readonly before: Openness;
  readonly after: Openness;
}

/**
 * What packets may do after a change that they could not before, and the other way round. `before` is null where the network is
 * new, `renamed` has the addresses that things had, by those of now. Of something new only who reaches it is told, and whom in the network it reaches; of something that goes nothing.
 */
export function compareReach(
  before: Topology | null,
  after: Topology,
  renamed: ReadonlyMap<string, string> = new Map(),
): readonly ReachChange[] {
  const index = indexTopology(after, destinations);
  const old = before === null ? null : { index: indexTopology(before, destinations), renamed };
  return pairsOf(after, old).flatMap((pair) => changesOf(old, index, pair));
}

interface Before {
  readonly index: TopologyIndex;
  readonly renamed: ReadonlyMap<string, string>;
}

/** As it was called. */
function oldEnd({ renamed }: Before, end: QueryEnd): QueryEnd {
  return end.kind === "node" ? { kind: "node", id: renamed.get(end.id) ?? end.id } : end;
}

interface Pair {
  readonly source: Source;
  readonly target: Target;
}

/** Of both sides, each once, under the names of after: a port may be named on one side only. */
function pairsOf(after: Topology, before: Before | null): readonly Pair[] {
  const sources = sourcesOf(after);
  const targets = new Map(targetsOf(after).map((target) => [keyOf(target), target]));
  for (const old of before === null ? [] : targetsOf(before.index.topology)) {
    const node = after.nodes.find(
      ({ id }) => before !== null && isEnd(oldEnd(before, { kind: "node", id }), old.end),
    );
    if (node === undefined) continue;
    const target = {
      ...old,
      end: { kind: "node", id: node.id } as const,
      name: targetName(after.nodes, node, old),
    };
    if (!targets.has(keyOf(target))) targets.set(keyOf(target), target);
  }
  return sources.flatMap((source) =>
    [...targets.values()]
      .filter(({ end }) => isAsked(source, end))
      .map((target): Pair => ({ source, target })),
  );
}

function keyOf({ end, protocol, port }: Target): string {
  return JSON.stringify([end.kind === "address" ? "" : end, protocol, port]);
}

function isEnd(one: QueryEnd, other: QueryEnd): boolean {
  return one.kind === "node" && other.kind === "node" && one.id === other.id;
}

function changesOf(
  old: Before | null,
  index: TopologyIndex,
  { source, target }: Pair,
): readonly ReachChange[] {
  const { protocol, port, end: to } = target;
  const query: Query = { from: source.end, to, protocol, port };
  const isFromInternet = source.end.kind === "internet";
  // That something new calls its package mirror is no news, nor is a network where there was none.
  if (old === null ? !isFromInternet : to.kind !== "node" && !hasEnd(old.index, oldEnd(old, source.end)))
    return [];
  const was =
    old === null
      ? null
      : answerOf(old.index, { ...query, from: oldEnd(old, query.from), to: oldEnd(old, to) });
  const is = answerOf(index, query);
  const families: readonly (AddressFamily | null)[] = to.kind === "node" ? ["ipv4", "ipv6"] : [null];
  const moved = families.map((family) => ({
    family,
    before: was === null ? "closed" : opennessOf(was, family),
    after: is === null ? "closed" : opennessOf(is, family),
  }));
  const states = [...new Set(moved.map((one) => `${one.before} ${one.after}`))];
  return states.flatMap((state): readonly ReachChange[] => {
    const same = moved.filter((one) => `${one.before} ${one.after}` === state);
    const [first] = same;
    if (first === undefined || !isNews(first, isFromInternet)) return [];
    // What may reach something new was in doubt before too; only what strangers may reach is worth the doubt.
    if (was === null && first.after === "unknown" && !isFromInternet) return [];
    const ends = { from: source.name, to: target.name, isFromInternet, protocol, port };
    const own = same.flatMap(({ family }) => (family === null ? [] : [family]));
    return [{ ...ends, families: own, before: first.before, after: first.after }];
  });
}

/** What was not known and now is is no change, but that the internet surely comes in. */
function isNews({ before, after }: Pick<ReachChange, "before" | "after">, isFromInternet: boolean): boolean {
  if (before === after) return false;
  return before !== "unknown" || (isFromInternet && after === "open");
}

function hasEnd({ nodes }: TopologyIndex, end: Query["from"]): boolean {
  return end.kind !== "node" || nodes.has(end.id);
}

/** Null: one of the ends is not there. */
function answerOf(index: TopologyIndex, query: Query): Trace | null {
  if (!hasEnd(index, query.from) || !hasEnd(index, query.to)) return null;
  return traceIn(index, query);
}
