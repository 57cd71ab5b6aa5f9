import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { Lookup } from "./lookup.ts";

/** The AWS provider on disk. */
export interface Provider {
  /** The folder for `terraform init -plugin-dir`; holds `<registry host>/hashicorp/aws/<version>/<os_arch>/`. */
  readonly pluginDir: string;
  /** Its version, such as `5.100.0`. */
  readonly version: string;
  /** The folder with the provider's executable, for `dev_overrides`. */
  readonly executableIn: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LAYOUT = "<folder>/registry.terraform.io/hashicorp/aws/5.x.y/<os>_<arch>/terraform-provider-aws*";

/**
 * The unpacked AWS provider 5.x: in `HEXTET_PLUGIN_DIR`, else in Terraform's own mirror folders, in
 * `TF_PLUGIN_CACHE_DIR`, else in the usual places of programs (a few levels deep).
 */
export function findProvider(env: Environment): Lookup<Provider> {
  const named = env["HEXTET_PLUGIN_DIR"];
  if (named !== undefined) {
    const provider = providerIn(named);
    const why = `HEXTET_PLUGIN_DIR is ${named}, which has no AWS provider for this machine at ${LAYOUT}`;
    return provider === undefined ? { found: false, why } : { found: true, tool: provider };
  }
  for (const folder of [...mirrors(env), ...folders(usualPlaces(env))]) {
    const provider = providerIn(folder);
    if (provider !== undefined) return { found: true, tool: provider };
  }
  return {
    found: false,
    why: `AWS provider plugin not found (${LAYOUT}); set HEXTET_PLUGIN_DIR to that folder`,
  };
}

/** The newest AWS provider 5.x for this machine in a mirror folder. */
function providerIn(pluginDir: string): Provider | undefined {
  const [newest] = subfolders(pluginDir)
    .flatMap((host) => versions(path.join(pluginDir, host, "hashicorp", "aws")))
    .sort((a, b) => b.version.localeCompare(a.version, "en", { numeric: true }));
  return newest === undefined ? undefined : { pluginDir: path.resolve(pluginDir), ...newest };
}

function versions(folder: string): readonly Omit<Provider, "pluginDir">[] {
  return subfolders(folder).flatMap((version) => {
    const executableIn = path.resolve(folder, version, platform());
    const unpacked = entries(executableIn).some((entry) => entry.name.startsWith("terraform-provider-aws"));
    return version.startsWith("5.") && unpacked ? [{ version, executableIn }] : [];
  });
}

/** Terraform's word for this machine, such as `linux_amd64`. */
function platform(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}_${process.arch === "x64" ? "amd64" : process.arch}`;
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
function mirrors(env: Environment): readonly string[] {
  const home = env["HOME"] ?? homedir();
  const shared = (env["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share").split(path.delimiter);
  const data = [env["XDG_DATA_HOME"] ?? path.join(home, ".local", "share"), ...shared];
  const cache = env["TF_PLUGIN_CACHE_DIR"];
  return [
    path.join(home, ".terraform.d", "plugins"),
    path.join(home, "Library", "Application Support", "io.terraform", "plugins"),
    ...data.map((folder) => path.join(folder, "terraform", "plugins")),
    ...(cache === undefined ? [] : [cache]),
  ];
}

function usualPlaces(env: Environment): readonly string[] {
  const programs = ["/opt", "/usr/local/share", "/usr/share", "/usr/local/lib", "/usr/lib", "/var/lib"];
  return [...programs, env["HOME"] ?? homedir()];
}

const DEPTH = 4;
const MOST_FOLDERS = 20_000;
const NEVER = new Set(["node_modules", ".git", "site-packages", "dist-packages"]);

/** The folders below the roots, near ones first, symbolic links not followed. */
function* folders(roots: readonly string[]): Generator<string> {
  let level = [...roots];
  let seen = 0;
  for (let depth = 0; depth <= DEPTH; depth += 1) {
    yield* level;
    seen += level.length;
    if (seen > MOST_FOLDERS) return;
    level = level.flatMap((folder) =>
      subfolders(folder).flatMap((name) => (NEVER.has(name) ? [] : [path.join(folder, name)])),
    );
  }
}

function subfolders(folder: string): readonly string[] {
  return entries(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function entries(folder: string) {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // not ours to read
  }
}
