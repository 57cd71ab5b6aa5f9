import { hasErrors } from "../base/diagnostic.ts";
import { type Finding, sortFindings } from "../reports/findings/finding.ts";
import { goneStacks } from "./change/gone-stacks.ts";
import { blueprintsAndStacks, type Options, synthOf } from "./commands.ts";
import { type CompiledAt, compileAt } from "./compile-at.ts";
import { describeDrift } from "./describe-drift.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { findSkippedStages } from "./find-skipped-stages.ts";
import { expectOutputFolder } from "./output-in-the-way.ts";
import { type FindingOptions, isFailed, isForPeople, reportFindings } from "./report-findings.ts";
import { keepAffected } from "./stacks/keep-affected.ts";
import type { Terminal } from "./terminal.ts";
import { compareOutput, findInterrupted } from "./write-output.ts";

/**
 * `hextet check`: validates, and compares the output folder with what `synth` would write: the whole folder, whichever
 * stacks are affected.
 */
export async function check(
  options: Options,
  reporting: FindingOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  expectOutputFolder(options.output);
  const compiled = await compileAt([options.blueprints], options.strict, undefined, options.output);
  const kept = await keepAffected(reporting.affected, compiled, options.output, terminal);
  if (kept === null) return exitCodes.findings;
  const { networks } = compiled;
  const { findings: found, accepted, read } = kept;
  const findings = [
    ...findInterrupted(options.output),
    ...found,
    ...goneStacks(found, options.output),
    ...findSkippedStages(networks, options.output),
  ];
  const compared = hasErrors(findings) ? NOT_COMPARED : await compare(compiled, options, terminal);
  const all = sortFindings([...findings, ...compared.findings]);
  const written = await reportFindings({ findings: all, accepted, read }, reporting, terminal);
  const isForTerminal = isForPeople(reporting);
  if (isForTerminal && compared.diffs.length > 0) terminal.err(`\n${compared.diffs.join("\n\n")}\n`);
  // What a stale output announces does not count: `synth` writes it, and its exit code says more.
  if (isFailed(findings, reporting, terminal) || !written) return exitCodes.findings;
  if (compared.exitCode !== exitCodes.clean) return compared.exitCode;
  const counted = blueprintsAndStacks(networks, compiled.files);
  const verb = networks.length === 1 ? "says" : "say";
  if (isForTerminal) terminal.err(`${options.output}/ is what the ${counted} ${verb}\n`);
  return exitCodes.clean;
}

interface Compared {
  readonly findings: readonly Finding[];
  readonly diffs: readonly string[];
  readonly exitCode: ExitCode;
}

const NOT_COMPARED: Compared = { findings: [], diffs: [], exitCode: exitCodes.findings };

async function compare(compiled: CompiledAt, { output }: Options, terminal: Terminal): Promise<Compared> {
  const plan = compareOutput(output, await synthOf(compiled, terminal), compiled);
  const drift = describeDrift(plan, output, terminal.errColors);
  const stale = drift.findings.length > 0 ? exitCodes.stale : exitCodes.clean;
  return {
    findings: [...plan.findings, ...plan.changes, ...drift.findings],
    diffs: drift.diffs,
    exitCode: plan.findings.length > 0 || hasErrors(plan.changes) ? exitCodes.findings : stale,
  };
}
