import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { didYouMean } from "../base/did-you-mean.ts";
import type { BlueprintFile } from "../pipeline.ts";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";
import { entriesOf } from "./entries-of.ts";
import { isFileError, isMissing, reasonOf } from "./file-errors.ts";
import { isBlueprintName } from "./is-blueprint-name.ts";
import { readStdin } from "./read-stdin.ts";

/** Bytes: a blueprint that is larger is something else. */
const MAX_SIZE = 16 * 1024 * 1024;
// A fifo would make a plain open wait for ever. Windows has neither fifos nor the flag.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const STDIN = "<stdin>";
const WHERE = "run hextet in the folder that holds `blueprints/`, or name the path";

/** The blueprints that could be read, and what is wrong with those that could not. */
export interface ReadFiles {
  readonly files: readonly BlueprintFile[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the blueprints at the given paths: a folder means the `*.yaml` and `*.yml` files in it and in its folders, in
 * order, without what begins with a dot or lies behind a symbolic link to a folder. Each file is read once. Never throws.
 */
export function readBlueprints(paths: readonly string[]): ReadFiles {
  const found = paths.map(listBlueprints);
  const unique = new Map(found.flatMap(({ files }) => files).map((file) => [resolve(file), file]));
  const read = [...unique.values()].map(readBlueprintFile);
  return {
    files: read.flatMap(({ file }) => (file === null ? [] : [file])),
    findings: [...found, ...read].flatMap(({ findings }) => findings),
  };
}

/**
 * The blueprints beside named files, in their very folders, when one of all these takes a value from another: without them
 * a file alone would seem to lead nowhere, or lack the outputs that others need. What cannot be read is passed over, for
 * nobody asked for it.
 */
export function readNeighbours(
  paths: readonly string[],
  read: readonly BlueprintFile[],
): readonly BlueprintFile[] {
  const folders = new Set(paths.map((path) => (isBlueprintName(path) ? dirname(path) : path)));
  const known = new Set(read.map(({ file }) => resolve(file)));
  const names = [...folders].flatMap(blueprintsIn).filter((file) => !known.has(file));
  const files = [...new Set(names)].flatMap((file) => readBlueprintFile(file).file ?? []);
  return [...read, ...files].some(({ text }) => text.includes("fromBlueprint")) ? files : [];
}

function blueprintsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => isBlueprintName(name) && !name.startsWith("."));
    return names.sort().map((name) => resolve(folder, name));
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}

/** Reads a blueprint from standard input; findings call it `<stdin>`. Never throws. */
export async function readStandardInput(): Promise<ReadFiles> {
  const refuse = (rule: string, message: string): ReadFiles => ({
    files: [],
    findings: [findingAboutFile(STDIN, rule, message)],
  });
  try {
    const bytes = await readStdin(MAX_SIZE);
    if (bytes === null) return refuse("file/too-large", `it has more than ${MAX_SIZE} bytes`);
    const { file, findings } = decodeBlueprint(STDIN, bytes);
    return { files: file === null ? [] : [file], findings };
  } catch (error) {
    return refuse("file/unreadable", reasonOf(error));
  }
}

interface Listed {
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** The files that a path means, and what is wrong with it. Never throws. */
export function listBlueprints(path: string): Listed {
  const shown = shownName(path);
  const opened = openPath(path);
  // What cannot be opened, or is no folder, is reported when it is read as a file.
  if ("reason" in opened || !opened.stats.isDirectory()) {
    if (!("reason" in opened)) closeSync(opened.descriptor);
    return { files: [path], findings: [] };
  }
  closeSync(opened.descriptor);
  try {
    const files = blueprintsBelow(path);
    const hint = "a blueprint is a file that ends in .yaml or .yml";
    const none = findingAboutFile(shown, "file/no-blueprints", "there is no blueprint in this folder", hint);
    return { files, findings: files.length === 0 ? [none] : [] };
  } catch (error) {
    return { files: [], findings: [findingAboutFile(shown, "file/unreadable", reasonOf(error))] };
  }
}

/** By path. What has the name of a blueprint is none when it is a folder, and is reported when it is read. */
function blueprintsBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (isBlueprintName(entry.name)) return [path];
      return entry.isDirectory() ? blueprintsBelow(path) : [];
    })
    .sort();
}

interface ReadFile {
  readonly file: BlueprintFile | null;
  readonly findings: readonly Finding[];
}

function decodeBlueprint(file: string, bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  if (text !== null) return { file: { file, text }, findings: [] };
  const hint = "save it in the encoding UTF-8";
  const finding = findingAboutFile(file, "file/not-text", "the file is not UTF-8 text", hint);
  return { file: null, findings: [finding] };
}

/** The blueprints in the folder where one was looked for, with that folder before the name. */
function filesBeside(path: string): readonly string[] {
  const folder = path.slice(0, path.length - basename(path).length);
  return entriesOf(dirname(path)).flatMap(({ name }) => (isBlueprintName(name) ? [`${folder}${name}`] : []));
}

function readBlueprintFile(path: string): ReadFile {
  const file = shownName(path);
  const refuse = (rule: string, message: string, hint?: string) => ({
    file: null,
    findings: [findingAboutFile(file, rule, message, hint)],
  });
  const opened = openPath(path);
  if ("reason" in opened)
    return opened.missing
      ? refuse("file/not-found", opened.reason, didYouMean(path, filesBeside(path), WHERE))
      : refuse("file/unreadable", opened.reason);
  try {
    const { stats, descriptor } = opened;
    if (!stats.isFile()) return refuse("file/not-a-file", `${kindOf(stats)} is no blueprint`);
    if (stats.size > MAX_SIZE)
      return refuse("file/too-large", `${stats.size} bytes are more than ${MAX_SIZE}`);
    return decodeBlueprint(file, readFileSync(descriptor));
  } catch (error) {
    return refuse("file/unreadable", reasonOf(error));
  } finally {
    closeSync(opened.descriptor);
  }
}

type Opened =
  | { readonly descriptor: number; readonly stats: Stats }
  | { readonly reason: string; readonly missing: boolean };

function openPath(path: string): Opened {
  try {
    const descriptor = openSync(path, OPEN_FLAGS);
    return { descriptor, stats: fstatSync(descriptor) };
  } catch (error) {
    return { reason: reasonOf(error), missing: isMissing(error) };
  }
}

/** The text without a byte order mark; null when it is not UTF-8, or holds the zero byte that no text has. */
function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

/** The path as findings show it: from the working directory where it lies in it, with forward slashes. */
function shownName(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  const inside = short !== "" && !isAbsolute(short) && short.split(sep)[0] !== "..";
  return (inside ? short : path).split(sep).join("/");
}
