import { lstatSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { hasErrors } from "../../base/diagnostic.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import { nameOf } from "../../importer/blueprint/names.ts";
import { compile } from "../../pipeline.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { entriesOf } from "../entries-of.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { isFileError, reasonOf } from "../file-errors.ts";
import { isBlueprintName } from "../is-blueprint-name.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { todayInUtc } from "../today-in-utc.ts";
import { type Asking, askSystem, listSystems } from "./ask-system.ts";
import { lockStack } from "./lock-stack.ts";
import { nextCommands } from "./next-commands.ts";
import { type RepositoryFile, repositoryFiles } from "./repository-files.ts";
import { adaptBlueprint, type StartingBlueprint, startingBlueprints } from "./starting-blueprints.ts";
import { writeNewFiles } from "./write-new-files.ts";

/** What the command line of `hextet init` says. */
export interface InitOptions {
  readonly folder: string;
  /** The system to begin with; null: asked for, unless there are blueprints already. */
  readonly from: string | null;
  /** Of the blueprint and its stack; null: the system's. */
  readonly name: string | null;
  readonly github: boolean;
  readonly gitlab: boolean;
  readonly preCommit: boolean;
  readonly cdktfCli: boolean;
}

/**
 * `hextet init`: makes a repository, or adds to one what it lacks. No file that is there is changed; where one says
 * something that the commands cannot work with, nothing at all is written. `asking` null: nobody can be asked.
 */
export async function init(
  options: InitOptions,
  terminal: Terminal,
  asking: Asking | null,
): Promise<ExitCode> {
  const systems = startingBlueprints();
  const chosen = await chooseSystem(options, systems, asking, terminal.errColumns);
  if (typeof chosen === "string") {
    terminal.err(`hextet: ${chosen}`);
    return exitCodes.usage;
  }
  const blueprint = chosen === null ? null : blueprintFrom(chosen, options.name ?? chosen.name);
  const files = repositoryFiles({ ...options, packageName: packageNameOf(options.folder), blueprint });
  const wrong = blueprint === null ? [] : mistakesIn(blueprint);
  const noFolder = lookAtFolder(options.folder);
  const places = noFolder === null ? files.map((file) => lookAt(options.folder, file)) : [];
  const findings = [...(noFolder ?? []), ...wrong, ...places.flatMap(({ finding }) => finding ?? [])];
  const failed = hasErrors(findings) ? null : write(options.folder, places);
  const all = failed === null ? findings : [...findings, failed];
  showFindings(all, terminal);
  if (hasErrors(all)) return exitCodes.findings;
  terminal.err(describe(places));
  // What the pipelines want beside these files.
  const isLocked = options.github || options.gitlab;
  const left = blueprint === null || !isLocked ? null : lockStack(options.folder, blueprint, terminal);
  terminal.show(nextCommands(options.folder, left, terminal.columns));
  return exitCodes.clean;
}

/** Null: none is needed. A text: why there is none. */
async function chooseSystem(
  { from, name, folder }: InitOptions,
  systems: readonly StartingBlueprint[],
  asking: Asking | null,
  columns: number,
): Promise<StartingBlueprint | null | string> {
  if (from !== null)
    return systems.find((system) => system.name === from) ?? unknownSystem(from, systems, columns);
  const hasBlueprints = entriesOf(join(folder, "blueprints")).some((entry) => isBlueprintName(entry.name));
  if (hasBlueprints && name === null) return null;
  const chosen = asking === null ? null : await askSystem(systems, asking);
  return chosen ?? `begin with which system? --from <system>\n${listSystems(systems, columns)}`;
}

function unknownSystem(from: string, systems: readonly StartingBlueprint[], columns: number): string {
  const names = systems.map(({ name }) => name);
  const hint = didYouMean(from, names, `one of\n${listSystems(systems, columns)}`);
  return `there is no system "${escapeUnsafe(from)}": ${hint.trimEnd()}\n`;
}

function blueprintFrom(system: StartingBlueprint, name: string) {
  return { name, text: adaptBlueprint(system, name) };
}

/** A name can be too long for what is called after it. */
function mistakesIn({ name, text }: { readonly name: string; readonly text: string }): readonly Finding[] {
  const { findings } = compile([{ file: `blueprints/${name}.yaml`, text }], todayInUtc());
  return findings.filter(({ severity }) => severity === "error");
}

/** After the folder, as npm takes it; a package cannot be called like one that it depends on. */
function packageNameOf(folder: string): string {
  const name = nameOf(basename(resolve(folder)));
  return ["", "hextet", "cdktf-cli"].includes(name) ? "network" : name;
}

/** Null: it is a folder, or will be one. */
function lookAtFolder(folder: string): readonly Finding[] | null {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== false) return null;
    return [findingAbout(folder, "init/unwritable", "it is no folder")];
  } catch (error) {
    return [findingAbout(folder, "init/unwritable", reasonOf(error))];
  }
}

interface Place {
  readonly file: RepositoryFile;
  readonly isNew: boolean;
  /** What is wrong with the file that is there. */
  readonly finding: Finding | null;
}

function lookAt(folder: string, file: RepositoryFile): Place {
  const path = join(folder, file.path);
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { file, isNew: true, finding: null };
    const lacks = file.lacks(readFileSync(path, "utf8"));
    return { file, isNew: false, finding: lacks === null ? null : differs(path, file, lacks) };
  } catch (error) {
    return { file, isNew: false, finding: findingAbout(path, "init/unwritable", reasonOf(error)) };
  }
}

function differs(path: string, { isNeeded }: RepositoryFile, lacks: string): Finding {
  const found = findingAbout(
    path,
    "init/file-differs",
    `it is there already, and lacks ${lacks}`,
    isNeeded ? "write it there, or move the file away; nothing was written" : "it is left as it is",
  );
  return isNeeded ? found : { ...found, severity: "warning" };
}

/** The finding when the file system refuses. */
function write(folder: string, places: readonly Place[]): Finding | null {
  try {
    writeNewFiles(
      folder,
      places.flatMap(({ file, isNew }) => (isNew ? [file] : [])),
    );
    return null;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return findingAbout(error.path ?? folder, "init/unwritable", reasonOf(error), "nothing was written");
  }
}

function describe(places: readonly Place[]): string {
  return places.map(({ file, isNew }) => `${isNew ? "wrote  " : "kept   "} ${file.path}\n`).join("");
}
