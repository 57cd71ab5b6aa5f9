import { STAGES, type StageChanges, type StageId } from "../types/migration.ts";
import type { PlannedResource, TerraformPlan } from "../types/terraform-plan.ts";
import { type Announced, announcedBy } from "./announced.ts";
import { configuredOf } from "./configured-of.ts";
import { firstStageIn } from "./first-stage.ts";
import { judgeAssociation } from "./judge-association.ts";
import { judgeResource } from "./judge-resource.ts";
import { judgeWhole } from "./judge-whole.ts";
import type { Loss } from "./losses.ts";
import type { PlanFinding } from "./plan-finding.ts";
import { isOneStep, leftoversOf, MIGRATION_ADDRESS, moveOf, movesOf, type PlanMove } from "./plan-move.ts";
import { argumentOf } from "./unannounced-losses.ts";

/** The blueprint that a plan is held against. */
export interface PlannedMigration {
  /** The stack's name. */
  readonly name: string;
  /** How far the blueprint says the migration has come; null when it has none any more. */
  readonly stage: StageId | null;
  /** What each stage does, in the order of the stages. */
  readonly stages: readonly StageChanges[];
}

/** What is to be said about a plan. */
export interface PlanJudgement {
  /** From which stage to which it goes; null when that cannot be told. */
  readonly move: PlanMove | null;
  /** In the order of the plan. */
  readonly findings: readonly PlanFinding[];
}

const WHOLE = { errored: "migrate/plan-errored", incomplete: "migrate/plan-incomplete" };
const AGAIN = "run `hextet synth`, then `terraform plan` again in the stack's folder";

/**
 * Holds a plan against what its move from stage to stage announces: what it destroys or replaces beyond that is an
 * error, what it makes or changes beyond that a warning, what an interrupted apply left undone a note.
 */
export function judgePlan(plan: TerraformPlan, migration: PlannedMigration): PlanJudgement {
  const move = moveOf(plan);
  if ("rule" in move) return { move: null, findings: [move] };
  const foreign = judgeOrigin(plan, move, migration);
  if (foreign !== null) return { move, findings: [foreign] };
  const { stages } = migration;
  const expected = announcedBy(movesOf(move, stages));
  const leftover = announcedBy(leftoversOf(move, stages));
  const all = announcedBy(stages.map((stage) => ({ stage, back: false })));
  const first = firstStageIn(plan, stages);
  const lossHint = (resource: PlannedResource, losses: readonly Loss[]) =>
    lossHintFor(move, first, isOfNext(move, stages, resource, losses));
  const surroundings = { expected: withMark(expected), leftover, all, stages, lossHint };
  return {
    move,
    findings: [
      ...judgeWhole(plan, WHOLE),
      ...(isOneStep(move) || isBeginning(move, first) ? [] : [skipped(move, first)]),
      ...plan.resources.flatMap((resource) => [
        ...judgeAssociation(resource, plan, all),
        ...judgeResource(resource, surroundings),
      ]),
    ],
  };
}

/** The mark of the stage itself comes, changes and goes with every move. */
function withMark(announced: Announced): Announced {
  return {
    ...announced,
    creates: new Set([...announced.creates, MIGRATION_ADDRESS]),
    updates: new Map([...announced.updates, [MIGRATION_ADDRESS, new Set(["input"])]]),
    destroys: new Set([...announced.destroys, MIGRATION_ADDRESS]),
  };
}

/** A first apply may also go to the last stage of which something is there: what the stages up to it lack comes with it. */
function isBeginning({ from, to }: PlanMove, first: StageId): boolean {
  return from === null && to === first;
}

function lossHintFor({ from, to }: PlanMove, first: StageId, mayBeOfNext: boolean): string {
  if (from === null && to !== null && STAGES.indexOf(to) < STAGES.indexOf(first))
    return `write migration.reached: ${first}; without it Terraform takes away what is there`;
  if (from !== to) return "do not apply: write in the blueprint what is there, and plan again";
  const after = to === null || !mayBeOfNext ? undefined : STAGES[STAGES.indexOf(to) + 1];
  const again =
    after === undefined
      ? ""
      : `; after an interrupted way back write migration.stage: ${after}, apply that, and go back again`;
  return `do not apply: find out who gave it, and write it in the blueprint${again}`;
}

/** True when the next stage gives what would be lost: then a way back over it may have been interrupted. */
function isOfNext(
  { to }: PlanMove,
  stages: readonly StageChanges[],
  { address }: PlannedResource,
  losses: readonly Loss[],
): boolean {
  const names = losses.flatMap((loss) => loss.names.map(argumentOf));
  const next = to === null ? undefined : stages[STAGES.indexOf(to) + 1];
  return (next?.changes ?? []).some(
    (change) => change.address === address && change.arguments.some(({ name }) => names.includes(name)),
  );
}

function skipped({ from, to }: PlanMove, first: StageId): PlanFinding {
  const start = from === null ? "no stage at all" : `"${from}"`;
  const end = to === null ? "the end of the migration" : `"${to}"`;
  const hint =
    from === null
      ? `begin with migration.stage: import${first === STAGES[0] ? "" : ` and migration.reached: ${first}`}`
      : "go one stage at a time, applying each, forwards or backwards";
  const message = `the plan goes from ${start} to ${end}: more than one stage at once`;
  return { rule: "migrate/stage-skipped", severity: "error", message, hint };
}

/** Why the plan cannot be of this blueprint as it is; null when it can. */
function judgeOrigin(plan: TerraformPlan, { to }: PlanMove, migration: PlannedMigration): PlanFinding | null {
  const { name, stage, stages } = migration;
  const wanted = addressesAt(stage, stages);
  const configured = new Set(configuredOf(plan, wanted));
  const missing = wanted.filter((address) => !configured.has(address));
  const another = (message: string, hint: string): PlanFinding => ({
    rule: "migrate/plan-of-another-stack",
    severity: "error",
    message,
    hint,
  });
  if (missing.length * 2 > wanted.length)
    return another(
      `the plan is of another stack: it does not know ${missing.length} of the ${wanted.length} resources of "${name}"`,
      `run terraform in the folder of the stack "${name}"`,
    );
  const isMarked = plan.resources.some(({ address }) => address === MIGRATION_ADDRESS);
  if (stage !== null && configured.has(MIGRATION_ADDRESS) && !isMarked)
    return another(`the plan says nothing of ${MIGRATION_ADDRESS}`, "plan without -target");
  if (to !== stage) return another(staleWords(to, stage), AGAIN);
  const [first] = missing;
  if (first === undefined) return null;
  return another(`the plan was made of another configuration: ${first} is not in it`, AGAIN);
}

function staleWords(to: StageId | null, stage: StageId | null): string {
  const ofPlan = to === null ? "the plan has no migration" : `the plan is of the stage "${to}"`;
  const ofBlueprint =
    stage === null ? "the blueprint has no migration" : `the blueprint is at the stage "${stage}"`;
  return `${ofPlan}, ${ofBlueprint}`;
}

/** Addresses of all resources of the stack at a stage; null: after the migration. */
function addressesAt(stage: StageId | null, stages: readonly StageChanges[]): readonly string[] {
  const end = stage === null ? stages.length : STAGES.indexOf(stage) + 1;
  const there = new Set<string>();
  for (const { adds, imports, removes } of stages.slice(0, end)) {
    for (const { address } of [...adds, ...imports]) there.add(address);
    for (const { address } of removes) there.delete(address);
  }
  if (stage === null) there.delete(MIGRATION_ADDRESS);
  else there.add(MIGRATION_ADDRESS);
  return [...there].sort();
}
