import { nearest } from "../../base/nearest.ts";
import { valueIn } from "../../base/untrusted-json.ts";
import { STAGES, type StageChanges, type StageId } from "../types/migration.ts";
import type { PlannedResource, TerraformPlan } from "../types/terraform-plan.ts";
import type { Move } from "./announced.ts";
import type { PlanFinding } from "./plan-finding.ts";
import { isOneStepApart } from "./stage-step.ts";

/** The resource by which a state says how far a migration has come. */
export const MIGRATION_ADDRESS = "terraform_data.migration";

/** From which stage to which a plan goes; null: no migration is under way there. */
export interface PlanMove {
  readonly from: StageId | null;
  readonly to: StageId | null;
}

/** Where a plan begins and ends, or what makes that impossible to say. */
export function moveOf(plan: TerraformPlan): PlanMove | PlanFinding {
  const marks = plan.resources.filter(({ address, deposed }) => address === MIGRATION_ADDRESS && !deposed);
  const [mark] = marks;
  if (mark === undefined) return { from: null, to: null };
  const from = stageOf(mark, "before");
  const to = stageOf(mark, "after");
  if (typeof from === "object" && from !== null) return from;
  if (typeof to === "object" && to !== null) return to;
  // A finished migration that is taken up again at its end has nothing to do but the mark.
  const isReopened = from === null && to === LAST && !plan.resources.some(bringsSomething);
  return { from: isReopened ? LAST : from, to };
}

const LAST: StageId = "ipv6-only-subnets";

function bringsSomething({ address, action, importing }: PlannedResource): boolean {
  return importing || (action === "create" && address !== MIGRATION_ADDRESS);
}

/**
 * The moves of which a plan consists: one, when it is as it should be. None when the stage stays.
 */
export function movesOf({ from, to }: PlanMove, stages: readonly StageChanges[]): readonly Move[] {
  if (to === null) return [];
  const [start, end] = [from === null ? -1 : STAGES.indexOf(from), STAGES.indexOf(to)];
  if (end >= start) return stages.slice(start + 1, end + 1).map((stage) => ({ stage, back: false }));
  return stages.slice(end + 1, start + 1).map((stage) => ({ stage, back: true }));
}

/**
 * What an interrupted apply may have left undone, when it was of the move into the stage or back to it. Nothing unless
 * the stage stays: before the first apply, or on the way to another stage, none has been interrupted here.
 */
export function leftoversOf({ from, to }: PlanMove, stages: readonly StageChanges[]): readonly Move[] {
  if (from !== to) return [];
  const index = to === null ? STAGES.length : STAGES.indexOf(to);
  const [into, after] = [stages[index], stages[index + 1]];
  return [
    ...(into === undefined ? [] : [{ stage: into, back: false }]),
    ...(after === undefined ? [] : [{ stage: after, back: true }]),
  ];
}

/** True when no stage lies between; a migration begins at its first stage and ends after its last. */
export function isOneStep({ from, to }: PlanMove): boolean {
  if (from === null && to === null) return true;
  return isOneStepApart(from ?? "before", to ?? "after");
}

function stageOf(mark: PlannedResource, side: "before" | "after"): StageId | null | PlanFinding {
  const written = valueIn(mark[side], "input");
  if (written === undefined || written === null) return null;
  const known = STAGES.find((stage) => stage === written);
  if (known !== undefined) return known;
  const text = String(typeof written === "string" ? written : JSON.stringify(written));
  const near = nearest(text, STAGES);
  const message = `the ${side === "before" ? "state" : "plan"} is at the stage ${JSON.stringify(text)}, which there is not`;
  const hint =
    near === null ? "was it written by another version of Hextet?" : `did somebody mean "${near}"?`;
  return { rule: "migrate/plan-of-another-stack", severity: "error", message, hint };
}
