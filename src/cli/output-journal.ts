import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { listOf, parseJson, textOf, valueIn } from "../base/untrusted-json.ts";
import { isFileError, isMissing } from "./file-errors.ts";
import { makeFolders } from "./make-folders.ts";
import type { OutputFile } from "./plan-output.ts";
import { removeEmptyFolders, removeStackFolder } from "./remove-folders.ts";

/**
 * What has been decided and not been done yet, as a folder in the output folder: the new files by number, and a list.
 * Its appearance, one rename, is the moment from which on the output is the new one: whoever comes next finishes it.
 * The number is that of the process which works on it.
 */
const JOURNAL = /^\.hextet-journal-(\d+)$/;

const LIST = "journal.json";
/** The files that an output has: CDKTF's layout. */
const PATH = /^(manifest\.json|stacks\/(?!\.\.?\/)[^/\\]+\/(?!\.\.?$)[^/\\]+)$/;
/** Milliseconds after which whoever writes a journal is gone, whatever its process number says: it takes far less. */
const MAX_AGE = 60_000;
const POLL = 20;

/** What is to change in an output folder; paths are from there. */
export interface Changes {
  readonly write: readonly OutputFile[];
  readonly remove: readonly string[];
}

/**
 * Makes all changes or none: killed at any moment, the output is the old one, or becomes the new one by `finishJournals`.
 * Throws errors of the file system: then nothing has changed, unless the journal stays.
 */
export function changeOutput(output: string, changes: Changes, keepFolders: boolean): void {
  if (changes.write.length + changes.remove.length === 0) return;
  const made: string[] = [];
  const staging = join(output, `.hextet-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  try {
    for (const folder of [output, ...changes.write.map(({ path }) => dirname(join(output, path)))]) {
      makeFolders(folder, made);
      accessSync(folder, constants.W_OK);
    }
    stage(staging, changes);
    takeTurn(output, keepFolders);
    renameSync(staging, ownJournal(output));
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    for (const folder of made.reverse()) removeEmptyFolders(folder);
    throw error;
  }
  finish(output, keepFolders);
}

function ownJournal(output: string): string {
  return join(output, `.hextet-journal-${process.pid}`);
}

function stage(staging: string, { write, remove }: Changes): void {
  mkdirSync(staging);
  // Nobody shall commit it.
  writeFileSync(join(staging, ".gitignore"), "*\n");
  for (const [index, { bytes }] of write.entries())
    writeFileSync(join(staging, String(index)), bytes, { flush: true });
  const list = { write: write.map(({ path }) => path), remove };
  writeFileSync(join(staging, LIST), JSON.stringify(list), { flush: true });
}

/**
 * Finishes what interrupted runs have begun, and clears away what dead runs have left; of runs at work it waits for the
 * end. Throws errors of the file system.
 */
export function finishJournals(output: string, keepFolders: boolean): void {
  takeTurn(output, keepFolders);
  removeLeftovers(output);
}

function takeTurn(output: string, keepFolders: boolean): void {
  for (let journal = journalIn(output); journal !== null; journal = journalIn(output)) {
    if (isAtWork(journal.process) && ageOf(journal.path) < MAX_AGE) pause();
    else if (claim(journal.path, ownJournal(output))) finish(output, keepFolders);
  }
}

/** The path of the journal of a run that was interrupted while changing the output; null when there is none. */
export function interruptedIn(output: string): string | null {
  return journalIn(output)?.path ?? null;
}

/** Why what a journal says may not be done, as it is none of Hextet's own; null when it is one, or there is none. */
export function foreignIn(output: string): string | null {
  const journal = journalIn(output);
  if (journal === null) return null;
  if (!lstatSync(journal.path).isDirectory()) return "it is no folder";
  const list = listIn(journal.path);
  const strange = [...(list?.write ?? []), ...(list?.remove ?? [])].find((path) => !PATH.test(path));
  return strange === undefined ? null : `it names ${JSON.stringify(strange)}`;
}

/** Does what the own journal says. */
function finish(output: string, keepFolders: boolean): void {
  const journal = ownJournal(output);
  const list = listIn(journal);
  if (list !== null) {
    for (const [index, path] of list.write.entries())
      moveIfThere(join(journal, String(index)), join(output, path));
    for (const path of list.remove) {
      rmSync(join(output, path), { force: true });
      if (!keepFolders) removeStackFolder(dirname(join(output, path)));
    }
    // Without the list there is nothing left to do.
    rmSync(join(journal, LIST));
  }
  rmSync(journal, { recursive: true, force: true });
}

function journalIn(output: string): { readonly path: string; readonly process: number } | null {
  const [name] = namesIn(output).filter((one) => JOURNAL.test(one));
  if (name === undefined) return null;
  return { path: join(output, name), process: Number(JOURNAL.exec(name)?.[1]) };
}

/** Makes a journal of a process that is gone one's own; false when another run was faster. */
function claim(journal: string, own: string): boolean {
  if (journal === own) return true;
  try {
    renameSync(journal, own);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL);
}

interface JournalList {
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** Null when there is none any more: everything in it has been done. */
function listIn(journal: string): JournalList | null {
  try {
    const json = parseJson(readFileSync(join(journal, LIST), "utf8"));
    const textsAt = (key: string) => listOf(valueIn(json, key)).map((one) => textOf(one) ?? "");
    return { write: textsAt("write"), remove: textsAt("remove") };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** True when another process of that number runs. In containers numbers repeat: our own is that of one before us. */
function isAtWork(id: number): boolean {
  if (id <= 0 || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return isFileError(error) && error.code === "EPERM";
  }
}

function ageOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs;
}

/** What is not there any more has been moved before the interruption. */
function moveIfThere(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** What dead runs have made and never put in place; versions before the journal left files beside each target. */
function removeLeftovers(output: string): void {
  const stacks = join(output, "stacks");
  for (const folder of [output, ...namesIn(stacks).map((name) => join(stacks, name))])
    for (const name of namesIn(folder).filter(isLeftover))
      rmSync(join(folder, name), { recursive: true, force: true });
}

function isLeftover(name: string): boolean {
  const match = /^\.hextet-(?:(\d+)-)?[0-9a-f]{12}\.tmp$/.exec(name);
  return match !== null && (match[1] === undefined || !isAtWork(Number(match[1])));
}

/** Of a folder itself, not of one that a symbolic link leads to. */
function namesIn(folder: string): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
}
