import path from "node:path";
import { cleanEnv, type Env } from "./run.ts";
import {
  copyStack,
  emptyProject,
  fromScratch,
  providerOverride,
  readStack,
  STACK_FILE,
  withoutBackend,
  writeJson,
} from "./stack-copy.ts";
import { type CliOptions, plan, type TerraformDiagnostic, terraform, validate } from "./terraform-cli.ts";
import type { TerraformTools } from "./tools.ts";
import { rootFiles, stackAsModule } from "./validate-modules.ts";

export const NOBODY: Env = {
  AWS_ACCESS_KEY_ID: "offline",
  AWS_SECRET_ACCESS_KEY: "offline",
  AWS_ENDPOINT_URL: "http://127.0.0.1:1", // a call that slips through is refused at once
};

export const OFFLINE = {
  max_retries: 1,
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  skip_requesting_account_id: true,
};

/** What an offline plan says. */
export interface OfflinePlan {
  readonly actions: readonly string[];
  /** The plan as `terraform show -json` tells it. */
  readonly json: unknown;
}

/**
 * Plans a stack with the real provider's plan logic, without network, credentials, backend or `init`: from nothing, or
 * from a state (`terraformState`) that is taken for the truth. A data source that asks the AWS API fails here: `prepare`
 * takes it out (`withKnownImages`), or such a stack is planned in a `Workspace`.
 */
export async function offlinePlan(
  tools: TerraformTools,
  stack: string,
  state: unknown = null,
  prepare: (json: Record<string, unknown>) => Record<string, unknown> = (json) => json,
): Promise<OfflinePlan> {
  const copy = copyStack(stack);
  try {
    const json = readStack(copy.folder);
    const config = prepare(withoutBackend(json));
    // Importing asks the API; from nothing, what would be imported is made.
    writeJson(copy.folder, STACK_FILE, state === null ? fromScratch(config) : config);
    writeJson(copy.folder, "offline_override.tf.json", providerOverride(json, OFFLINE));
    const site = offline(tools, copy);
    if (state !== null) writeJson(copy.folder, "terraform.tfstate", state);
    const planned = await plan(site, path.join(site.scratch, "plan"), ["-refresh=false"]);
    return { actions: planned.actions, json: await planned.json() };
  } finally {
    copy.remove();
  }
}

function offline(tools: TerraformTools, copy: { folder: string; project: string }): CliOptions {
  const scratch = path.join(copy.project, "scratch");
  return { tools, folder: copy.folder, scratch, env: { ...cleanEnv(), ...NOBODY } };
}

/**
 * Validates many stacks in as few runs of terraform as possible: each is a child module of one root (0.5 s a stack
 * instead of 3 s). The answer has an entry for each stack folder, empty when terraform has nothing against it.
 */
export async function validateAll(
  tools: TerraformTools,
  stacks: readonly string[],
): Promise<ReadonlyMap<string, readonly TerraformDiagnostic[]>> {
  const found = new Map<string, readonly TerraformDiagnostic[]>();
  let open = [...stacks];
  while (open.length > 0) {
    const diagnostics = await validateTogether(tools, open);
    for (const [index, stack] of open.entries()) found.set(stack, diagnostics.get(index) ?? []);
    // Terraform stops at the first stage with errors: the others are judged again without the faulty ones.
    const faulty = new Set(open.filter((stack) => found.get(stack)?.some((d) => d.severity === "error")));
    open = faulty.size === 0 ? [] : open.filter((stack) => !faulty.has(stack));
  }
  return found;
}

/** The diagnostics of each stack that has some, by its place in the list. */
async function validateTogether(
  tools: TerraformTools,
  stacks: readonly string[],
): Promise<ReadonlyMap<number, readonly TerraformDiagnostic[]>> {
  const copy = emptyProject("all");
  try {
    const jsons = stacks.map(readStack);
    for (const [index, json] of jsons.entries()) {
      writeJson(path.join(copy.folder, `s${index}`), STACK_FILE, stackAsModule(json));
    }
    for (const [index, json] of rootFiles(jsons).entries()) writeJson(copy.folder, `s${index}.tf.json`, json);
    // Module folders are found by a file that `terraform get` writes without asking any registry.
    const site = offline(tools, copy);
    await terraform(site, ["get", "-no-color"]);
    return byStack(await validate(site));
  } finally {
    copy.remove();
  }
}

function byStack(
  diagnostics: readonly TerraformDiagnostic[],
): ReadonlyMap<number, readonly TerraformDiagnostic[]> {
  const sorted = new Map<number, readonly TerraformDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const index = /^s(\d+)[/.]/.exec(diagnostic.file)?.[1];
    if (index === undefined)
      throw new Error(`terraform validate: ${diagnostic.summary}\n${diagnostic.detail}`);
    sorted.set(Number(index), [...(sorted.get(Number(index)) ?? []), diagnostic]);
  }
  return sorted;
}
