/**
 * Speed as ratios: every command runs in turns with the others, and its median counts in starts of an empty Node
 * process, so that a busy machine slows all alike. `npm run bench`, with a number of rounds (default 7).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ratioOf, withoutFollowing } from "./following.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CLI = join(ROOT, "src/hextet.js");
const scratch = mkdtempSync(join(tmpdir(), "hextet-bench-"));
const output = join(scratch, "generated");

const commands: Readonly<Record<string, readonly string[]>> = {
  "node -e 0": [process.execPath, "-e", "0"],
  "hextet --version": [process.execPath, CLI, "--version"],
  "hextet validate (all blueprints)": [process.execPath, CLI, "validate"],
  "hextet explain": [process.execPath, CLI, "explain", "dns64-without-nat64-route"],
  "hextet synth (all blueprints)": [process.execPath, CLI, "synth", "--output", output],
  "cdktf synth of nothing": [
    "npx",
    "cdktf",
    "synth",
    "--app",
    "node -e 0",
    "--output",
    join(scratch, "empty"),
  ],
  "cdktf synth (all blueprints)": ["npx", "cdktf", "synth", "--output", output],
};

function seconds(command: readonly string[]): number {
  const [program = "", ...args] = command;
  const start = process.hrtime.bigint();
  spawnSync(program, args, { cwd: ROOT, env: { ...process.env, CI: "true", CHECKPOINT_DISABLE: "1" } });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const rounds = Number(process.argv[2] ?? 7);
const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, command] of Object.entries(commands)) times.get(name)?.push(seconds(command));
}
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const unit = median(times.get("node -e 0") ?? []);
for (const [name, values] of times) {
  const middle = median(values);
  const row = `${name.padEnd(36)} ${middle.toFixed(2).padStart(6)} s  ${(middle / unit).toFixed(1).padStart(6)} x`;
  process.stdout.write(`${row}\n`);
}

/** More, and people would switch the intent checks off. */
const MOST = 1.3;
const plain = withoutFollowing(ROOT, join(scratch, "plain"));
for (const name of ["ipv6-only-nat64", "ecs-dual-stack", "nat64-playground"]) {
  const validate = (cli: string) => () =>
    seconds([process.execPath, cli, "validate", join(ROOT, "blueprints", `${name}.yaml`)]);
  const ratio = ratioOf(rounds, validate(CLI), validate(plain));
  process.stdout.write(
    `validate ${name} with intent checks: ${ratio.toFixed(2)} times without; allowed: ${MOST}\n`,
  );
  if (ratio > MOST) process.exitCode = 1;
}
rmSync(scratch, { recursive: true, force: true });
