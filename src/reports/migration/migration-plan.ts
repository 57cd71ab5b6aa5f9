import { allStages } from "../../model/migration/all-stages.ts";
import {
  type ExistingResource,
  type ResourceChange,
  STAGES,
  type StageChanges,
  type StageId,
} from "../../model/types/migration.ts";
import type { Network } from "../../model/types/network.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { shellQuote } from "../runbook/runbook-shell.ts";
import { type Interruption, interruptionsOf, rollbackLossesOf } from "./migration-interruptions.ts";
import { type MigrationStanding, standingOf } from "./migration-standing.ts";

/** Where a blueprint lies, and where its stack goes. */
export interface MigrationFiles {
  /** The blueprint's file. */
  readonly blueprint: string;
  /** The folder of the stack's Terraform JSON. */
  readonly stackFolder: string;
}

/** All stages of one migration, told in advance. */
export interface MigrationPlan {
  readonly stack: string;
  readonly region: string;
  readonly blueprint: string;
  /** The id of the VPC that is migrated; null when the blueprint has no `existing`. */
  readonly vpc: string | null;
  /** How far it has come; null: `migration` is not in the blueprint (any more). */
  readonly stage: StageId | null;
  readonly standing: MigrationStanding;
  readonly stages: readonly PlannedStage[];
}

/** One stage: what it does, what that interrupts, how to apply it and how to take it back. */
export interface PlannedStage {
  readonly stage: StageId;
  readonly title: string;
  readonly why: string;
  /** Where the blueprint's own stage stands to it. */
  readonly state: "behind" | "here" | "ahead";
  readonly imports: readonly Pick<ExistingResource, "address" | "id">[];
  readonly adds: readonly ResourceChange[];
  readonly changes: readonly ResourceChange[];
  readonly removes: readonly ResourceChange[];
  readonly interruptions: readonly Interruption[];
  readonly commands: readonly string[];
  readonly rollback: Rollback;
}

/** How a stage is taken back. */
export interface Rollback {
  /** The stage to go to; null: this is the first. */
  readonly to: StageId | null;
  /** Addresses of what is destroyed by it: what the stage made. */
  readonly destroys: readonly string[];
  /** Addresses of what Terraform forgets, and leaves as it is in AWS. */
  readonly forgets: readonly string[];
  /** Addresses of what is made again. */
  readonly makes: readonly string[];
  readonly losses: readonly Interruption[];
}

/** The plan of a network's migration; `changes` is what each stage does to its Terraform configuration. */
export function migrationPlanOf(
  network: Network,
  changes: readonly StageChanges[],
  files: MigrationFiles,
): MigrationPlan {
  const { name: stack, region, existing, migration } = network;
  return {
    stack,
    region,
    blueprint: files.blueprint,
    vpc: existing?.vpcId ?? null,
    stage: migration?.stage ?? null,
    standing: standingOf(network),
    stages: changes.map((stage) => plannedStage(network, stage, files)),
  };
}

/**
 * Migration plans as JSON: `{ version: 1, migrations: [{ stack, region, blueprint, vpc, stage, standing, stages: [{
 * stage, title, why, state, imports, adds, changes, removes, interruptions, commands, rollback }] }] }`.
 */
export function renderMigrationPlansJson(plans: readonly MigrationPlan[]): string {
  return `${stringifySafely({ version: 1, migrations: plans })}\n`;
}

function plannedStage(network: Network, changes: StageChanges, files: MigrationFiles): PlannedStage {
  const { stage, imports, adds, removes, staysOnWayBack: forgets } = changes;
  const { title = "", why = "" } = allStages.find(({ id }) => id === stage) ?? {};
  const index = STAGES.indexOf(stage);
  const here = network.migration === null ? STAGES.length : STAGES.indexOf(network.migration.stage);
  return {
    stage,
    title,
    why,
    state: index < here ? "behind" : index === here ? "here" : "ahead",
    imports: imports.map(({ address, id }) => ({ address, id })),
    adds,
    changes: changes.changes,
    removes,
    interruptions: interruptionsOf(network, changes),
    commands: commandsOf(stage, files),
    rollback: {
      to: STAGES[index - 1] ?? null,
      destroys: adds.map(({ address }) => address).filter((address) => !forgets.includes(address)),
      forgets,
      makes: removes.map(({ address }) => address),
      losses: rollbackLossesOf(network, changes),
    },
  };
}

function commandsOf(stage: StageId, { blueprint, stackFolder }: MigrationFiles): readonly string[] {
  const terraform = `terraform -chdir=${shellQuote(stackFolder)}`;
  return [
    `# in the blueprint write migration.stage: ${stage}`,
    "npx hextet synth",
    `git diff ${shellQuote(stackFolder)}`,
    `${terraform} init`,
    `${terraform} plan -out=stage.tfplan`,
    `${terraform} show -json stage.tfplan | npx hextet migrate check ${shellQuote(blueprint)} --plan -`,
    `${terraform} apply stage.tfplan`,
    `${terraform} plan -detailed-exitcode # 0: nothing is left to do`,
  ];
}
