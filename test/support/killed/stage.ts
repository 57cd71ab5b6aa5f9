import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CommandServer } from "./command-server.ts";
import { killedRun, NO_KILL } from "./killed-child.ts";
import type { Files, Scenario } from "./scenarios.ts";

/** How the folder of a copy's temporary files ends. */
export const TEMPORARY = "-tmp";

/** A scenario laid out once, from which each try takes a copy. */
export interface Stage {
  readonly scenario: Scenario;
  /** The project as the command finds it. */
  readonly template: string;
  /** A folder for the copies. */
  readonly copies: string;
  /** What stands in the folder that is written, before and after; without what is somebody else's. */
  readonly old: Files;
  readonly wanted: Files;
  /** What a run that nobody kills does to files, one line each. */
  readonly operations: readonly string[];
  readonly remove: () => void;
}

/** Lays a scenario out, and runs its command once to the end. Throws where that fails. */
export async function setStage(scenario: Scenario, server: CommandServer): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "hextet-stage-"));
  const [template, copies] = [join(folder, "template"), join(folder, "copies")];
  mkdirSync(template);
  if (scenario.before !== null) {
    writeFiles(template, scenario.before);
    const { status, text } = await server.run(template, "synth");
    if (status !== 0) throw new Error(text);
    rmSync(join(template, "blueprints"), { recursive: true });
  }
  for (const files of [scenario.after, scenario.foreign, scenario.remakable]) writeFiles(template, files);
  const [whole, temporary] = [join(copies, "whole"), join(copies, `whole${TEMPORARY}`)];
  cpSync(template, whole, { recursive: true });
  mkdirSync(temporary);
  const { status, said, operations } = await killedRun(whole, temporary, scenario.command, NO_KILL);
  if (status !== 0) throw new Error(said);
  return {
    scenario,
    template,
    copies,
    old: writtenIn(template, scenario),
    wanted: writtenIn(whole, scenario),
    operations,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The files that the command writes; without what is somebody else's, and without what Hextet has for itself. */
export function writtenIn(project: string, { writes, foreign, remakable }: Scenario): Files {
  const all = filesBelow(join(project, writes)).map((path) => `${writes}/${path}`);
  const written = all.filter((path) => !(path in foreign || path in remakable || isOwn(path)));
  return Object.fromEntries(written.map((path) => [path, readFileSync(join(project, path), "utf8")]));
}

/** Hextet's journal, and what is not in its place yet. */
export function isOwn(path: string): boolean {
  return /\/\.hextet-|\.[0-9a-f-]{36}\.tmp$/.test(path);
}

/** Paths of the files below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (one) => !one.isDirectory(),
  );
  return entries.map((one) => join(one.parentPath, one.name).slice(folder.length + 1)).sort();
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
