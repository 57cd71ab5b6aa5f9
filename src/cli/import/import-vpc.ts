import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { type Answers, NO_ANSWERS } from "../../importer/blueprint/answers.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { type DraftedBlueprint, draftBlueprint } from "../../importer/write-blueprint.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { reasonOf } from "../file-errors.ts";
import { isSameFile } from "../is-same-file.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { describeDraft, lostWords } from "./describe-draft.ts";
import { besideOf, draftedFiles, formatted, OVERWRITE, writeAll } from "./drafted-files.ts";
import { idsFileFor } from "./ids-file.ts";
import { type Interview, interview } from "./interview.ts";
import { type ImportOptions, readInventory, type Written } from "./read-inventory.ts";

/** `hextet import`: the first blueprint of a VPC that is there, and on stderr what it does not take up. */
export async function importVpc(options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.interactive && !isAtTerminal()) return refuse(noTerminal(), terminal);
  const [unwritable] = findUnwritableFiles(options);
  if (unwritable !== undefined) return refuse(unwritable, terminal);
  const inventory = await readInventory(options, terminal);
  if (inventory === null) return exitCodes.findings;
  const said = options.interactive ? await asked(inventory, options) : { ...options, answers: NO_ANSWERS };
  if (said === null) return refuse(interrupted(), terminal);
  const { output } = said;
  const written = draft(inventory, said);
  const [failure] = writeFiles(written, { output, force: options.force }, terminal);
  if (failure !== undefined) return refuse(failure, terminal);
  terminal.err(describeDraft(written, output));
  return written.lost.length === 0 ? exitCodes.clean : refuse(lostWords(written, output), terminal);
}

/** What the owner says; null: who was asked has gone. */
async function asked(inventory: Inventory, options: ImportOptions): Promise<Interview | null> {
  const { Interrupted, withAsker } = await import("./ask-owner.ts");
  try {
    return await withAsker((asker) => interview(inventory, options, asker));
  } catch (error) {
    if (error instanceof Interrupted) return null;
    throw error;
  }
}

function isAtTerminal(): boolean {
  // Undefined when the stream is none, whatever its type says.
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

function noTerminal(): Finding {
  const message = "there is nobody to ask: standard input or output is no terminal";
  return findingAbout(
    "--interactive",
    "import/not-interactive",
    message,
    "leave --interactive out, and settle the TODOs",
  );
}

function interrupted(): Finding {
  return findingAbout("--interactive", "import/not-interactive", "interrupted; nothing was written");
}

function refuse(finding: Finding, terminal: Terminal): ExitCode {
  showFindings([finding], terminal);
  return exitCodes.findings;
}

/** The blueprint's, and that of its ids, where its name is known before the blueprint's. */
function findUnwritableFiles({ output, force, name, source }: ImportOptions): readonly Finding[] {
  const input = source.kind === "state" ? source.file : null;
  const blueprint = findUnwritableOutput({ output, force }, input);
  if (output === null || blueprint !== null) return blueprint === null ? [] : [blueprint];
  const ids = idsFileFor(output, name ?? "");
  const file = ids === null ? null : besideOf(output, ids);
  return [findUnwritableOutput({ output: file, force }, input)].filter((finding) => finding !== null);
}

/** Before anything is read: AWS is not asked for minutes for a file that cannot be written. `input` is what is read. */
export function findUnwritableOutput({ output, force }: Written, input: string | null): Finding | null {
  if (output === null) return null;
  const refuse = (message: string, hint: string | null) =>
    findingAbout(output, "output/unwritable", message, hint);
  try {
    accessSync(path.dirname(path.resolve(output)), constants.W_OK);
    if (input !== null && isSameFile(output, input)) return refuse("it is the file that is read", null);
    const found = statSync(output, { throwIfNoEntry: false });
    if (found === undefined || (force && !found.isDirectory())) return null;
    return found.isDirectory()
      ? refuse("it is a folder (EISDIR)", null)
      : refuse("something else stands there (EEXIST)", OVERWRITE);
  } catch (error) {
    return refuse(reasonOf(error), null);
  }
}

interface Said {
  readonly name: string | null;
  readonly output: string | null;
  readonly answers: Answers;
}

function draft(inventory: Inventory, { name, output, answers }: Said): DraftedBlueprint {
  const { takenUp, putTogether } = draftBlueprint(inventory, name, { answers });
  return putTogether({ idsFile: idsFileFor(output, takenUp.name) });
}

/** On standard output there is one file, in which the ids come last. */
function writeFiles(
  written: DraftedBlueprint,
  { output, force }: Written,
  terminal: Terminal,
): readonly Finding[] {
  if (output !== null) return writeAll(draftedFiles(written, output), force);
  terminal.out(formatted(written));
  return [];
}
