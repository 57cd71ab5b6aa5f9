import { isRecord, parseJson, textOf, valueIn } from "../../base/untrusted-json.ts";
import { judgeWhole } from "../../model/migration/judge-whole.ts";
import type { PlanFinding } from "../../model/migration/plan-finding.ts";
import { planText, readPlan } from "../../model/migration/read-plan.ts";
import type { PlannedResource, TerraformPlan } from "../../model/types/terraform-plan.ts";
import { resourcesOf, type StateResource, type StateResources } from "../state/resources.ts";

/** The plan of a configuration that is as it was applied: what there is, and how the configuration says it. */
export interface OldPlan {
  /** The state before, as `terraform show -json` tells one. */
  readonly state: { readonly values: unknown };
  readonly resources: StateResources;
  /** Everything that the state manages, with or without an id, in its order. */
  readonly managed: readonly StateResource[];
  /** What the plan says of the configuration. */
  readonly configuration: unknown;
  /** Whether its Terraform knows `removed` blocks, which came with 1.7. */
  readonly knowsRemoved: boolean;
}

/** The plan, or why it cannot be adopted from. */
export type OldPlanReading =
  | { readonly old: OldPlan; readonly mistake: null }
  | { readonly old: null; readonly mistake: PlanFinding };

const AGAIN =
  "apply the old configuration first, so that it says what is there; then `terraform plan -out=old.tfplan` and `terraform show -json old.tfplan`";
const WHOLE = { errored: "plan/errored", incomplete: "plan/incomplete" };

/** Reads what `terraform show -json` says of a plan that changes nothing. Never throws, whatever the bytes are. */
export function readOldPlan(bytes: Uint8Array): OldPlanReading {
  const { plan, mistake } = readPlan(bytes);
  if (plan === null) return refuse(mistake);
  const [broken] = judgeWhole(plan, WHOLE);
  if (broken !== undefined) return refuse({ ...broken, severity: "error" });
  const json = parseJson(planText(bytes));
  const state = { values: valueIn(json, "prior_state", "values") };
  const resources = resourcesOf(state);
  if (resources === null) return refuse(nothingThere());
  const managed = [...resources.all, ...resources.withoutId];
  const pending = pendingIn(plan, managed);
  if (pending !== null) return refuse(pending);
  const configuration = valueIn(json, "configuration");
  if (!isRecord(valueIn(configuration, "root_module"))) return refuse(withoutConfiguration());
  const knowsRemoved = !/^(0\.|1\.[0-6]\.)/.test(textOf(valueIn(json, "terraform_version")) ?? "");
  return { old: { state, resources, managed, configuration, knowsRemoved }, mistake: null };
}

/** What the plan would still do, or does not speak of; null where it does nothing. */
function pendingIn(plan: TerraformPlan, managed: readonly StateResource[]): PlanFinding | null {
  const pending = plan.resources.filter(isPending);
  const [first] = pending;
  if (first !== undefined) {
    const others = pending.length === 1 ? "" : `, and ${pending.length - 1} more`;
    const message = `the plan has changes that are not applied: ${wordsOf(first)}${others}`;
    return { rule: "adopt/changes-pending", severity: "error", message, hint: AGAIN };
  }
  const spoken = new Set(plan.resources.map(({ address }) => address));
  const silent = managed.find(({ address }) => !spoken.has(address));
  if (silent === undefined) return findLost(plan, managed);
  const message = `the plan does not speak of ${silent.address}, which its state has`;
  const hint = "plan without -target and without -refresh-only";
  return { rule: "adopt/changes-pending", severity: "error", message, hint };
}

/** Whatever is broken in a state is left out where it is read: what the plan leaves as it is has to be there. */
function findLost({ resources }: TerraformPlan, managed: readonly StateResource[]): PlanFinding | null {
  const known = new Set(managed.map(({ address }) => address));
  const lost = resources.find(({ address, action }) => action === "no-op" && !known.has(address));
  if (lost === undefined) return null;
  const message = `the plan leaves ${lost.address} as it is, and its prior_state has no such resource`;
  const hint = "the file is broken, or was changed: write it anew with `terraform show -json old.tfplan`";
  return { rule: "migrate/not-a-plan", severity: "error", message, hint };
}

function isPending({ action, importing, previousAddress, deposed }: PlannedResource): boolean {
  return !["no-op", "read"].includes(action) || importing || previousAddress !== null || deposed;
}

function wordsOf({ address, action, importing, previousAddress }: PlannedResource): string {
  if (importing) return `import ${address}`;
  if (action === "no-op" && previousAddress !== null) return `move ${previousAddress} to ${address}`;
  return `${action} ${address}`;
}

function nothingThere(): PlanFinding {
  const message = "the plan knows of nothing that is there: it has no prior_state with resources";
  return { rule: "adopt/changes-pending", severity: "error", message, hint: AGAIN };
}

function withoutConfiguration(): PlanFinding {
  const message = "the plan says nothing of its configuration (configuration.root_module)";
  return { rule: "migrate/not-a-plan", severity: "error", message, hint: AGAIN };
}

function refuse(mistake: PlanFinding): OldPlanReading {
  return { old: null, mistake };
}
