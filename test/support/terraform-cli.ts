import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { at, isObject, listAt, parseJson } from "./json.ts";
import { withLastingProvider } from "./lasting-provider.ts";
import { type Env, type Interrupt, type Ran, run } from "./run.ts";
import type { TerraformTools } from "./tools.ts";

/** Where terraform runs. */
export interface CliOptions {
  readonly tools: TerraformTools;
  /** The folder with the configuration. */
  readonly folder: string;
  /** A folder for terraform's own files. */
  readonly scratch: string;
  /** The whole environment, such as that of an emulator's account. */
  readonly env: Env;
  /** False for a provider of the command's own, as `withLastingProvider` says when: true when not given. */
  readonly lasting?: boolean;
}

/** How one command of terraform runs. */
export interface CommandOptions {
  readonly accept?: readonly number[];
  /** Milliseconds; 10 minutes when not given. */
  readonly timeout?: number;
  /** Use the provider `init` installed, checksum and all, instead of running it from where it lies. */
  readonly installed?: boolean;
  readonly interrupt?: Interrupt;
}

/** What terraform has against a configuration. */
export interface TerraformDiagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  /** The file it points at, as terraform names it; empty when it points at none. */
  readonly file: string;
}

const MINUTES = 60_000;

/**
 * Runs terraform without questions and without network, with a provider that lasts (`withLastingProvider`). Where there
 * are two blocks of it, or a signal ends it, it is started from where it lies (`dev_overrides`), which spares each
 * command the checksum of half a gigabyte (0.7 s to 2 s) and `validate` and `plan` the `init`.
 */
export async function terraform(
  site: CliOptions,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ran> {
  const { installed = false, timeout = 10 * MINUTES, accept = [0], interrupt } = options;
  const env = {
    ...site.env,
    TF_CLI_CONFIG_FILE: cliConfig(site, installed),
    TF_DATA_DIR: path.join(site.scratch, "data"),
    // A command ends before its garbage matters: collected only near the limit, it takes a quarter less processor time.
    GOGC: "off",
    GOMEMLIMIT: "1GiB",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
  };
  const common = { cwd: site.folder, timeout, accept };
  const lasts = site.lasting !== false && !installed && interrupt === undefined;
  if (lasts && isForLasting(args, site.folder))
    return await withLastingProvider(site.tools.provider, site.env, (reattach) =>
      run(site.tools.command, args, { ...common, env: { ...env, ...reattach } }),
    );
  return await run(site.tools.command, args, {
    ...common,
    env,
    ...(interrupt === undefined ? {} : { interrupt }),
  });
}

function cliConfig(site: CliOptions, installed: boolean): string {
  mkdirSync(site.scratch, { recursive: true });
  const file = path.join(site.scratch, installed ? "installed.tfrc" : "in-place.tfrc");
  const overrides = `provider_installation {
  dev_overrides {
    "hashicorp/aws" = ${JSON.stringify(site.tools.provider.executableIn)}
  }
  filesystem_mirror {
    path = ${JSON.stringify(site.tools.provider.pluginDir)}
  }
}
`;
  writeFileSync(file, installed ? "" : overrides);
  return file;
}

/** Commands that read the provider's schema, and those that also configure the provider. */
const READS = ["validate", "show"];
const CONFIGURES = ["plan", "apply", "destroy", "refresh", "import", "test", "console"];

function isForLasting([command = ""]: readonly string[], folder: string): boolean {
  return READS.includes(command) || (CONFIGURES.includes(command) && !hasAlias(folder));
}

/** Whether a provider has two blocks, which differ by their alias. */
function hasAlias(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tf(\.json)?$/.test(file))
    .some((file) => /\balias"?\s*[:=]\s*"/.test(readFileSync(path.join(folder, file), "utf8")));
}

/** `terraform validate`; needs no `init`. Warnings about the way the tests run the provider are left out. */
export async function validate(site: CliOptions): Promise<readonly TerraformDiagnostic[]> {
  const { stdout } = await terraform(site, ["validate", "-json"], { accept: [0, 1] });
  const answer = parseJson(stdout, "the answer of terraform validate");
  const found = listAt(answer, "diagnostics").map(diagnostic);
  if (at(answer, "valid") !== true && !found.some((d) => d.severity === "error")) {
    throw new Error(`terraform validate says neither valid nor why not: ${stdout}`);
  }
  return found.filter((d) => d.summary !== "Provider development overrides are in effect");
}

/** Reads a diagnostic as `validate -json` and the lines of `plan -json` write it. */
function diagnostic(json: unknown): TerraformDiagnostic {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    severity: text(at(json, "severity")),
    summary: text(at(json, "summary")),
    detail: text(at(json, "detail")),
    file: text(at(json, "range", "filename")),
  };
}

/** What `terraform plan` from nothing has against a configuration; asks no API, needs no `init`. */
export async function planErrors(site: CliOptions): Promise<readonly TerraformDiagnostic[]> {
  const { stdout } = await terraform(site, ["plan", "-json", "-refresh=false"], { accept: [0, 1] });
  const lines = stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [parseJson(line, "plan")] : []));
  if (!lines.some((line) => at(line, "type") === "planned_change")) throw new Error(`no plan: ${stdout}`);
  return lines
    .filter((line) => at(line, "type") === "diagnostic")
    .map((line) => diagnostic(at(line, "diagnostic")));
}

/** What a plan would do. */
export interface Plan {
  /** How many resources it creates, changes or destroys. */
  readonly changes: number;
  /** Whether terraform itself says that nothing (no output either) changes. */
  readonly empty: boolean;
  /** What it does, such as `create aws_vpc.main`; reading data sources is not counted. */
  readonly actions: readonly string[];
  /** The arguments that differ, such as `aws_vpc.main tags {"a":"b"} -> {}`: for messages of failing tests. */
  differences(): Promise<readonly string[]>;
  /** The whole plan as `terraform show -json` tells it. */
  json(): Promise<unknown>;
}

/** `terraform plan`, kept in a file for `apply`; throws terraform's own errors. */
export async function plan(site: CliOptions, file: string, options: readonly string[] = []): Promise<Plan> {
  const args = ["plan", "-json", "-detailed-exitcode", `-out=${file}`, ...options];
  const { status, stdout, stderr } = await terraform(site, args, { accept: [0, 1, 2] });
  const lines = stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [parseJson(line, "plan")] : []));
  if (status === 1) {
    const errors = lines
      .map((line) => diagnostic(at(line, "diagnostic")))
      .filter((d) => d.severity === "error");
    const told = errors.map((d) => `Error: ${d.summary}\n${d.detail}`).join("\n\n");
    throw new Error(`terraform plan failed in ${site.folder}\n${told || stdout}\n${stderr}`);
  }
  const actions = lines
    .filter((line) => at(line, "type") === "planned_change" && at(line, "change", "action") !== "read")
    .map((line) => `${at(line, "change", "action")} ${at(line, "change", "resource", "addr")}`);
  const json = async () => parseJson((await terraform(site, ["show", "-json", file])).stdout, "the plan");
  const differences = async () => listAt(await json(), "resource_changes").flatMap(changedArguments);
  return { changes: actions.length, empty: status === 0, actions, differences, json };
}

function changedArguments(change: unknown): readonly string[] {
  if (at(change, "change", "actions", 0) === "no-op") return [];
  const [before, after] = [at(change, "change", "before"), at(change, "change", "after")];
  const names = [...new Set([before, after].flatMap((side) => (isObject(side) ? Object.keys(side) : [])))];
  return names.flatMap((name) => {
    const [was, is] = [at(before, name), at(after, name)].map((value) => JSON.stringify(value));
    const unknown = at(change, "change", "after_unknown", name) === true;
    return was === is || unknown ? [] : [`${at(change, "address")} ${name} ${was} -> ${is}`];
  });
}
