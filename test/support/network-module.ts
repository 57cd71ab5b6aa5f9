import { readFileSync } from "node:fs";
import { type OldPlan, readOldPlan } from "../../src/importer/adopt/read-old-plan.ts";
import { readState } from "../../src/importer/read-state.ts";
import { type DraftedBlueprint, writeBlueprint } from "../../src/importer/write-blueprint.ts";

const PLAN = readFileSync(new URL("./fixtures/network-module.plan.json", import.meta.url), "utf8");

/** A Terraform plan as JSON, to be changed by a test. */
export interface PlanJson {
  [key: string]: unknown;
  terraform_version: string;
  prior_state?: { values: { root_module: ModuleJson } };
  configuration?: { root_module: { [key: string]: unknown } };
  resource_changes: {
    address: string;
    mode?: string;
    change: { [key: string]: unknown };
    previous_address?: string;
  }[];
}

/** A module of a state as JSON. */
interface ModuleJson {
  resources: ResourceJson[];
  child_modules?: { address: string; resources: ResourceJson[] }[];
}

/** A resource of a state as JSON. */
export interface ResourceJson {
  address: string;
  mode: string;
  type: string;
  values: { [key: string]: unknown };
  sensitive_values?: { [key: string]: unknown };
}

/** What `terraform show -json` says of the plan of `test/apply/fixtures/network-module`, applied, a copy each time. */
export function networkModulePlan(): PlanJson {
  const plan: PlanJson = JSON.parse(PLAN);
  return plan;
}

/** The plan with more resources in the root module, as they are. */
export function planWith(...resources: readonly Omit<ResourceJson, "mode">[]): PlanJson {
  const plan = networkModulePlan();
  for (const resource of resources) {
    plan.prior_state?.values.root_module.resources.push({ mode: "managed", ...resource });
    plan.resource_changes.push({ address: resource.address, change: { actions: ["no-op"] } });
  }
  return plan;
}

/** The plan with the module called for two keys: "a" is the network, and "b" a VPC of its own. */
export function oneOfTwoPlan(): PlanJson {
  const plan = planWith();
  const keyed = (address: string) => address.replace(/^module\.vpc\./, 'module.vpc["a"].');
  const child = plan.prior_state?.values.root_module.child_modules?.[0];
  for (const one of child?.resources ?? []) one.address = keyed(one.address);
  // What has no word in a blueprint would stay in the instance.
  const stays = (address: string) => address.includes(".aws_default_");
  if (child !== undefined) child.resources = child.resources.filter(({ address }) => !stays(address));
  plan.resource_changes = plan.resource_changes.filter(({ address }) => !stays(address));
  for (const one of plan.resource_changes) one.address = keyed(one.address);
  const address = 'module.vpc["b"].aws_vpc.this[0]';
  const values = { id: "vpc-0fffffffffffffff0", cidr_block: "10.99.0.0/16" };
  child?.resources.push({ address, mode: "managed", type: "aws_vpc", values });
  plan.resource_changes.push({ address, change: { actions: ["no-op"] } });
  return plan;
}

/** The bytes of a plan's file. */
export function bytesOf(plan: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(plan));
}

/** The plan as it is read; throws what is wrong with it. */
export function oldPlanOf(plan: PlanJson): OldPlan {
  const { old, mistake } = readOldPlan(bytesOf(plan));
  if (old === null) throw new Error(mistake.message);
  return old;
}

/** The blueprint that is drafted from a plan. */
export function draftOf(old: OldPlan): DraftedBlueprint {
  const reading = readState(old.state, null);
  if ("mistake" in reading) throw new Error(reading.mistake.message);
  return writeBlueprint(reading.inventory, "shop");
}
