import type { Network } from "../model/types/network.ts";
import type { GraphFormat } from "../reports/graph/graph-formats.ts";
import { exitCodeOf, type Options, pathsOr } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";
import { writeReport } from "./write-report.ts";

/** What the command line of `hextet graph` says beside what all commands know. */
export interface GraphOptions {
  readonly format: GraphFormat;
  /** Null: standard output. */
  readonly file: string | null;
}

/** `hextet graph`: pictures of the networks, on stdout or in a file; findings go to stderr. */
export async function graph(
  paths: readonly string[],
  options: Options,
  { format, file }: GraphOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { networks, findings } = await compileAt(pathsOr(paths, options), options.strict);
  showFindings(findings, terminal);
  const exitCode = exitCodeOf(findings);
  if (networks.length === 0) return exitCode;
  const text = await render(networks, format);
  if (text === null) {
    terminal.err(
      `hextet: svg is a picture of one network, and there are ${networks.length}: name a blueprint, or use html\n`,
    );
    return exitCodes.usage;
  }
  return write(text, file, terminal) ? exitCode : exitCodes.findings;
}

/** Null where the format cannot hold so many networks. */
async function render(networks: readonly Network[], format: GraphFormat): Promise<string | null> {
  const { renderHtmlGraphs, renderMermaidGraphs, renderSvgGraph } = await import(
    "../reports/graph/render-graphs.ts"
  );
  const [only] = networks.length === 1 ? networks : [];
  switch (format) {
    case "mermaid":
      return renderMermaidGraphs(networks);
    case "svg":
      return only === undefined ? null : renderSvgGraph(only);
    case "html":
      return renderHtmlGraphs(networks);
  }
}

/** False when it cannot be written, which is said. */
function write(text: string, file: string | null, terminal: Terminal): boolean {
  if (file === null) {
    terminal.out(text);
    return true;
  }
  const findings = writeReport(file, text);
  if (findings.length > 0) showFindings(findings, terminal);
  return findings.length === 0;
}
