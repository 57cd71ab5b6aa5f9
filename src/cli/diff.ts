import { keptThings } from "../aws/kept-things.ts";
import { compareOutputs } from "../change/compare-stacks.ts";
import type { ResourceChange, Setting, StackChange } from "../change/types.ts";
import { renderChangesJson } from "../reports/changes/change-json.ts";
import { renderChangesMarkdown } from "../reports/changes/change-markdown.ts";
import { renderChanges } from "../reports/changes/change-text.ts";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";
import { renderFindings } from "../reports/findings/render-findings.ts";
import type { Options } from "./commands.ts";
import { compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { allowedIn, sidesOf } from "./output-sides.ts";
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
  const compiled = await compileAt([options.blueprints], options.strict);
  const sides = await sidesOf(base, compiled, options.output, terminal);
  if (sides === null) return exitCodes.findings;
  const changes = compareOutputs(sides.before, sides.after);
  terminal.out(render(changes, options.format, terminal));
  const lost = changes.flatMap((stack) => {
    const allowed = allowedIn(compiled, stack.name, options.allow);
    return lostIn(stack, allowed, `${options.output}/stacks/${stack.name}/cdk.tf.json`);
  });
  if (lost.length === 0) return exitCodes.clean;
  terminal.err(`\n${renderFindings(lost, terminal.errColors)}`);
  return exitCodes.loses;
}

function render(changes: readonly StackChange[], format: DiffFormat, terminal: Terminal): string {
  if (format === "json") return renderChangesJson(changes);
  if (format === "markdown") return renderChangesMarkdown(changes);
  return renderChanges(changes, terminal.outColors);
}

/** What goes with its data or its address, while neither blueprint nor command line says that it may. */
function lostIn(
  { name, kind, settings, changes }: StackChange,
  allowed: ReadonlySet<string>,
  file: string,
): readonly Finding[] {
  if (kind === "removed") {
    if (allowed.has(name)) return [];
    const message = `the stack "${name}" is gone, and nothing destroys what it made`;
    const hint = `run \`terraform destroy\` in its folder first, and say so: hextet diff --allow ${name}`;
    return [findingAboutFile(file, "change/stack-gone", message, hint)];
  }
  return [
    ...(allowed.has(name) ? [] : madeTwice(name, settings, file)),
    ...changes.flatMap((change) => lossOfResource(change, allowed, file)),
  ];
}

/** Terraform looks for what is there in another place, finds nothing, and makes it. */
function madeTwice(name: string, settings: readonly Setting[], file: string): readonly Finding[] {
  if (!settings.includes("elsewhere") && !settings.includes("state")) return [];
  const message = `the stack "${name}" gets another region, account or backend: what it made stays, and everything is made a second time`;
  const hint = `move its state along, or destroy it first, and say so: hextet diff --allow ${name}`;
  return [findingAboutFile(file, "change/made-twice", message, hint)];
}

function lossOfResource(
  { address, action, loss, type }: ResourceChange,
  allowed: ReadonlySet<string>,
  file: string,
): readonly Finding[] {
  if (loss === null || action === "may-replace" || allowed.has(address)) return [];
  const verb = action === "destroy" ? "destroyed" : "replaced";
  const message = `${address} is ${verb} and loses ${keptThings[type]?.what ?? "what it holds"}`;
  const hint = `if that is meant, write terraform.mayDestroy: [${address}] in the blueprint`;
  return [
    findingAboutFile(file, loss === "data" ? "change/loses-data" : "change/loses-address", message, hint),
  ];
}
