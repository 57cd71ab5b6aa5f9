import path from "node:path";
import { isObject } from "../json.ts";
import { cleanEnv } from "../run.ts";
import { emptyProject, writeJson } from "../stack-copy.ts";
import { planErrors, type TerraformDiagnostic, validate } from "../terraform-cli.ts";
import type { TerraformTools } from "../tools.ts";

/** Resources of one candidate by address. */
export type Resources = ReadonlyMap<string, unknown>;

/** Every reference becomes a value of any type that is not known before apply, as it is for terraform anyway. */
const UNKNOWN = "jsondecode(terraform_data.unknown.id)";
const REFERENCE =
  /\b(?:data\.)?(?:aws_[a-z0-9_]+|terraform_data)\.[A-Za-z0-9_-]+(?:\.[a-z0-9_]+|\[[^\]]*\])*/g;

/** A provider that asks nobody: a call that slips through is refused at once. */
const OFFLINE = {
  region: "eu-west-1",
  access_key: "offline",
  secret_key: "offline",
  max_retries: 1,
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  skip_requesting_account_id: true,
};
const ENV = { ...cleanEnv(), AWS_ENDPOINT_URL: "http://127.0.0.1:1" };

/** The resources of a stack's JSON by address, each free of others: no references, no order. */
export function resourcesOf(json: Record<string, unknown>): Resources {
  const types = isObject(json["resource"]) ? json["resource"] : {};
  return new Map(
    Object.entries(types).flatMap(([type, blocks]) =>
      Object.entries(isObject(blocks) ? blocks : {}).map(
        ([id, body]) => [`${type}.${id}`, loosened(body)] as const,
      ),
    ),
  );
}

function loosened(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { depends_on: _order, lifecycle: _cycle, provisioner: _steps, provider: _alias, ...rest } = body;
  return withoutReferences(rest);
}

function withoutReferences(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(/(?<!\$)\$\{[^}]*\}/g, (part) => part.replace(REFERENCE, UNKNOWN));
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutReferences(item)]));
}

/**
 * What the real provider has against each of some sets of resources: at `terraform validate`, and in a plan from nothing
 * for those that pass and are among `planned`. Each set has a file of its own. The answer has an entry for each set,
 * empty when nothing is wrong.
 */
export async function askProvider(
  tools: TerraformTools,
  sets: readonly Resources[],
  planned: ReadonlySet<number>,
): Promise<readonly (readonly TerraformDiagnostic[])[]> {
  const told = new Map<number, readonly TerraformDiagnostic[]>();
  const open = () => sets.map((_, index) => index).filter((index) => !told.has(index));
  // Terraform stops at the first stage with errors: the others are judged again without the faulty ones.
  for (let found = await ask(tools, sets, open(), validate); found.size > 0; ) {
    for (const [index, errors] of found) told.set(index, errors);
    found = await ask(tools, sets, open(), validate);
  }
  const inPlan = await ask(
    tools,
    sets,
    open().filter((index) => planned.has(index)),
    planErrors,
  );
  return sets.map((_, index) => told.get(index) ?? inPlan.get(index) ?? []);
}

async function ask(
  tools: TerraformTools,
  sets: readonly Resources[],
  indexes: readonly number[],
  command: typeof validate,
): Promise<ReadonlyMap<number, readonly TerraformDiagnostic[]>> {
  const copy = emptyProject("sweep");
  try {
    const unknown = { resource: { terraform_data: { unknown: {} } }, provider: { aws: OFFLINE } };
    writeJson(copy.folder, "unknown.tf.json", unknown);
    for (const index of indexes) writeJson(copy.folder, `c${index}.tf.json`, fileOf(sets[index], index));
    const scratch = path.join(copy.project, "scratch");
    // Thousands of resources in one command: the way to the lasting provider would cost more than its start.
    const told = await command({ tools, folder: copy.folder, scratch, env: ENV, lasting: false });
    const errors = new Map<number, readonly TerraformDiagnostic[]>();
    for (const one of told.filter(({ severity }) => severity === "error")) {
      const index = /^c(\d+)\.tf\.json$/.exec(one.file)?.[1];
      if (index === undefined) throw new Error(`terraform: ${one.summary} ${one.detail}`);
      errors.set(Number(index), [...(errors.get(Number(index)) ?? []), one]);
    }
    return errors;
  } finally {
    copy.remove();
  }
}

function fileOf(set: Resources | undefined, index: number): unknown {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [address, body] of set ?? []) {
    const [type = "", id = ""] = address.split(".");
    resource[type] = { ...resource[type], [`c${index}_${id}`]: body };
  }
  // An empty `resource` is a mistake in Terraform's JSON.
  return set === undefined || set.size === 0 ? {} : { resource };
}
