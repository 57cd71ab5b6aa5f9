import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { didYouMean } from "../base/did-you-mean.ts";
import type { BlueprintFile } from "../pipeline.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { decodeText } from "./decode-text.ts";
import { entriesOf } from "./entries-of.ts";
import { isMissing, reasonOf } from "./file-errors.ts";
import { isBlueprintName } from "./is-blueprint-name.ts";
import { readIncluded } from "./read-included.ts";

/** Bytes: a blueprint that is larger is something else. */
export const MAX_SIZE = 16 * 1024 * 1024;
// A fifo would make a plain open wait for ever. Windows has neither fifos nor the flag.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const WHERE = "run hextet in the folder that holds `blueprints/`, or name the path";

/** A blueprint that was read, or why it could not be. */
export interface ReadFile {
  readonly file: BlueprintFile | null;
  readonly findings: readonly Finding[];
}

/** A blueprint's text, with the files that it includes. Never throws. */
export function decodeBlueprint(file: string, bytes: Uint8Array): ReadFile {
  const text = decodeText(bytes);
  if (text !== null) return { file: { file, text, included: readIncluded(file, text) }, findings: [] };
  const hint = "save it in the encoding UTF-8";
  const finding = findingAbout(file, "file/not-text", "the file is not UTF-8 text", hint);
  return { file: null, findings: [finding] };
}

/** The blueprints in the folder where one was looked for, with that folder before the name. */
function filesBeside(path: string): readonly string[] {
  const folder = path.slice(0, path.length - basename(path).length);
  return entriesOf(dirname(path)).flatMap(({ name }) => (isBlueprintName(name) ? [`${folder}${name}`] : []));
}

/** Reads one file, whatever its name. Never throws. */
export function readBlueprintFile(path: string): ReadFile {
  const file = shownName(path);
  const refuse = (rule: string, message: string, hint?: string) => ({
    file: null,
    findings: [findingAbout(file, rule, message, hint)],
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

/** What is open, or why it cannot be. */
type Opened =
  | { readonly descriptor: number; readonly stats: Stats }
  | { readonly reason: string; readonly missing: boolean };

/** Opens a file or a folder to read it. Never throws. */
export function openPath(path: string): Opened {
  try {
    const descriptor = openSync(path, OPEN_FLAGS);
    return { descriptor, stats: fstatSync(descriptor) };
  } catch (error) {
    return { reason: reasonOf(error), missing: isMissing(error) };
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

/** The path as findings show it: from the working directory where it lies in it, with forward slashes. */
export function shownName(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  const inside = short !== "" && !isAbsolute(short) && short.split(sep)[0] !== "..";
  return (inside ? short : path).split(sep).join("/");
}
