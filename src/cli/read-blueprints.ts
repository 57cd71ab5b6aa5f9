import { closeSync, existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { BlueprintFile } from "../pipeline.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { blueprintsIn } from "./blueprints-in.ts";
import { reasonOf } from "./file-errors.ts";
import { isBlueprintName } from "./is-blueprint-name.ts";
import { decodeBlueprint, MAX_SIZE, openPath, readBlueprintFile, shownName } from "./read-blueprint-file.ts";
import { textsOf } from "./read-included.ts";
import { readStdin } from "./read-stdin.ts";
import { refuseFragment } from "./refuse-fragment.ts";

const STDIN = "<stdin>";

/** The blueprints that could be read, and what is wrong with those that could not. */
export interface ReadFiles {
  readonly files: readonly BlueprintFile[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the blueprints at the given paths: a folder means the `*.yaml` and `*.yml` files in it and in its folders, in
 * order, without what begins with a dot or lies behind a symbolic link to a folder, `shop.yaml#staging` one environment. Each file
 * is read once for each environment that is named, and once where it is named whole. Never throws.
 */
export function readBlueprints(paths: readonly string[]): ReadFiles {
  const found = paths.map((path) => {
    const { file, environment } = partsOf(path);
    return { ...listBlueprints(file), environment };
  });
  const named = found.flatMap(({ files, environment }) => files.map((file) => ({ file, environment })));
  const whole = new Set(
    named.filter(({ environment }) => environment === null).map(({ file }) => resolve(file)),
  );
  const wanted = named.filter(({ file, environment }) => environment === null || !whole.has(resolve(file)));
  const unique = new Map(wanted.map((one) => [`${resolve(one.file)}#${one.environment ?? ""}`, one]));
  const read = [...unique.values()].map(({ file, environment }) => {
    const answer = readBlueprintFile(file);
    const refused = answer.file === null ? null : refuseFragment(file);
    if (refused !== null) return { file: null, findings: [refused] };
    const isWhole = answer.file === null || environment === null;
    return isWhole ? answer : { ...answer, file: { ...answer.file, environment } };
  });
  return {
    files: read.flatMap(({ file }) => (file === null ? [] : [file])),
    findings: [...found, ...read].flatMap(({ findings }) => findings),
  };
}

interface NamedPath {
  readonly file: string;
  /** Null: all that the blueprint describes. */
  readonly environment: string | null;
}

/** A path that is there is a file, whatever is in its name. */
export function partsOf(path: string): NamedPath {
  const [, file, environment] = /^(.+\.ya?ml)#([^#/\\]*)$/i.exec(path) ?? [];
  if (file === undefined || environment === undefined || existsSync(path))
    return { file: path, environment: null };
  return { file, environment };
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
  const folders = new Set(
    paths.map((path) => partsOf(path).file).map((path) => (isBlueprintName(path) ? dirname(path) : path)),
  );
  // Of a blueprint of which one environment is asked for, the others are beside it.
  const whole = read.filter(({ environment }) => environment === undefined);
  const known = new Set(whole.map(({ file }) => resolve(file)));
  const names = [...folders]
    .flatMap(blueprintsIn)
    .map((file) => resolve(file))
    .filter((file) => !known.has(file));
  const files = [...new Set(names)].flatMap((file) => readBlueprintFile(file).file ?? []);
  return [...read, ...files].flatMap(textsOf).some(({ text }) => text.includes("fromBlueprint")) ? files : [];
}

/** Reads a blueprint from standard input; findings call it `<stdin>`. Never throws. */
export async function readStandardInput(): Promise<ReadFiles> {
  const refuse = (rule: string, message: string): ReadFiles => ({
    files: [],
    findings: [findingAbout(STDIN, rule, message)],
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
    const none = findingAbout(shown, "file/no-blueprints", "there is no blueprint in this folder", hint);
    return { files, findings: files.length === 0 ? [none] : [] };
  } catch (error) {
    return { files: [], findings: [findingAbout(shown, "file/unreadable", reasonOf(error))] };
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
