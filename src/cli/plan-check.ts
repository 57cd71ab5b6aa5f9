import { didYouMean } from "../base/did-you-mean.ts";
import { changedSettings, compareStacks } from "../change/compare-stacks.ts";
import { judgePlanned } from "../change/judge-planned.ts";
import { leftOut } from "../change/left-out.ts";
import { emptyStack } from "../change/read-stack-output.ts";
import type { StackOutput } from "../change/types.ts";
import { readPlan } from "../model/migration/read-plan.ts";
import { type Finding, findingAbout, warningsAsErrors } from "../reports/findings/finding.ts";
import { sayUnknownAllowed } from "./change/say-unknown-allowed.ts";
import { stackNames } from "./change/stack-names.ts";
import { exitCodeOf, type Options, report, say } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { allowedIn, sidesOf } from "./output-sides.ts";
import { readPlanFile } from "./read-plan-file.ts";
import type { Terminal } from "./terminal.ts";

/** What the command line of `hextet plan check` says beside the options of every command. */
export interface PlanCheckOptions extends Options {
  readonly plan: string;
  /** The commit, or the output folder, that the review compared with. */
  readonly base: string | undefined;
  readonly allow: readonly string[];
}

/** `hextet plan check`: whether a Terraform plan does what the review of a stack showed, and nothing worse. */
export async function planCheck(
  stack: string,
  options: PlanCheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const compiled = await compileAt([options.blueprints], false);
  const sides = await sidesOf(options.base, compiled, options.output, terminal);
  if (sides === null) return exitCodes.findings;
  sayUnknownAllowed(options.allow, sides, terminal);
  const after = sides.after.find(({ name }) => name === stack);
  if (after === undefined) return refuseStack(stack, sides.after, terminal);
  const former = stackNames(compiled.networks).get(stack);
  const before =
    sides.before.find(({ name }) => name === stack) ??
    sides.before.find(({ name }) => name === former) ??
    emptyStack(stack);
  const {
    name: file,
    bytes,
    finding: unreadable,
  } = await readPlanFile(options.plan, {
    command: `plan check ${stack}`,
    rule: "migrate/not-a-plan",
    wanted: "plan",
  });
  if (bytes === null) return finish([unreadable], options, terminal);
  const { plan, mistake } = readPlan(bytes);
  const changes = compareStacks(before, after, sides);
  const allowed = allowedIn(compiled, stack, options.allow);
  const judged =
    plan === null
      ? [mistake]
      : judgePlanned(plan, { stack: after, changes, allowed, settings: changedSettings(before, after) });
  const findings = judged.map(
    ({ rule, severity, message, hint }): Finding => ({
      ...findingAbout(file, rule, message, hint),
      severity,
    }),
  );
  const exitCode = finish(options.strict ? warningsAsErrors(findings) : findings, options, terminal);
  const isSilent = findings.every(({ severity }) => severity === "note");
  const what = isSilent
    ? `does what the review of "${stack}" showed`
    : `destroys and replaces nothing that the review of "${stack}" did not show`;
  const left = plan === null ? [] : leftOut(plan, changes);
  if (exitCode === exitCodes.clean) say(`${file} ${what}${leftWords(left)}`, options, terminal);
  return exitCode;
}

function leftWords([first, ...more]: readonly string[]): string {
  if (first === undefined) return "";
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return `, but not all of it: nothing is done to ${first}${others}; that is applied already, or the output is old: \`npx hextet synth\`, and plan again`;
}

function refuseStack(stack: string, known: readonly StackOutput[], terminal: Terminal): ExitCode {
  const names = known.map(({ name }) => name);
  const hint = didYouMean(stack, names, names.length === 0 ? "there is none" : `known: ${names.join(", ")}`);
  terminal.err(`hextet: no blueprint makes a stack ${JSON.stringify(stack)}: ${hint}\n`);
  return exitCodes.usage;
}

function finish(findings: readonly Finding[], options: Options, terminal: Terminal): ExitCode {
  report(findings, options, terminal);
  return exitCodeOf(findings);
}
