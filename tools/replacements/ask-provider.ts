import path from "node:path";
import { at, isObject, listAt, parseJson } from "../../test/support/json.ts";
import type { ResourceSchemas } from "../../test/support/made-state.ts";
import { cleanEnv } from "../../test/support/run.ts";
import { emptyProject, STACK_FILE, writeJson } from "../../test/support/stack-copy.ts";
import { type CliOptions, terraform } from "../../test/support/terraform-cli.ts";
import type { TerraformTools } from "../../test/support/tools.ts";
import type { Body } from "./trials.ts";

/** A resource of a type. */
export interface Item {
  readonly type: string;
  readonly body: Body;
}

/** What the provider plans for an item; `refused` when it takes no such body. */
export type Answer =
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "planned"; readonly change: unknown };

const ENV = {
  AWS_ACCESS_KEY_ID: "offline",
  AWS_SECRET_ACCESS_KEY: "offline",
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
};

const PROVIDER = {
  region: "eu-west-1",
  max_retries: 1,
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_region_validation: true,
  skip_requesting_account_id: true,
};

/**
 * Plans all items in one run of the real provider, without network; `states` gives what is there before. Items that
 * the provider refuses are left out and the rest is planned again.
 */
export async function askProvider(
  tools: TerraformTools,
  items: readonly Item[],
  states: ReadonlyMap<number, Body> = new Map(),
  schemas: ResourceSchemas = {},
): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    process.stderr.write(`${start} of ${items.length}\n`);
    const own = new Map([...states].map(([index, body]) => [index - start, body]));
    all.push(...(await askTogether(tools, items.slice(start, start + BATCH), own, schemas)));
  }
  return all;
}

/** Terraform's time grows with the square of the number of resources. */
const BATCH = 250;

async function askTogether(
  tools: TerraformTools,
  items: readonly Item[],
  states: ReadonlyMap<number, Body>,
  schemas: ResourceSchemas,
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  for (;;) {
    const open = items.flatMap((item, index) => (answers.has(index) ? [] : [{ item, index }]));
    if (open.length === 0) break;
    const copy = emptyProject("replacements");
    try {
      const scratch = path.join(copy.project, "scratch");
      const site: CliOptions = { tools, folder: copy.folder, scratch, env: { ...cleanEnv(), ...ENV } };
      writeJson(copy.folder, STACK_FILE, config(open));
      if (states.size > 0) writeJson(copy.folder, "terraform.tfstate", state(open, states, schemas));
      const refused = await planOnce(site, answers);
      if (refused.size === 0) break;
      for (const [index, why] of refused) {
        answers.set(index, { kind: "refused", why });
        process.stderr.write(`  ${items[index]?.type}: ${why.replace(/\s+/g, " ").slice(0, 200)}\n`);
      }
      process.stderr.write(`  ${refused.size} refused, ${open.length - refused.size} left\n`);
    } finally {
      copy.remove();
    }
  }
  return items.map((_, index) => answers.get(index) ?? { kind: "refused", why: "no answer" });
}

type Open = readonly { readonly item: Item; readonly index: number }[];

function config(open: Open): unknown {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const { item, index } of open) {
    resource[item.type] = { ...resource[item.type], [`t${index}`]: item.body };
  }
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
    provider: { aws: PROVIDER },
    resource,
  };
}

function state(open: Open, states: ReadonlyMap<number, Body>, schemas: ResourceSchemas): unknown {
  const resources = open.map(({ item, index }) => ({
    mode: "managed",
    type: item.type,
    name: `t${index}`,
    provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [
      {
        schema_version: at(schemas, item.type, "version"),
        attributes: states.get(index),
        sensitive_attributes: [],
      },
    ],
  }));
  return {
    version: 4,
    terraform_version: "1.9.0",
    serial: 1,
    lineage: "replacements",
    outputs: {},
    resources,
  };
}

/** Fills `answers`, or says which items the provider refused. */
async function planOnce(
  site: CliOptions,
  answers: Map<number, Answer>,
): Promise<ReadonlyMap<number, string>> {
  const file = path.join(site.scratch, "plan");
  const args = ["plan", "-json", "-refresh=false", `-out=${file}`];
  const { status, stdout, stderr } = await terraform(site, args, { accept: [0, 1, 2] });
  if (status === 1) {
    const lines = stdout
      .split("\n")
      .flatMap((line) => (line.startsWith("{") ? [parseJson(line, "plan")] : []));
    const errors = lines.filter((line) => at(line, "diagnostic", "severity") === "error");
    const refused = new Map(
      errors.flatMap((line) => {
        const where = String(
          at(line, "diagnostic", "address") ?? at(line, "diagnostic", "snippet", "context"),
        );
        const index = /t(\d+)"?$/.exec(where)?.[1];
        const why = `${at(line, "diagnostic", "summary")} ${at(line, "diagnostic", "detail")}`;
        return index === undefined ? [] : [[Number(index), why] as const];
      }),
    );
    if (refused.size === 0) throw new Error(`terraform plan failed:\n${stdout.slice(-3000)}\n${stderr}`);
    return refused;
  }
  const shown = parseJson((await terraform(site, ["show", "-json", file])).stdout, "the plan");
  for (const change of listAt(shown, "resource_changes")) {
    const index = Number(String(at(change, "name")).slice(1));
    answers.set(index, { kind: "planned", change: at(change, "change") });
  }
  return new Map();
}

/** The provider's schemas, by resource type. */
export async function schemasOf(tools: TerraformTools): Promise<ResourceSchemas> {
  const copy = emptyProject("schema");
  try {
    const site: CliOptions = {
      tools,
      folder: copy.folder,
      scratch: path.join(copy.project, "scratch"),
      env: { ...cleanEnv(), ...ENV },
    };
    writeJson(
      copy.folder,
      STACK_FILE,
      config([{ item: { type: "aws_internet_gateway", body: {} }, index: 0 }]),
    );
    const json = parseJson((await terraform(site, ["providers", "schema", "-json"])).stdout, "the schema");
    const [provider] = Object.values(Object(at(json, "provider_schemas"))).filter(isObject);
    return Object(at(provider, "resource_schemas"));
  } finally {
    copy.remove();
  }
}
