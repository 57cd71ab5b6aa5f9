import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import type { Lookup } from "./lookup.ts";
import { findProvider, type Provider } from "./provider.ts";

/** Terraform with the AWS provider it is to use. */
export interface TerraformTools {
  /** Path of the terraform command. */
  readonly command: string;
  readonly provider: Provider;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The terraform command (`HEXTET_TERRAFORM`, then the PATH) and the unpacked AWS provider (see `findProvider`). */
export function findTerraform(env: Environment = process.env): Lookup<TerraformTools> {
  const named = env["HEXTET_TERRAFORM"];
  const command = named === undefined ? onPath("terraform", env)[0] : existing(named);
  if (command === undefined) {
    const why = named === undefined ? "terraform not found on the PATH" : `no terraform at ${named}`;
    return { found: false, why: `${why}; set HEXTET_TERRAFORM` };
  }
  const provider = findProvider(env);
  return provider.found ? { found: true, tool: { command, provider: provider.tool } } : provider;
}

/** A command on the PATH that Debian has as a package of the same name. */
export function findCommand(name: string, env: Environment = process.env): Lookup<string> {
  const [command] = onPath(name, env);
  if (command === undefined)
    return { found: false, why: `${name} not found on the PATH; apt-get install ${name}` };
  return { found: true, tool: command };
}

/** A Python that has moto's server: `HEXTET_PYTHON`, the Python of `moto_server` on the PATH, any Python on the PATH. */
export function findPython(env: Environment = process.env): Lookup<string> {
  const named = env["HEXTET_PYTHON"];
  const candidates = named === undefined ? pythons(env) : [named];
  for (const candidate of candidates) {
    const real = pythonWithMoto(candidate, env);
    if (real !== undefined) return { found: true, tool: real };
  }
  const why =
    named === undefined ? "no Python with moto[server] on the PATH" : `${named} has no moto[server]`;
  return { found: false, why: `${why}; pip install "moto[server,all]" or set HEXTET_PYTHON` };
}

/** Chromium or Chrome: `HEXTET_CHROMIUM`, then the PATH. */
export function findChromium(env: Environment = process.env): Lookup<string> {
  const named = env["HEXTET_CHROMIUM"];
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const [command] = named === undefined ? names.flatMap((name) => onPath(name, env)) : [existing(named)];
  if (command !== undefined) return { found: true, tool: command };
  const why = named === undefined ? "no chromium on the PATH" : `no chromium at ${named}`;
  return { found: false, why: `${why}; set HEXTET_CHROMIUM` };
}

/** Both of two tools, or why one is missing. */
export function both<A, B>(first: Lookup<A>, second: Lookup<B>): Lookup<readonly [A, B]> {
  if (!first.found) return first;
  return second.found ? { found: true, tool: [first.tool, second.tool] } : second;
}

/** Whether a layer must fail, instead of being skipped, when its tools are missing. */
export function toolsAreRequired(env: Environment = process.env): boolean {
  return [env["CI"], env["HEXTET_REQUIRE_TOOLS"]].some((value) => value === "true" || value === "1");
}

/** One line to say that a layer of the tests is skipped, and what would help. */
export function skippedNotice(layer: string, why: string): string {
  return `${layer} layer skipped: ${why}`;
}

/**
 * A vitest suite that needs tools. Without them it is skipped with a notice on stderr; in CI (`CI=true` or
 * `HEXTET_REQUIRE_TOOLS=1`) it fails instead.
 */
export function describeWithTools<T>(layer: string, lookup: Lookup<T>, body: (tool: T) => void): void {
  if (lookup.found) {
    describe(layer, () => body(lookup.tool));
    return;
  }
  const notice = skippedNotice(layer, lookup.why);
  if (toolsAreRequired()) {
    test(`${layer} has its tools`, () => {
      throw new Error(`${lookup.why} (the ${layer} layer must not be skipped here)`);
    });
    return;
  }
  process.stderr.write(`${notice}\n`);
  describe.skip(notice, () => test("has its tools", () => {}));
}

function pythons(env: Environment): readonly string[] {
  const shebangs = onPath("moto_server", env).flatMap((script) => interpreter(script) ?? []);
  return [...shebangs, ...onPath("python3", env), ...onPath("python", env)];
}

/** The interpreter in the first line of a script; undefined when that is a shell or `env` (a shim). */
function interpreter(script: string): string | undefined {
  const first = readFileSync(script, "utf8").split("\n", 1)[0] ?? "";
  return /^#!\s*(\/\S*python[\d.]*)\s*$/.exec(first)?.[1];
}

/** The real path of a Python (a version manager's shim asked for it) if it can start moto's server. */
function pythonWithMoto(python: string, env: Environment): string | undefined {
  const script = "import sys, moto.settings, flask, flask_cors, boto3; print(sys.executable)";
  const asked = spawnSync(python, ["-c", script], { encoding: "utf8", env: { ...env }, timeout: 120_000 });
  const real = asked.stdout?.trim();
  return asked.status === 0 && real !== "" ? real : undefined;
}

function onPath(name: string, env: Environment): readonly string[] {
  const folders = (env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => existing(path.join(folder, name)) ?? []);
}

function existing(file: string): string | undefined {
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  try {
    accessSync(file, constants.X_OK);
    return path.resolve(file);
  } catch {
    return undefined;
  }
}
