import { isAsked } from "../../reach/ends/is-asked.ts";
import { sourcesOf, targetsOf } from "../../reach/ends/pairs-of.ts";
import type { Topology } from "../../reach/topology/topology.ts";
import type { Query } from "../../reach/walk/trace.ts";

/** Every pair of a topology that somebody asks about, and what is said of it. */
export interface AskedPairs<Cell> {
  readonly sources: readonly string[];
  readonly rows: readonly AskedRow<Cell>[];
}

/** One target. */
export interface AskedRow<Cell> extends Pick<Query, "protocol" | "port"> {
  readonly target: string;
  /** True for what is no part of the network. */
  readonly isOutside: boolean;
  /** In the order of the sources; null: nobody asks this. */
  readonly cells: readonly (Cell | null)[];
}

/** What `cellOf` says of each pair; a trace is not kept longer than it keeps it. */
export function askedPairs<Cell>(
  topology: Topology,
  cellOf: (query: Query, from: string, to: string) => Cell,
): AskedPairs<Cell> {
  const sources = sourcesOf(topology);
  return {
    sources: sources.map(({ name }) => name),
    rows: targetsOf(topology).map(({ name, end, protocol, port }) => ({
      target: name,
      isOutside: end.kind !== "node",
      protocol,
      port,
      cells: sources.map((source) =>
        isAsked(source, end)
          ? cellOf({ from: source.end, to: end, protocol, port }, source.name, name)
          : null,
      ),
    })),
  };
}
