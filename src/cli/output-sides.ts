import { statSync } from "node:fs";
import { join } from "node:path";
import { readStackOutput } from "../change/read-stack-output.ts";
import type { StackOutput } from "../change/types.ts";
import type { Move } from "../model/migration/renames/pair-addresses.ts";
import { judgeBeside } from "./beside/judge-beside.ts";
import { isWithoutBlueprints } from "./change/gone-stacks.ts";
import { synthOf } from "./commands.ts";
import type { CompiledAt } from "./compile-at.ts";
import { filesBeside } from "./files-beside.ts";
import { commitOf, defaultBase, expectSameRepository, filesAt, GitRefusal, textsAt } from "./git-output.ts";
import { type OutputFile, readTree } from "./plan-output.ts";
import { showFindings } from "./show-findings.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import type { Terminal } from "./terminal.ts";

/** Both sides of a comparison. */
export interface OutputSides {
  readonly before: readonly StackOutput[];
  readonly after: readonly StackOutput[];
  /** The commit of the output of before; null: a folder. */
  readonly commit: string | null;
  /** The moves of state in each stack of now that has some, by its name. */
  readonly moves: ReadonlyMap<string, readonly Move[]>;
}

/** The output of before, and what the blueprints give now; null when one of them is not to be had, which has been said. */
export async function sidesOf(
  base: string | undefined,
  compiled: CompiledAt,
  output: string,
  terminal: Terminal,
): Promise<OutputSides | null> {
  const errors = compiled.findings.filter(({ severity }) => severity === "error");
  showFindings(errors, terminal);
  const isEmpty = isWithoutBlueprints(errors);
  if (errors.length > 0 && !isEmpty) return null;
  const before = stacksBefore(base, output, terminal);
  if (before === null) return null;
  const commit =
    base !== undefined && isFolder(base) ? null : base === undefined ? defaultBase() : commitOf(base);
  // The last blueprint may be what goes.
  if (isEmpty) return before.length === 0 ? null : { before, after: [], moves: new Map(), commit };
  const synth = await synthOf(compiled, terminal);
  return inTemporaryFolder((folder) => {
    const moves = synth(join(folder, "generated"));
    const made = [...readTree(join(folder, "generated")), ...compiled.copies];
    const refused = judgeBeside(made, compiled.copies).filter(({ severity }) => severity === "error");
    showFindings(refused, terminal);
    return refused.length > 0 ? null : { before, after: stacksIn(textsOf(made)), moves, commit };
  });
}

/** What may be lost of a stack: its blueprint says so, or the command line. */
export function allowedIn(
  { networks }: CompiledAt,
  stack: string,
  allow: readonly string[],
): ReadonlySet<string> {
  const network = networks.find(({ name }) => name === stack);
  const named = allow.map((one) => (one.startsWith(`${stack}:`) ? one.slice(stack.length + 1) : one));
  return new Set([...(network?.terraform.mayDestroy ?? []), ...named]);
}

/** Null when there is nothing to compare with, which has been said. */
function stacksBefore(
  base: string | undefined,
  output: string,
  terminal: Terminal,
): readonly StackOutput[] | null {
  return orRefused(terminal, () => stacksIn(outputAt(base, output, terminal)));
}

/** The files of the output as a commit or a folder has it, by path; null when that is not to be had, which has been said. */
export function textsBefore(
  base: string | undefined,
  output: string,
  terminal: Terminal,
): ReadonlyMap<string, string> | null {
  return orRefused(terminal, () => outputAt(base, output, terminal));
}

/**
 * The texts of blueprints as a commit has them, by path; none of what it does not have, and none where the base is a
 * folder, which holds an output. Null when git does not answer, which has been said.
 */
export function blueprintsBefore(
  base: string,
  paths: readonly string[],
  terminal: Terminal,
): ReadonlyMap<string, string> | null {
  if (isFolder(base) || paths.length === 0) return new Map();
  return orRefused(terminal, () => textsAt(commitOf(base), paths));
}

function outputAt(base: string | undefined, output: string, terminal: Terminal): ReadonlyMap<string, string> {
  if (base !== undefined && isFolder(base)) return textsIn(base);
  const commit = base === undefined ? defaultBase() : commitOf(base);
  expectSameRepository(output);
  terminal.err(`comparing with ${output}/ of commit ${commit.slice(0, 12)}\n`);
  return filesAt(commit, output);
}

function orRefused<T>(terminal: Terminal, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GitRefusal)) throw error;
    terminal.err(`hextet: ${error.message}\n`);
    return null;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The texts of all files below a folder, by path from it. */
export function textsIn(folder: string): ReadonlyMap<string, string> {
  return textsOf(readTree(folder));
}

function textsOf(files: readonly OutputFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, bytes }) => [path, bytes.toString("utf8")]));
}

/** The stacks of an output by the texts of its files; a text that is no JSON ends the command. */
export function stacksIn(files: ReadonlyMap<string, string>): readonly StackOutput[] {
  return [...files].flatMap(([path, text]) => {
    const name = /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(path)?.[1];
    if (name === undefined) return [];
    const stack = readStackOutput(name, text, filesBeside(files, name));
    if (stack === null) throw new GitRefusal(`${path} is no JSON: there is nothing to compare with`);
    return [stack];
  });
}
