import { destinations } from "../../aws/destinations/destinations.ts";
import { type ReadQuery, readQuery } from "../../reach/ends/read-query.ts";
import { topologyOf } from "../../reach/from-network/topology-of.ts";
import { indexTopology, type TopologyIndex } from "../../reach/walk/index-topology.ts";
import { traceIn } from "../../reach/walk/trace-query.ts";
import { renderFindings } from "../../reports/findings/render-findings.ts";
import { renderMatricesJson, renderTracesJson } from "../../reports/reach/reach-json.ts";
import { renderMatricesMarkdown, renderTracesMarkdown } from "../../reports/reach/reach-markdown.ts";
import { type ReachTable, reachTable } from "../../reports/reach/reach-table.ts";
import { renderMatrices } from "../../reports/reach/render-matrix.ts";
import { type NamedTrace, renderAnswer, renderTrace } from "../../reports/reach/render-trace.ts";
import { exitCodeOf, type Options, pathsOr } from "../commands.ts";
import { compileAt } from "../compile-at.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import type { ReachOptions } from "./reach-options.ts";
import { readPlanTopology } from "./read-plan-topology.ts";

/** `hextet reach`: who reaches whom on stdout, also of blueprints with errors; findings go to stderr. */
export async function reach(
  { paths, plan, pair, ...how }: ReachOptions,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (plan !== null) {
    const topology = await readPlanTopology(plan, terminal);
    if (topology === null) return exitCodes.findings;
    const stack = { name: plan === "-" ? "<stdin>" : plan, index: indexTopology(topology, destinations) };
    return show([stack], pair, how, terminal) ? exitCodes.clean : exitCodes.usage;
  }
  const { findings, judged } = await compileAt(pathsOr(paths, options), options.strict);
  terminal.err(renderFindings(findings, terminal.errColors));
  const exitCode = exitCodeOf(findings);
  const stacks = judged.map(
    (network): Stack => ({ name: network.name, index: indexTopology(topologyOf(network), destinations) }),
  );
  if (stacks.length === 0) return exitCode;
  return show(stacks, pair, how, terminal) ? exitCode : exitCodes.usage;
}

function show(
  stacks: readonly Stack[],
  pair: ReachOptions["pair"],
  how: Pick<ReachOptions, "format" | "trace">,
  terminal: Terminal,
): boolean {
  if (pair !== null) return showPair(stacks, pair, how, terminal);
  showMatrices(stacks, how.format, terminal);
  return true;
}

interface Stack {
  readonly name: string;
  readonly index: TopologyIndex;
}

function showMatrices(stacks: readonly Stack[], format: ReachOptions["format"], terminal: Terminal): void {
  const tables = stacks.map(({ name, index }) =>
    reachTable(name, index.topology, (query) => traceIn(index, query)),
  );
  terminal.out(renderTables(tables, format, terminal));
}

function renderTables(
  tables: readonly ReachTable[],
  format: ReachOptions["format"],
  { columns, outColors }: Terminal,
): string {
  switch (format) {
    case "pretty":
      return renderMatrices(tables, columns, outColors);
    case "json":
      return renderMatricesJson(tables);
    case "markdown":
      return renderMatricesMarkdown(tables);
  }
}

/** False when no stack has both ends, which is said. */
function showPair(
  stacks: readonly Stack[],
  { from, to }: NonNullable<ReachOptions["pair"]>,
  { format, trace: isWhole }: Pick<ReachOptions, "format" | "trace">,
  terminal: Terminal,
): boolean {
  const read = stacks.map((stack) => ({ stack, found: readQuery(stack.index.topology, from, to) }));
  const traces = read.flatMap(({ stack, found }): readonly NamedTrace[] => {
    if (found.kind === "unknown") return [];
    return [{ stack: stack.name, from: found.from, to: found.to, trace: traceIn(stack.index, found.query) }];
  });
  if (traces.length === 0) {
    terminal.err(`hextet: ${refusal(read.map(({ found }) => found))}\n`);
    return false;
  }
  const show = isWhole ? renderTrace : renderAnswer;
  const texts = traces.map((one) => show(one, terminal.columns, terminal.outColors));
  if (format === "pretty") terminal.out(texts.join("\n"));
  else terminal.out(format === "json" ? renderTracesJson(traces) : renderTracesMarkdown(traces));
  return true;
}

/** Where one of several stacks has the source, what is wrong with the target there says most. */
function refusal(found: readonly ReadQuery[]): string {
  const unknown = found.filter((one) => one.kind === "unknown");
  const best = unknown.find(({ end }) => end === "to") ?? unknown[0];
  return best === undefined ? "nothing was asked" : `${best.message}: ${best.hint}`;
}
