import type { PlanFinding } from "../../model/migration/plan-finding.ts";
import { MIGRATION_ADDRESS } from "../../model/migration/plan-move.ts";
import type { PlannedResource, TerraformPlan } from "../../model/types/terraform-plan.ts";
import type { StateResource } from "../state/resources.ts";
import { typeAt } from "./addresses.ts";
import { identitiesOf } from "./aws-identity.ts";
import { holdsRulesOf } from "./holds-rules-of.ts";
import { judgeActions } from "./judge-actions.ts";
import { judgeAddresses } from "./judge-addresses.ts";
import type { OldPlan } from "./read-old-plan.ts";
import { PARTS } from "./share-out.ts";

/** The plans of a handover. */
export interface HandoverPlans {
  /** The one that was adopted from: everything that there was. */
  readonly before: OldPlan;
  /** What the old configuration does now; null: one state, which the new one has. */
  readonly old: TerraformPlan | null;
  /** What the new stack does. */
  readonly new: TerraformPlan;
  /** Addresses that may end up in nobody's hands. */
  readonly allowed: readonly string[];
}

/** What is wrong, and in which of the plans. */
interface HandoverFinding extends PlanFinding {
  readonly side: "old" | "new";
}

/** Where everything is once both plans are applied. */
export interface HandoverJudgement {
  readonly findings: readonly HandoverFinding[];
  /** How many resources there were. */
  readonly total: number;
  /** How many of them the new stack manages, by themselves or as part of another one. */
  readonly handedOver: number;
  /** How many stay with the old configuration. */
  readonly kept: number;
  /** Addresses that nobody manages any more, which was allowed. */
  readonly givenUp: readonly string[];
  /** Addresses that might be given up, and that somebody manages. */
  readonly keptThough: readonly string[];
}

type Fate = "destroyed" | "kept" | "handed over" | "twice" | "given up" | "orphaned";

/**
 * Follows each resource that there was through both plans. Whatever is destroyed, in two hands or in nobody's is an
 * error, and so is all that either plan does beside.
 */
export function judgeHandover(plans: HandoverPlans): HandoverJudgement {
  const { before, old, new: next } = plans;
  if (isOfOldConfiguration(before, next)) return notTheNew(before);
  const after = managedAfter(next);
  const fates = before.managed.map((resource) => [resource, fateOf(resource, plans, after)] as const);
  const having = (...wanted: readonly Fate[]) => fates.filter(([, fate]) => wanted.includes(fate));
  const told = new Set(having("destroyed").map(([{ address }]) => address));
  return {
    findings: [
      ...fates.flatMap(([resource, fate]) => inPlan("old", findingOf(resource, fate))),
      ...(old === null ? [] : inPlan("old", judgeActions(old, "old", told))),
      // Between two states the new stack may have a resource of its own at the address of an old one.
      ...inPlan("new", judgeActions(next, "new", old === null ? told : new Set())),
      ...inPlan("new", judgeAddresses(before, next)),
    ],
    total: fates.length,
    handedOver: having("handed over").length,
    kept: having("kept").length,
    givenUp: having("given up").map(([{ address }]) => address),
    keptThough: having("handed over", "kept", "twice").flatMap(([{ address }]) =>
      plans.allowed.includes(address) ? [address] : [],
    ),
  };
}

/** It leaves everything where it was, and a stack of Hextet's leaves its mark, moves or imports. */
function isOfOldConfiguration({ managed }: OldPlan, { resources }: TerraformPlan): boolean {
  const kept = new Set(resources.filter(isManagedAfter).map(({ address }) => address));
  const isNew = ({ address, importing, previousAddress }: PlannedResource) =>
    address === MIGRATION_ADDRESS || importing || previousAddress !== null;
  return !resources.some(isNew) && managed.every(({ address }) => kept.has(address));
}

function notTheNew({ managed }: OldPlan): HandoverJudgement {
  const finding: HandoverFinding = {
    rule: "adopt/not-the-new-plan",
    severity: "error",
    message: "this is not the plan of the new configuration: it leaves everything at its old address",
    hint: "plan in generated/stacks/<name>, where hextet synth writes; then terraform show -json",
    side: "new",
  };
  return { findings: [finding], total: managed.length, handedOver: 0, kept: 0, givenUp: [], keptThough: [] };
}

function inPlan(side: "old" | "new", findings: readonly PlanFinding[]): readonly HandoverFinding[] {
  return findings.map((finding) => ({ ...finding, side }));
}

/** What tells apart the things that a plan leaves managed, with the address of each. */
function managedAfter({ resources }: TerraformPlan): ReadonlyMap<string, string> {
  const pairs = resources.filter(isManagedAfter).flatMap(({ address, before, after }) => {
    const type = typeAt(address);
    const ids = [...identitiesOf(type, before), ...identitiesOf(type, after)];
    return ids.map((id) => [id, address] as const);
  });
  return new Map(pairs);
}

function isManagedAfter({ action, deposed }: PlannedResource): boolean {
  return !deposed && ["no-op", "create", "update", "read"].includes(action);
}

function fateOf(
  resource: StateResource,
  { old, new: next, allowed }: HandoverPlans,
  after: ReadonlyMap<string, string>,
): Fate {
  const { address } = resource;
  const own = (old ?? next).resources.filter((one) => (one.previousAddress ?? one.address) === address);
  if (own.some(({ action }) => ["delete", "replace", "replace-and-forget"].includes(action)))
    return "destroyed";
  const isKept = own.some(isManagedAfter);
  const taker = takerOf(resource, after, next);
  if (old === null && isKept) return "handed over";
  if (isKept) return taker === null || taker.isPart ? "kept" : "twice";
  if (taker !== null) return "handed over";
  return allowed.includes(address) ? "given up" : "orphaned";
}

/** Who manages the thing in the new stack: itself, or as part of what it belongs to. */
function takerOf(
  resource: StateResource,
  after: ReadonlyMap<string, string>,
  next: TerraformPlan,
): { readonly isPart: boolean } | null {
  const { type, raw, values } = resource;
  if (identitiesOf(type, raw).some((id) => after.has(id))) return { isPart: false };
  if (type === "aws_security_group_rule")
    return holdsRulesOf(resource, next.resources.filter(isManagedAfter)) ? { isPart: false } : null;
  const [attribute, kind] = PARTS[type] ?? [];
  const whole = attribute === undefined ? null : values.text(attribute);
  return whole !== null && after.has(`${kind} ${whole}`) ? { isPart: true } : null;
}

function findingOf({ address, id }: StateResource, fate: Fate): readonly PlanFinding[] {
  const error = (rule: string, message: string, hint: string): readonly PlanFinding[] => [
    { rule, severity: "error", message, hint },
  ];
  switch (fate) {
    case "destroyed":
      return error(
        "adopt/destroys",
        `${address} (${id}) would be destroyed`,
        "do not apply: what is handed over goes by a removed block with destroy = false; what stays has to be in the configuration",
      );
    case "twice":
      return error(
        "adopt/managed-twice",
        `${address} (${id}) is managed by the old configuration and by the new stack`,
        "take it out of the old configuration with a removed block, or out of existing.import",
      );
    case "orphaned":
      return error(
        "adopt/orphaned",
        `${address} (${id}) is given away by the old configuration, and the new stack does not take it`,
        "put it back into the old configuration; or say that nobody is to manage it: --allow <address>",
      );
    case "kept":
    case "handed over":
    case "given up":
      return [];
  }
}
