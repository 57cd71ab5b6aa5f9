import { compareOutputs } from "../change/compare-stacks.ts";
import { type TakenChange, takenChanges } from "../change/taken-values.ts";
import type { StackChange } from "../change/types.ts";
import type { Network } from "../model/types/network.ts";
import { renderChangesJson } from "../reports/changes/change-json.ts";
import { renderChangesMarkdown } from "../reports/changes/change-markdown.ts";
import { renderChanges } from "../reports/changes/change-text.ts";
import { compareFindings, type FindingChanges, notCompared } from "../reports/changes/compare-findings.ts";
import { findingsLines, renameLines } from "../reports/changes/findings-lines.ts";
import { type ReachChanges, reachLines } from "../reports/changes/reach-lines.ts";
import { takenLines } from "../reports/changes/taken-lines.ts";
import type { NewNames } from "../reports/changes/under-new-names.ts";
import type { Finding } from "../reports/findings/finding.ts";
import { type BlueprintsBefore, compileBefore } from "./change/blueprints-before.ts";
import { changedReach } from "./change/changed-reach.ts";
import { lossesIn } from "./change/losses.ts";
import { reachOfOutputs } from "./change/reach-of-outputs.ts";
import { addedStacks } from "./change/same-stack.ts";
import { sayUnknownAllowed } from "./change/say-unknown-allowed.ts";
import { stackNames } from "./change/stack-names.ts";
import { staleRenamesOf } from "./change/stale-renames.ts";
import type { Options } from "./commands.ts";
import { type CompiledAt, compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { allowedIn, type OutputSides, sidesOf } from "./output-sides.ts";
import { showFindings } from "./show-findings.ts";
import type { Terminal } from "./terminal.ts";

/** How `hextet diff` shows what it found. */
export type DiffFormat = "pretty" | "json" | "markdown";

/** What the command line of `hextet diff` says beside the options of every command. */
export interface DiffOptions extends Omit<Options, "format"> {
  readonly format: DiffFormat;
  /** Addresses, or `<stack>:<address>`, that may lose what they hold. */
  readonly allow: readonly string[];
}

/**
 * `hextet diff`: what the blueprints, as they are now, change against an output of before: that of a commit, or in a
 * folder. Exits with 5 when something that holds data or an address goes and nobody has allowed it.
 */
export async function diff(
  base: string | undefined,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const compiled = await compileAt([options.blueprints], options.strict, undefined, options.output);
  const sides = await sidesOf(base, compiled, options.output, terminal);
  if (sides === null) return exitCodes.findings;
  sayUnknownAllowed(options.allow, sides, terminal);
  const changes = compareOutputs(sides.before, sides.after, {
    names: stackNames(compiled.networks),
    output: options.output,
  });
  const before = compileBefore(sides.commit, options.blueprints, compiled);
  const findings =
    typeof before === "string"
      ? notCompared(before)
      : compareFindings(before, compiled, compiled.judged.map(newNames));
  const reach = reachOf(before, sides, compiled);
  const stale = staleRenamesOf(
    compiled,
    sides.moves,
    (name) => sides.before.find((stack) => stack.name === name) ?? null,
  );
  const taken = takenChanges({ before: sides.before, after: sides.after, changes });
  show({ changes, findings, reach, taken, renames: stale }, options.format, terminal);
  const added = addedStacks(changes, compiled.networks);
  const unwritten = new Set(typeof before === "string" ? [] : before.judged.map(({ name }) => name));
  const lost = changes.flatMap((stack) => {
    const allowed = allowedIn(compiled, stack.name, options.allow);
    const file = `${options.output}/stacks/${stack.name}/cdk.tf.json`;
    return lossesIn(stack, { allowed, added, unwritten, file });
  });
  if (lost.length + stale.length > 0) terminal.err("\n");
  showFindings([...lost, ...stale], terminal);
  return lost.length === 0 ? exitCodes.clean : exitCodes.loses;
}

/** Blueprints tell more than outputs, and nothing of what a file beside a stack overrides. */
function reachOf(before: BlueprintsBefore | string, sides: OutputSides, compiled: CompiledAt): ReachChanges {
  if (typeof before === "string") return reachOfOutputs(sides, compiled.networks);
  const overridden = new Set(
    [...sides.before, ...sides.after].flatMap(({ name, overrides }) => (overrides.length > 0 ? name : [])),
  );
  const isOverridden = ({ name, renamedFrom }: Network) =>
    overridden.has(name) || (renamedFrom !== null && overridden.has(renamedFrom));
  const names = new Set(compiled.networks.filter(isOverridden).map(({ name }) => name));
  const after = sides.after.filter(({ name }) => names.has(name));
  const told = changedReach(before, compiled, sides.moves).changes.filter(({ stack }) => !names.has(stack));
  return { changes: [...told, ...reachOfOutputs({ ...sides, after }, compiled.networks).changes] };
}

function newNames({ name, renamedFrom, renames }: Network): NewNames {
  return { stack: name, formerStack: renamedFrom ?? name, things: renames?.list ?? [] };
}

interface Shown {
  readonly changes: readonly StackChange[];
  readonly findings: FindingChanges;
  readonly reach: ReachChanges;
  readonly taken: readonly TakenChange[];
  /** On a terminal these are shown with their lines, after the changes. */
  readonly renames: readonly Finding[];
}

function show(
  { changes, findings, reach, taken, renames }: Shown,
  format: DiffFormat,
  terminal: Terminal,
): void {
  const lines = findingsLines(findings);
  const beside = { reach: reachLines(reach), taken: takenLines(taken) };
  if (format === "json") terminal.out(renderChangesJson(changes, findings, { renames, reach, taken }));
  else if (format === "markdown")
    terminal.out(
      renderChangesMarkdown(changes, { ...beside, findings: [...renameLines(renames), ...lines] }),
    );
  else
    terminal.show(
      renderChanges(changes, terminal.outColors, terminal.columns, { ...beside, findings: lines }),
    );
}
