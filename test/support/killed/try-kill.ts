import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { CommandServer } from "./command-server.ts";
import { type Kill, killedRun } from "./killed-child.ts";
import { filesBelow, isOwn, type Stage, TEMPORARY, writtenIn } from "./stage.ts";

/** What was found after a process was killed, and another one, and the next run. */
export interface Tried {
  /** One line each; none where all is well. */
  readonly problems: readonly string[];
  /** The last operation of the last process that was killed. */
  readonly last: string;
  readonly isKilled: boolean;
  /** What the next reader has: what was there, what was wanted, or a journal that says what is still to be done. */
  readonly left: "old" | "new" | "interrupted";
}

let tries = 0;

/** Runs the command once for each kill, one after the other in one copy of the project, and looks at what is left. */
export async function tryKills(stage: Stage, kills: readonly Kill[], server: CommandServer): Promise<Tried> {
  tries += 1;
  const project = join(stage.copies, String(tries));
  const temporary = `${project}${TEMPORARY}`;
  cpSync(stage.template, project, { recursive: true });
  mkdirSync(temporary);
  let last = "";
  let isKilled = false;
  for (const kill of kills) {
    const ended = await killedRun(project, temporary, stage.scenario.command, kill);
    last = ended.operations.at(-1) ?? "nothing";
    isKilled ||= ended.isKilled;
    if (!ended.isKilled && ended.status !== 0)
      return { problems: [`it ends with ${ended.status}: ${ended.said}`], last, isKilled, left: "old" };
  }
  const left = leftIn(stage, project);
  const problems = [
    ...problemsOfFiles(stage, project),
    ...(await problemsOfCheck(stage, project, server)),
    ...(await problemsOfNext(stage, project, left, server)),
  ];
  rmSync(project, { recursive: true });
  rmSync(temporary, { recursive: true });
  return { problems, last, isKilled, left };
}

function leftIn(stage: Stage, project: string): Tried["left"] {
  if (hasJournal(stage, project)) return "interrupted";
  return isDeepStrictEqual(writtenIn(project, stage.scenario), stage.wanted) ? "new" : "old";
}

function hasJournal({ scenario }: Stage, project: string): boolean {
  const folder = join(project, scenario.writes);
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(".hextet-journal-"));
}

/** Each file is whole; all of them are of one side, unless a journal is there; what is somebody else's is untouched. */
function problemsOfFiles(stage: Stage, project: string): readonly string[] {
  const { scenario, old, wanted } = stage;
  const found = writtenIn(project, scenario);
  const paths = new Set([...Object.keys(old), ...Object.keys(wanted), ...Object.keys(found)]);
  const torn = [...paths].filter((path) => ![old[path], wanted[path]].includes(found[path]));
  const isMixed = !isDeepStrictEqual(found, old) && !isDeepStrictEqual(found, wanted);
  return [
    ...torn.map((path) => `${path} is neither the old one nor the new one`),
    // The blueprints of an author are a file each, and no whole.
    ...(isMixed && scenario.isFinished && !hasJournal(stage, project) ? ["some is old and some is new"] : []),
    ...problemsOfForeign(stage, project),
  ];
}

function problemsOfForeign({ scenario }: Stage, project: string): readonly string[] {
  const lost = Object.entries(scenario.foreign).filter(([path, content]) => {
    const file = join(project, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== content;
  });
  return lost.map(([path]) => `${path} is lost`);
}

/** `hextet check` says that a run was interrupted exactly where one was. */
async function problemsOfCheck(
  stage: Stage,
  project: string,
  server: CommandServer,
): Promise<readonly string[]> {
  if (!stage.scenario.isFinished) return [];
  const { text } = await server.run(project, "check");
  const isTold = text.includes("[output/interrupted]");
  return isTold === hasJournal(stage, project)
    ? []
    : [`check ${isTold ? "tells of" : "hides"} an interruption`];
}

/** The next run leaves one side, even if the blueprints are wrong by then; the one after that leaves the new one. */
async function problemsOfNext(
  stage: Stage,
  project: string,
  left: Tried["left"],
  server: CommandServer,
): Promise<readonly string[]> {
  const { scenario, old, wanted } = stage;
  const problems: string[] = [];
  if (scenario.isFinished) {
    const wrong = join(project, "blueprints/wrong.yaml");
    writeFileSync(wrong, "}{");
    const { status } = await server.run(project, ...scenario.next);
    rmSync(wrong);
    if (status !== 1) problems.push(`a run with a wrong blueprint ends with ${status}`);
    const whole = left === "old" ? old : wanted;
    if (!isDeepStrictEqual(writtenIn(project, scenario), whole))
      problems.push(`a run with a wrong blueprint does not leave what was ${left}`);
  }
  const { status, text } = await server.run(project, ...scenario.next);
  if (status !== 0) problems.push(`the next run ends with ${status}: ${text}`);
  if (!isDeepStrictEqual(writtenIn(project, scenario), wanted))
    problems.push("the next run does not leave the new one");
  const own = filesBelow(join(project, scenario.writes)).filter((path) => isOwn(`/${path}`));
  if (scenario.isFinished) problems.push(...own.map((path) => `${path} stays for ever`));
  return [...problems, ...problemsOfForeign(stage, project).map((one) => `${one} in the next run`)];
}
