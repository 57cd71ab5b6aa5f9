import { spawnSync } from "node:child_process";
import type { Runbook, RunbookStep } from "../../src/reports/runbook/runbook-step.ts";

/** All steps of a runbook, in order. */
export function stepsOf({ sections }: Runbook): readonly RunbookStep[] {
  return sections.flatMap(({ steps }) => steps);
}

/** The step of a title; throws when there is none. */
export function stepOf(runbook: Runbook, title: string): RunbookStep {
  const step = stepsOf(runbook).find((one) => one.title === title);
  if (step === undefined) throw new Error(`no step ${title} in ${stepsOf(runbook).map((one) => one.title)}`);
  return step;
}

/** Runs Bash without anybody's settings. */
export function bash(
  args: readonly string[],
  input = "",
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync("bash", ["--norc", ...args], {
    input,
    encoding: "utf8",
    timeout: 20_000,
    env: { LC_ALL: "C.UTF-8", PATH: process.env["PATH"] },
  });
}

/** The blocks of Bash in a Markdown text, found as Markdown finds them. */
export function bashBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^(`{3,})bash\n(.*?)^\1$/gms)].map(([, , text = ""]) => text);
}
