import { assertNever } from "../../base/invariant.ts";
import type { StageChanges } from "../types/migration.ts";
import type { PlannedResource } from "../types/terraform-plan.ts";
import type { Announced } from "./announced.ts";
import { judgeLosses, type LossHint } from "./judge-losses.ts";
import type { PlanFinding } from "./plan-finding.ts";
import { stillProtected } from "./still-protected.ts";

/** What a resource of a plan is held against. */
interface PlanSurroundings {
  /** By the move that the plan makes. */
  readonly expected: Announced;
  /** By the moves whose apply may have been interrupted before. */
  readonly leftover: Announced;
  /** By all moves forwards. */
  readonly all: Announced;
  readonly stages: readonly StageChanges[];
  /** What to do about a block, an address or a rule that would be lost. */
  readonly lossHint: LossHint;
}

type Judge = (resource: PlannedResource, surroundings: PlanSurroundings) => readonly PlanFinding[];

const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: "it is tainted: an earlier apply failed to make it whole",
  replace_by_request: "by -replace on the command line",
  replace_by_triggers: "by replace_triggered_by",
  delete_because_no_resource_config: "it is not in the configuration",
};
const LOOK = "look at it in the plan; apply nothing of which you cannot say why";
const ADOPTED =
  "where hextet adopt --same-state moved it, hextet adopt check --same-state is the check of this plan";
const OUTSIDE =
  "it was changed outside, or the blueprint was changed beside the stage: apply such changes apart";

/** What is to be said about one resource of a plan. */
export const judgeResource: Judge = (resource, surroundings) => {
  return [
    ...stillProtected(resource),
    ...judgeArrival(resource, surroundings),
    ...judgeAction(resource, surroundings),
  ];
};

function judgeAction(resource: PlannedResource, surroundings: PlanSurroundings): readonly PlanFinding[] {
  switch (resource.action) {
    case "no-op":
    case "read":
      return [];
    case "create":
      return judgeCreate(resource, surroundings);
    case "update":
      return judgeUpdate(resource, surroundings);
    case "delete":
      return judgeDelete(resource, surroundings);
    case "replace":
      return judgeReplace(resource, surroundings);
    case "forget":
      return judgeForget(resource, surroundings);
    case "replace-and-forget":
      return [leaving(resource)];
    default:
      return assertNever(resource.action);
  }
}

/** How it came under the address: by import or from another address. */
const judgeArrival: Judge = ({ address, importing, previousAddress }, { expected, leftover, all }) => {
  // AWS may have made by itself what the stage would make; it is imported then.
  const isAwaited = [expected, leftover].some(({ creates }) => creates.has(address));
  const moved = `${previousAddress} becomes ${address}, which no stage does`;
  const imported = `${address} is imported, which the blueprint does not ask for`;
  return [
    ...(previousAddress === null ? [] : [warning(moved, all.imports.has(address) ? ADOPTED : LOOK)]),
    ...(importing && !isAwaited && !all.imports.has(address) ? [warning(imported, LOOK)] : []),
  ];
};

const judgeCreate: Judge = ({ address }, { expected, leftover, all, stages }) => {
  if (expected.creates.has(address)) return [];
  if (leftover.creates.has(address)) return [note(`${address} is made only now`)];
  if (all.imports.has(address))
    return [
      warning(
        `${address} would be made anew, but it should be imported`,
        "is its line in network.vpc.existing.import and its import block there?",
      ),
    ];
  return [warning(`${address} would be made, ${whoseIs(address, stages)}`, OUTSIDE)];
};

const judgeUpdate: Judge = (resource, surroundings) => {
  const losses = judgeLosses(resource, surroundings.expected, surroundings.lossHint);
  const changed = resource.changed.filter((name) => !losses.names.includes(name));
  const isAllLost = changed.length === 0 && losses.names.length > 0;
  return [...losses.findings, ...(isAllLost ? [] : judgeChanges({ ...resource, changed }, surroundings))];
};

const judgeChanges: Judge = (resource, { expected, leftover, stages }) => {
  const { address, changed } = resource;
  const isTaken = [expected, leftover].some((one) => one.imports.has(address) || one.creates.has(address));
  if (isTaken && isDefaultTags(resource)) return [];
  const announced = expected.updates.get(address);
  const late = leftover.updates.get(address);
  const rest = changed.filter((name) => announced?.has(name) !== true);
  if (announced !== undefined && rest.length === 0) return [];
  const unknown = rest.filter((name) => late?.has(name) !== true);
  if (late !== undefined && unknown.length === 0) return [note(`${argumentsOf(address, rest)} only now`)];
  const whose = announced === undefined ? whoseIs(address, stages) : "beside what the stage announces";
  return [warning(`${argumentsOf(address, unknown)}, ${whose}`, OUTSIDE)];
};

/** Rules of security groups take the blueprint's tags when they are imported: the provider does not let them be. */
function isDefaultTags({ changed }: PlannedResource): boolean {
  return changed.length > 0 && changed.every((name) => name === "tags" || name === "tags_all");
}

const judgeDelete: Judge = (resource, { expected, leftover, all, stages }) => {
  const { address, deposed } = resource;
  if (deposed && (expected.creates.has(address) || all.creates.has(address))) return [];
  if (!deposed && expected.destroys.has(address)) return [];
  if (!deposed && leftover.destroys.has(address)) return [note(`${address} is destroyed only now`)];
  const what = deposed ? `what an earlier replacement of ${address} left over` : address;
  const message = `${what} would be destroyed, ${whoseIs(address, stages)}${because(resource)}`;
  return [failure("migrate/unannounced-destroy", message)];
};

const judgeForget: Judge = (resource, { expected, leftover }) => {
  const { address } = resource;
  if (expected.forgets.has(address)) return [];
  return [leftover.forgets.has(address) ? note(`${address} is forgotten only now`) : leaving(resource)];
};

function leaving({ address }: PlannedResource): PlanFinding {
  return warning(`${address} leaves Terraform's hands without being destroyed`, LOOK);
}

const judgeReplace: Judge = (resource, { expected, leftover, stages }) => {
  const { address, reason, forcedBy } = resource;
  // Steps of provider hooks are run again by being replaced.
  const isStep = address.startsWith("terraform_data.") && forcedBy.join() === "triggers_replace";
  if (isStep && expected.updates.get(address)?.has("triggers_replace") === true) return [];
  const isNew = expected.creates.has(address) || leftover.creates.has(address);
  if (isNew && reason === "replace_because_tainted")
    return [note(`${address} was made by half, and is made again`)];
  const message = `${address} would be destroyed and made anew, ${whoseIs(address, stages)}${because(resource)}`;
  return [failure("migrate/unannounced-replace", message)];
};

function because({ reason, forcedBy }: PlannedResource): string {
  if (forcedBy.length > 0) return `: forced by ${forcedBy.join(", ")}`;
  const words = reason === null ? undefined : REASONS[reason];
  return words === undefined ? "" : `: ${words}`;
}

/** Which stage has to do with a resource, to tell a stage that was not applied whole from drift. */
function whoseIs(address: string, stages: readonly StageChanges[]): string {
  const touching = stages.filter(({ adds, changes, removes }) =>
    [...adds, ...changes, ...removes].some((change) => change.address === address),
  );
  if (touching.length === 0) return "which no stage announces";
  return `which is not of this move but of ${touching.map(({ stage }) => `"${stage}"`).join(", ")}`;
}

function argumentsOf(address: string, names: readonly string[]): string {
  return names.length === 0 ? `${address} changes` : `${address} changes ${names.join(", ")}`;
}

function failure(rule: string, message: string): PlanFinding {
  return { rule, severity: "error", message, hint: "do not apply: find out why, and plan again" };
}

function warning(message: string, hint: string): PlanFinding {
  return { rule: "migrate/unannounced-change", severity: "warning", message, hint };
}

function note(message: string): PlanFinding {
  const hint = "the apply of a stage was interrupted, or somebody took it back outside";
  return { rule: "migrate/resumed", severity: "note", message, hint };
}
