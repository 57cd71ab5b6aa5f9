import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStackOutput } from "../../change/read-stack-output.ts";
import type { Move } from "../../model/migration/renames/pair-addresses.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { committedOutput } from "../committed-output.ts";
import type { Wanted } from "../find-lost-parts.ts";
import type { OutputFile, OutputPlan } from "../plan-output.ts";
import { committedLosses } from "./committed-losses.ts";
import { findChanges } from "./find-changes.ts";
import { staleRenamesOf } from "./stale-renames.ts";

/** An output that was made, and what it changes of the one in the output folder. */
export interface MadeOutput {
  readonly made: readonly OutputFile[];
  /** The moves of state in each stack, by its name. */
  readonly moves: ReadonlyMap<string, readonly Move[]>;
  readonly plan: OutputPlan;
}

/** What the output would interrupt, replace or lose, against the folder as it is and against the last commit. */
export function changesMade(
  { made, moves, plan }: MadeOutput,
  output: string,
  wanted: Wanted,
): readonly Finding[] {
  const committed = committedOutput(output);
  const found = findChanges({ made, plan }, output, wanted.networks);
  // What is refused for the folder's sake is not told twice.
  const isTold = new Set(found.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const ofCommit = committed === null ? [] : committedLosses(made, committed, output, wanted);
  const texts = committed ?? textsBefore({ made, moves, plan }, output);
  return [
    ...(committed === null ? found : found.map((one) => withWayBack(one, ofCommit, committed, output))),
    ...ofCommit.filter(({ file }) => !isTold.has(file)),
    ...staleRenamesOf(wanted, moves, (name) => {
      const text = texts.get(`stacks/${name}/cdk.tf.json`);
      return text === undefined ? null : readStackOutput(name, text);
    }),
  ];
}

/** Says how to take back what was written since the last commit and perhaps never applied: the last commit loses nothing by it. */
function withWayBack(
  finding: Finding,
  ofCommit: readonly Finding[],
  committed: ReadonlyMap<string, string>,
  output: string,
): Finding {
  const { file, severity, message, hint } = finding;
  const isOfCommit = ofCommit.some((one) => one.file === file && one.message.startsWith(message));
  if (severity !== "error" || hint === null || isOfCommit) return finding;
  const way = committed.has(file.slice(`${output}/`.length))
    ? `take ${file} back to the last commit (git checkout)`
    : `remove ${file}, which the last commit does not have`;
  return {
    ...finding,
    hint: `if it was never applied, ${way}, and run \`npx hextet synth\` again; otherwise ${hint}`,
  };
}

/** The output folder as it is: what was made, unless something else or nothing lies there. */
function textsBefore(
  { made, plan: { missing, stale, extra } }: MadeOutput,
  output: string,
): ReadonlyMap<string, string> {
  const texts = new Map(made.map(({ path, bytes }) => [path, bytes.toString("utf8")]));
  for (const { path } of missing) texts.delete(path);
  for (const { path, before } of stale) texts.set(path, before.toString("utf8"));
  for (const path of extra) texts.set(path, readFileSync(join(output, path), "utf8"));
  return texts;
}
