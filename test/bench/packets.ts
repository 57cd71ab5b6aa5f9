/**
 * What it costs to follow packets where the blueprint declares connections: `validate` with these checks, and without, in
 * turns. `npm run bench:packets`, with a number of rounds (default 7); it fails where they cost too much.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnv } from "../support/run.ts";
import { ratioOf, withoutFollowing } from "./following.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const CLI = join(ROOT, "src/hextet.js");
/** More, and people would switch the checks off. */
const MOST = 1.3;

function seconds(command: readonly string[]): number {
  const [program = "", ...args] = command;
  const start = process.hrtime.bigint();
  spawnSync(program, args, { cwd: ROOT, env: cleanEnv() });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const rounds = Number(process.argv[2] ?? 7);
const scratch = mkdtempSync(join(tmpdir(), "hextet-bench-"));
const plain = withoutFollowing(ROOT, join(scratch, "plain"));
for (const name of ["ipv6-only-nat64", "ecs-dual-stack", "nat64-playground"]) {
  const validate = (cli: string) => () =>
    seconds([process.execPath, cli, "validate", join(ROOT, "blueprints", `${name}.yaml`)]);
  const ratio = ratioOf(rounds, validate(CLI), validate(plain));
  process.stdout.write(`validate ${name}: ${ratio.toFixed(2)} times without; allowed: ${MOST}\n`);
  if (ratio > MOST) process.exitCode = 1;
}
rmSync(scratch, { recursive: true, force: true });
