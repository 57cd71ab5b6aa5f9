import { costOf } from "../model/cost/network-cost.ts";
import { renderCostsJson } from "../reports/cost/cost-json.ts";
import { renderCostsMarkdown } from "../reports/cost/cost-markdown.ts";
import { renderCosts } from "../reports/cost/cost-text.ts";
import { exitCodeOf, type Options, pathsOr } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import type { ExitCode } from "./exit-codes.ts";
import { showFindings } from "./show-findings.ts";
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
  showFindings(findings, terminal);
  const costs = networks.map((network) => costOf(network, natGb));
  if (format === "pretty") terminal.show(renderCosts(costs, terminal.outColors, terminal.columns));
  else terminal.out(format === "json" ? renderCostsJson(costs) : renderCostsMarkdown(costs));
  return exitCodeOf(findings);
}
