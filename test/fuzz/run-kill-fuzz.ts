/**
 * Kills commands that write, at each of their operations on files, before it, with half of it done and some milliseconds
 * later, and looks at what is left: `npm run fuzz:kill -- --tries 520 --seed 1`. First come all operations of all scenarios;
 * the rest are kills by the clock, and of the run that finishes what a killed one has begun. The exit code is 1 where
 * something was torn, mixed or lost.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startCommandServer } from "../support/killed/command-server.ts";
import type { Kill } from "../support/killed/killed-child.ts";
import { everyKill, randomKills } from "../support/killed/kills.ts";
import { SCENARIOS } from "../support/killed/scenarios.ts";
import { type Stage, setStage } from "../support/killed/stage.ts";
import { tryKills } from "../support/killed/try-kill.ts";
import { randomSource } from "../support/random-source.ts";

const { values } = parseArgs({
  options: {
    tries: { type: "string", default: "520" },
    seed: { type: "string", default: "1" },
    /** So many of the first ones are left out: to go on where a run was ended. */
    skip: { type: "string", default: "0" },
  },
});
const [wanted, seed, skip] = [Number(values.tries), Number(values.seed), Number(values.skip)];
let begun = 0;
if (!Number.isInteger(wanted) || !Number.isInteger(seed))
  throw new Error("--tries and --seed are whole numbers");

// Makes a build where there is none of these sources.
execFileSync(process.execPath, [fileURLToPath(new URL("../../src/hextet.js", import.meta.url)), "--version"]);
const server = startCommandServer();
const stages: Stage[] = [];
const counts = { tries: 0, killed: 0, old: 0, new: 0, interrupted: 0, failed: 0 };
try {
  for (const scenario of SCENARIOS) stages.push(await setStage(scenario, server));
  for (const stage of stages) say(`${stage.scenario.name}: ${stage.operations.length} operations`);
  for (const stage of stages) for (const kill of everyKill(stage)) await attempt(stage, [kill]);
  const random = randomSource(seed);
  while (begun < wanted) {
    const stage = stages[random(stages.length)];
    if (stage !== undefined) await attempt(stage, randomKills(stage, random));
  }
} finally {
  server.stop();
  for (const stage of stages) stage.remove();
}
say(JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function attempt(stage: Stage, kills: readonly Kill[]): Promise<void> {
  begun += 1;
  if (begun <= skip) return;
  const { problems, last, isKilled, left } = await tryKills(stage, kills, server);
  counts.tries += 1;
  counts[left] += 1;
  if (isKilled) counts.killed += 1;
  if (problems.length > 0) counts.failed += 1;
  for (const problem of problems)
    say(`${stage.scenario.name} ${JSON.stringify(kills)}, at ${last}: ${problem}`);
  if (counts.tries % 25 === 0) say(JSON.stringify(counts));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
