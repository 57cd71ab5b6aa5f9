import {
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
import { onTestFinished } from "vitest";
import { hextetHere } from "../support/hextet-here.ts";
import { cleanEnv, type Env, type Ran, run } from "../support/run.ts";

/** The root of this repository. */
export const ROOT = new URL("../../", import.meta.url).pathname;

const ANY_CODE = [0, 1, 2, 3, 4, 5];
const TIMEOUT = 240_000;

/** A folder with blueprints in which commands are run; it is deleted when the test ends. */
export interface Project {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => string;
  readonly exists: (name: string) => boolean;
  /** All files below a folder with their contents; empty when there is no such folder. */
  readonly tree: (name: string) => Readonly<Record<string, string>>;
  /** Runs `hextet` in the folder; in this process, but for the laboratory and projects with programs of their own. */
  readonly hextet: (...args: readonly string[]) => Promise<Ran>;
  /** Runs `hextet` with other environment variables, as a process of its own. */
  readonly hextetWith: (env: Env, ...args: readonly string[]) => Promise<Ran>;
  /** Runs what `cdktf.json` runs. */
  readonly main: (env?: Env) => Promise<Ran>;
  /** Runs a command in the folder. */
  readonly command: (command: string, args: readonly string[], env?: Env) => Promise<Ran>;
}

/** The smallest good blueprint, of that name. */
export function smallBlueprint(name: string, description = "For a test."): string {
  return [
    "apiVersion: hextet/v1",
    `name: ${name}`,
    `description: ${JSON.stringify(description)}`,
    "region: eu-west-1",
    "network:",
    "  vpc: { ipv4Cidr: 10.20.0.0/16 }",
    "  availabilityZones: [a, b]",
    "  subnets:",
    "    app: { addressing: dual-stack, internet: egress-only, slot: 1 }",
    "",
  ].join("\n");
}

/** Makes a project with the given files; `app.yaml` is put into `blueprints/`. */
export function makeProject(blueprints: Readonly<Record<string, string | Uint8Array>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), "hextet-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
  };
  for (const [name, content] of Object.entries(blueprints)) write(`blueprints/${name}`, content);
  const command = (file: string, args: readonly string[], env: Env = {}) =>
    run(file, args, { cwd: folder, env: { ...quietEnv(), ...env }, timeout: TIMEOUT, accept: ANY_CODE });
  const hextetWith = (env: Env, ...args: readonly string[]) =>
    command(process.execPath, [join(ROOT, "src/hextet.js"), ...args], env);
  // A command in the laboratory has the process's own output.
  const hextet = (...args: readonly string[]) =>
    args[0] === "lab" || hasPrograms(folder)
      ? hextetWith({}, ...args)
      : hextetHere(args, { cwd: folder, env: quietEnv() });
  return {
    folder,
    path,
    write,
    read: (name) => readFileSync(path(name), "utf8"),
    exists: (name) => existsSync(path(name)),
    tree: (name) => treeOf(path(name)),
    hextet,
    hextetWith,
    main: (env = {}) => command(process.execPath, [join(ROOT, "src/app.js")], env),
    command,
  };
}

/** Commits all files of a project, in a repository that the first commit makes. */
export async function commitAll(project: Project): Promise<void> {
  const git = async (...args: readonly string[]) => {
    const { status, stderr } = await project.command("git", args);
    if (status !== 0) throw new Error(stderr);
  };
  if (!project.exists(".git")) await git("init", "-q", "-b", "main");
  await git("add", "-A");
  await git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x");
}

/** The first lines of findings: `file:line:column: severity: message [rule]`. */
export function findingLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => /^\S.*: (error|warning|note): .* \[[a-z0-9/-]+\]$/.test(line));
}

/** True when a text has a line of a stack trace. */
export function hasStackTrace(text: string): boolean {
  return /^\s+at .*(:\d+:\d+\)?|<anonymous>\)?)$/m.test(text);
}

/** A process reads a program once, however often it changes. */
function hasPrograms(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.some((file) => /\.[cm]?[jt]s$/.test(file) && !file.startsWith("."));
}

function quietEnv(): Env {
  const {
    NO_COLOR: _no,
    FORCE_COLOR: _force,
    CDKTF_OUTDIR: _outdir,
    HEXTET_DEBUG: _debug,
    ...env
  } = cleanEnv();
  return env;
}

function treeOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]),
  );
}
