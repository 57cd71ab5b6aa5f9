import type { Network } from "../../model/types/network.ts";
import { type ReadQuery, readQuery } from "../../reach/ends/read-query.ts";
import type { ReachFinding } from "../../reach/findings/reach-finding.ts";
import type { TopologyIndex } from "../../reach/walk/index-topology.ts";
import type { Query } from "../../reach/walk/trace.ts";
import { traceIn } from "../../reach/walk/trace-query.ts";
import { renderMatricesJson, renderTracesJson } from "../../reports/reach/reach-json.ts";
import { renderMatricesMarkdown, renderTracesMarkdown } from "../../reports/reach/reach-markdown.ts";
import { reachTable } from "../../reports/reach/reach-table.ts";
import { renderMatrices } from "../../reports/reach/render-matrix.ts";
import { type NamedTrace, renderAnswer, renderTrace } from "../../reports/reach/render-trace.ts";
import type { Terminal } from "../terminal.ts";
import type { ReachOptions } from "./reach-options.ts";
import { whyLines } from "./why-lines.ts";

/** A stack in which packets are followed. */
export interface FollowedStack {
  readonly name: string;
  readonly index: TopologyIndex;
  /** Null: somebody's Terraform. */
  readonly network: Network | null;
}

/** The text of the answer; null where no stack has both ends, and what is said then. */
type ReachAnswer =
  | {
      readonly text: string;
      /** The findings that people read in the text. */
      readonly listed: readonly ReachFinding[];
    }
  | { readonly text: null; readonly refusal: string };

/** What is asked of the stacks. */
interface Asked extends Pick<ReachOptions, "pair" | "trace" | "format"> {
  /** Of the command line, before both ends: what is followed. */
  readonly words: readonly string[];
}

/** The answer in the format that is asked for, for a screen as wide as the terminal. */
export async function answerOf(
  stacks: readonly FollowedStack[],
  { pair, trace, format, words }: Asked,
  terminal: Pick<Terminal, "columns" | "outColors">,
): Promise<ReachAnswer> {
  if (pair === null) return matrices(stacks, { format, words }, terminal);
  const all = stacks.map((stack) => ({ stack, found: readQuery(stack.index.topology, pair.from, pair.to) }));
  const own = all.filter(({ stack, found }) => found.kind === "query" && isAskedHere(stack, found.query));
  const read = own.length === 0 ? all : own;
  const traces = read.flatMap(({ stack, found }): readonly FollowedTrace[] => {
    if (found.kind === "unknown") return [];
    const { from, to, query } = found;
    return [{ followed: stack, stack: stack.name, from, to, trace: traceIn(stack.index, query) }];
  });
  if (traces.length === 0) return { text: null, refusal: refusal(read.map(({ found }) => found)) };
  return { text: await pairText(traces, { trace, format }, terminal), listed: [] };
}

/** What joined stacks share, each of them could answer: the caller's does, or where nobody of them calls the target's. */
function isAskedHere({ index }: FollowedStack, { from, to }: Query): boolean {
  const caller = from.kind === "node" ? from : to;
  return caller.kind !== "node" || index.nodes.get(caller.id)?.place.kind !== "other-blueprint";
}

interface FollowedTrace extends NamedTrace {
  readonly followed: FollowedStack;
}

async function matrices(
  stacks: readonly FollowedStack[],
  { format, words }: Pick<Asked, "format" | "words">,
  { columns, outColors }: Pick<Terminal, "columns" | "outColors">,
): Promise<ReachAnswer> {
  if (format === "html") {
    const { renderReachPage } = await import("../../reports/reach/page/render-reach-page.ts");
    return { text: renderReachPage(stacks), listed: [] };
  }
  const tables = stacks.map(({ name, index }) => reachTable(name, index, (query) => traceIn(index, query)));
  switch (format) {
    case "pretty": {
      const listed = tables.flatMap(({ findings }) => findings);
      const text = renderMatrices(tables, columns, outColors) + whyLines(tables, words, columns);
      return { text, listed };
    }
    case "json":
      return { text: renderMatricesJson(tables), listed: [] };
    case "markdown":
      return { text: renderMatricesMarkdown(tables), listed: [] };
  }
}

async function pairText(
  traces: readonly FollowedTrace[],
  { trace: isWhole, format }: Pick<Asked, "trace" | "format">,
  { columns, outColors }: Pick<Terminal, "columns" | "outColors">,
): Promise<string> {
  switch (format) {
    case "pretty":
      return traces.map((one) => (isWhole ? renderTrace : renderAnswer)(one, columns, outColors)).join("\n");
    case "json":
      return renderTracesJson(traces);
    case "markdown":
      return renderTracesMarkdown(traces);
    case "html": {
      const { renderTracesPage } = await import("../../reports/reach/page/render-reach-page.ts");
      return renderTracesPage(traces);
    }
  }
}

/** Where one of several stacks has the source, what is wrong with the target there says most. */
function refusal(found: readonly ReadQuery[]): string {
  const unknown = found.filter((one) => one.kind === "unknown");
  const best = unknown.find(({ end }) => end === "to") ?? unknown[0];
  return best === undefined ? "nothing was asked" : `${best.message}: ${best.hint}`;
}
