import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnv, type Env } from "../support/run.ts";

/** What one run took. */
export interface Cost {
  /** Processor time of the process, in s: steadier on a shared machine than time on the clock. */
  readonly seconds: number;
  /** Time on the clock from its start to its end, in s. */
  readonly elapsed: number;
  /** The most memory that it had at once, in MB. */
  readonly megabytes: number;
}

/** A command of Node, where it runs, and what is put in order before each run. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Env;
  readonly before?: () => void;
}

/** Writes at its end what the process took. */
const PRELOAD = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const took = { seconds: (user + system) / 1e6, elapsed: process.uptime(), megabytes: process.resourceUsage().maxRSS / 1024 };
  require("node:fs").writeFileSync(process.env.BENCH_OUT, JSON.stringify(took));
});`;

/** What each command takes, the median of so many rounds in which all take turns; throws where one fails. */
export function measure(commands: ReadonlyMap<string, Command>, rounds: number): ReadonlyMap<string, Cost> {
  const folder = mkdtempSync(join(tmpdir(), "hextet-bench-"));
  try {
    writeFileSync(join(folder, "preload.cjs"), PRELOAD);
    const costs = new Map([...commands.keys()].map((name) => [name, [] as Cost[]]));
    for (let round = 0; round < rounds; round++)
      for (const [name, command] of commands) costs.get(name)?.push(runOnce(command, folder));
    return new Map([...costs].map(([name, all]) => [name, medianOf(all)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOnce({ args, cwd, env = {}, before }: Command, folder: string): Cost {
  before?.();
  const out = join(folder, "took.json");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(folder, "preload.cjs"), ...args],
    {
      cwd,
      env: { ...cleanEnv(), CI: "true", BENCH_OUT: out, ...env },
      encoding: "utf8",
      maxBuffer: 1e9,
    },
  );
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr.slice(-2000)}`);
  return JSON.parse(readFileSync(out, "utf8")) as Cost;
}

function medianOf(all: readonly Cost[]): Cost {
  const middle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    seconds: middle(all.map(({ seconds }) => seconds)),
    elapsed: middle(all.map(({ elapsed }) => elapsed)),
    megabytes: middle(all.map(({ megabytes }) => megabytes)),
  };
}
