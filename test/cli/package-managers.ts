import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnv, type Env, run } from "../support/run.ts";
import { ROOT } from "./project.ts";

const TIMEOUT = 960_000;
const PACKAGES = ["pnpm@10.34.9", "yarn@1.22.22", "@yarnpkg/cli-dist@4.18.1"];

/** How a project installs what it depends on, and runs a command of it. */
export interface PackageManager {
  readonly name: string;
  readonly install: readonly string[];
  readonly hextet: readonly string[];
  readonly env: Env;
}

/** The packed package, and package managers to install it with; `remove` deletes them. */
export interface Packed {
  readonly tarball: string;
  readonly managers: readonly PackageManager[];
  readonly remove: () => void;
}

/** Builds and packs this package, and fetches the package managers. Throws when one of that fails. */
export async function packHextet(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), "hextet-packed-"));
  const npm = async (cwd: string, ...args: readonly string[]) =>
    (await run("npm", args, { cwd, env: cleanEnv(), timeout: TIMEOUT })).stdout.trim();
  const tarball = await packInto(folder);
  await npm(folder, "install", "--prefix", folder, "--no-audit", "--no-fund", ...PACKAGES);
  const registry = await npm(ROOT, "config", "get", "registry");
  return {
    tarball: join(folder, tarball),
    managers: managersIn(join(folder, "node_modules"), registry),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Builds and packs this package into a folder, and nothing beside it; the name of the file. Throws when that fails. */
export async function packInto(folder: string): Promise<string> {
  await run("npm", ["run", "package", "--", folder], { cwd: ROOT, env: cleanEnv(), timeout: TIMEOUT });
  const files = readdirSync(folder);
  // The bill of materials is for the page of a release; the package has its own.
  for (const bill of files.filter((file) => file.endsWith(".cdx.json"))) rmSync(join(folder, bill));
  const [tarball] = files.filter((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("nothing was packed");
  return tarball;
}

function managersIn(modules: string, registry: string): readonly PackageManager[] {
  const node = process.execPath;
  const pnpm = [node, join(modules, "pnpm/bin/pnpm.cjs")];
  const yarn1 = [node, join(modules, "yarn/bin/yarn.js")];
  const yarn = [node, join(modules, "@yarnpkg/cli-dist/bin/yarn.js")];
  const env = { npm_config_registry: registry };
  const pnp = {
    YARN_NODE_LINKER: "pnp",
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_SCRIPTS: "false",
    YARN_ENABLE_TELEMETRY: "false",
  };
  return [
    { name: "npm", install: ["npm", "install", "--ignore-scripts"], hextet: ["npx", "hextet"], env },
    {
      name: "pnpm",
      install: [...pnpm, "install", "--ignore-scripts"],
      hextet: [...pnpm, "exec", "hextet"],
      env,
    },
    {
      name: "yarn 1",
      install: [...yarn1, "install", "--ignore-scripts"],
      hextet: [...yarn1, "-s", "hextet"],
      env,
    },
    { name: "yarn PnP", install: [...yarn, "install"], hextet: [...yarn, "hextet"], env: pnp },
  ];
}
