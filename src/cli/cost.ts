import { costOf, type NetworkCost } from "../model/cost/network-cost.ts";
import { renderCostsJson } from "../reports/cost/cost-json.ts";
import { renderCostsMarkdown } from "../reports/cost/cost-markdown.ts";
import { renderCosts } from "../reports/cost/cost-text.ts";
import { renderFindings } from "../reports/findings/render-findings.ts";
import { exitCodeOf, type Options, pathsOr } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** How `hextet cost` shows the bills. */
export type CostFormat = "pretty" | "json" | "markdown";

/** What the command line of `hextet cost` says beside the options of every command. */
export interface CostOptions extends Omit<Options, "format"> {
  readonly format: CostFormat;
  /** GB a month through all NAT gateways of a network. */
  readonly natGb: number;
}

/** `hextet cost`: what the networks cost a month, and what IPv6 saves, on stdout; findings go to stderr. */
export async function cost(
  paths: readonly string[],
  options: CostOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { format, natGb, ...rest } = options;
  const { networks, findings } = await compileAt(pathsOr(paths, { ...rest, format: "pretty" }), rest.strict);
  terminal.err(renderFindings(findings, terminal.errColors));
  const costs = networks.map((network) => costOf(network, natGb));
  terminal.out(render(costs, format, terminal));
  return exitCodeOf(findings);
}

function render(costs: readonly NetworkCost[], format: CostFormat, terminal: Terminal): string {
  if (format === "json") return renderCostsJson(costs);
  if (format === "markdown") return renderCostsMarkdown(costs);
  return renderCosts(costs, terminal.outColors, terminal.columns);
}
