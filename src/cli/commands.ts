import { hasErrors } from "../base/diagnostic.ts";
import type { Network } from "../model/types/network.ts";
import { expand } from "../pipeline.ts";
import { type Finding, sortFindings } from "../reports/findings/finding.ts";
import { renderFindingsJson } from "../reports/findings/render-findings.ts";
import { fillInThreads } from "./cache/fill-in-threads.ts";
import { allMissing, type KnownStacks, knownStacks } from "./cache/stack-cache.ts";
import { goneStacks } from "./change/gone-stacks.ts";
import { type CompiledAt, compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { findSkippedStages } from "./find-skipped-stages.ts";
import { readBlueprints } from "./read-blueprints.ts";
import { showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";
import { finishOutput, type OutputChange, type Synth, writeOutput } from "./write-output.ts";

/** What the command line says, defaults filled in. */
export interface Options {
  /** The folder with the blueprints. */
  readonly blueprints: string;
  readonly output: string;
  readonly format: "pretty" | "json";
  readonly strict: boolean;
}

/** `hextet synth`: writes the Terraform JSON; nothing when there is an error. */
export async function synth(options: Options, terminal: Terminal): Promise<ExitCode> {
  const unfinished = finishOutput(options.output);
  const compiled = await compileAt([options.blueprints], options.strict, undefined, options.output);
  const { networks, findings: found } = compiled;
  const findings = [
    ...unfinished,
    ...found,
    ...goneStacks(found, options.output),
    ...findSkippedStages(networks, options.output),
  ];
  const failed = hasErrors(findings);
  const written = failed ? null : writeOutput(options.output, await synthOf(compiled, terminal), compiled);
  const all = sortFindings([...findings, ...(written?.findings ?? [])]);
  report(all, options, terminal);
  if (written !== null && !hasErrors(all)) say(describe(written, options.output), options, terminal);
  return exitCodeOf(all);
}

/** `hextet addresses`: the address plans on stdout; findings go to stderr in either format. */
export async function addresses(
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { networks, findings } = await compileAt(pathsOr(paths, options), options.strict);
  const { renderAddressPlans, renderAddressPlansJson } = await import(
    "../reports/addresses/address-table.ts"
  );
  showFindings(findings, terminal);
  const isJson = options.format === "json";
  if (isJson) terminal.out(renderAddressPlansJson(networks));
  else terminal.show(renderAddressPlans(networks, terminal.outColors, terminal.columns));
  return exitCodeOf(findings);
}

/** `hextet expand`: the blueprints with every default written out, on stdout; nothing where one cannot be read. */
export async function expandAll(
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { files } = readBlueprints(pathsOr(paths, options));
  const { findings } = await compileAt(pathsOr(paths, options), options.strict);
  showFindings(findings, terminal);
  const texts = files.map(expand).filter((text) => text !== null);
  terminal.out(texts.join("---\n"));
  return exitCodeOf(findings);
}

/** `hextet runbook`: the troubleshooting steps on stdout; findings go to stderr in either format. */
export async function runbook(
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { networks, findings } = await compileAt(pathsOr(paths, options), options.strict);
  const { renderRunbooks, renderRunbooksJson } = await import("../reports/runbook/runbook.ts");
  showFindings(findings, terminal);
  terminal.out(options.format === "json" ? renderRunbooksJson(networks) : renderRunbooks(networks));
  return exitCodeOf(findings);
}

/** `hextet hooks`: the provider hooks with state and reason on stdout; findings go to stderr in either format. */
export async function hooks(
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { networks, findings, userHooks } = await compileAt(pathsOr(paths, options), options.strict);
  const { renderHooks, renderHooksJson } = await import("../reports/hooks/hooks-table.ts");
  showFindings(findings, terminal);
  const isJson = options.format === "json";
  if (isJson) terminal.out(renderHooksJson(networks, userHooks));
  else terminal.show(renderHooks(networks, terminal.outColors, terminal.columns));
  return exitCodeOf(findings);
}

/**
 * Building the stacks that are not known from before, with CDKTF loaded only now: it takes longer than all before. A hook of
 * the user's may read what it likes, so that nothing is known then.
 */
export async function synthOf({ networks, userHooks }: CompiledAt, terminal: Terminal): Promise<Synth> {
  const { missing, complete } = userHooks.length > 0 ? allMissing(networks) : await filled(networks);
  // Nothing at all has a manifest too.
  const isKnown = missing.length === 0 && networks.length > 0;
  const synthStacks = isKnown ? null : (await import("../stack/synth.ts")).synthStacks;
  const what = `building ${amount(missing.length, "stack")}`;
  return (folder) => {
    const build = () => synthStacks?.(missing, folder, userHooks) ?? new Map();
    return complete(folder, isKnown ? new Map() : terminal.whileDoing(what, build));
  };
}

/** Where many are missing, threads build them first. */
async function filled(networks: readonly Network[]): Promise<KnownStacks> {
  const known = knownStacks(networks);
  const didFill = await fillInThreads({ kind: "stacks", list: known.missing });
  return didFill ? knownStacks(networks) : known;
}

/** The paths given, or the folder with the blueprints. */
export function pathsOr(paths: readonly string[], options: Options): readonly string[] {
  return paths.length === 0 ? [options.blueprints] : paths;
}

/** Findings where the format wants them: for people on stderr, for programs on stdout. */
export function report(findings: readonly Finding[], { format }: Options, terminal: Terminal): void {
  if (format === "json") terminal.out(renderFindingsJson(findings));
  else showFindings(findings, terminal);
}

/** Says to people, and to no program, what was done. */
export function say(text: string, { format }: Options, terminal: Terminal): void {
  if (format === "pretty") terminal.err(`${text}\n`);
}

/** What the exit code says of findings. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  return hasErrors(findings) ? exitCodes.findings : exitCodes.clean;
}

function describe({ written, removed }: OutputChange, output: string): string {
  if (written.length + removed.length === 0) return `${output}/ is up to date`;
  const parts = [
    ...written.map((path) => `wrote   ${output}/${path}`),
    ...removed.map((path) => `removed ${output}/${path}`),
  ];
  return parts.join("\n");
}

/** How many blueprints these stacks are of, and how many they are where that differs: `1 blueprint, 2 stacks`. */
export function blueprintsAndStacks(
  networks: readonly { readonly name: string }[],
  files: CompiledAt["files"],
  word = "blueprint",
): string {
  const blueprints = new Set(networks.map(({ name }) => files.get(name) ?? name)).size;
  const counted = amount(blueprints, word);
  return blueprints === networks.length ? counted : `${counted}, ${amount(networks.length, "stack")}`;
}

/** A count with its word: `1 blueprint`, `2 blueprints`. */
export function amount(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
