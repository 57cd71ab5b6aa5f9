import { configuredOf } from "../model/migration/configured-of.ts";
import { judgeWhole } from "../model/migration/judge-whole.ts";
import type { PlanFinding } from "../model/migration/plan-finding.ts";
import { stillProtected } from "../model/migration/still-protected.ts";
import { argumentOf, unannouncedLosses } from "../model/migration/unannounced-losses.ts";
import type { PlannedResource, TerraformPlan } from "../model/types/terraform-plan.ts";
import { fewerThan } from "./fewer-than.ts";
import type { Action, ResourceChange, Setting, StackOutput } from "./types.ts";

/** What a plan is held against: what the review showed. */
export interface Announced {
  /** The stack as it is to be. */
  readonly stack: StackOutput;
  /** Its changes against what the review compared with. */
  readonly changes: readonly ResourceChange[];
  /** Settings of the whole stack that are not what they were. */
  readonly settings: readonly Setting[];
  /** Addresses that may lose what they hold. */
  readonly allowed: ReadonlySet<string>;
}

const WHOLE = { errored: "plan/errored", incomplete: "plan/incomplete" };

/** What each planned action may have been announced as. */
const COVERED: Readonly<Record<"delete" | "replace" | "forget" | "create" | "update", readonly Action[]>> = {
  delete: ["destroy", "replace", "may-replace"],
  replace: ["replace", "may-replace"],
  forget: ["forget"],
  create: ["create", "import", "replace", "may-replace"],
  update: ["update", "replace", "may-replace", "move", "import"],
};

/**
 * Holds a plan against what was announced: what it destroys, replaces or forgets beyond that is an error, what it makes
 * or changes beyond that a warning. In the order of the plan.
 */
export function judgePlanned(plan: TerraformPlan, announced: Announced): readonly PlanFinding[] {
  const foreign = foreignFinding(plan, announced.stack);
  if (foreign !== null) return [foreign];
  const actions = new Map(announced.changes.map((change) => [change.address, change]));
  // Default tags are on every resource.
  const isTagged = ({ action, changed }: PlannedResource) =>
    announced.settings.includes("tags") &&
    action === "update" &&
    changed.length > 0 &&
    changed.every((argument) => argument === "tags_all" || argument === "tags");
  return [
    ...judgeWhole(plan, WHOLE),
    ...plan.resources.flatMap(stillProtected),
    ...plan.resources.flatMap((one) => judgeMove(one, actions, announced.stack)),
    ...plan.resources.flatMap((one) => (isTagged(one) ? [] : judgeResource(one, actions, announced.allowed))),
  ];
}

/** A plan of another stack, or of another state of this one, proves nothing. */
function foreignFinding(plan: TerraformPlan, { name, resources }: StackOutput): PlanFinding | null {
  const configured = configuredOf(plan, [...resources.keys()]);
  const known = new Set(configured);
  const missing = [...resources.keys()].filter((address) => !known.has(address));
  const foreign = configured.filter((address) => !resources.has(address) && !address.startsWith("module."));
  const [odd = missing[0]] = foreign;
  if (odd === undefined) return null;
  const message = `the plan is not of the stack "${name}" as the blueprint has it: ${odd} is ${foreign.length > 0 ? "not in the stack" : "not in the plan"}`;
  return finding(
    "plan/of-another-stack",
    "error",
    message,
    `run \`hextet synth\`, then \`terraform plan\` in the folder of the stack "${name}"`,
  );
}

/** State that moves belongs to a thing that the blueprint renames; otherwise it may come to something else. */
function judgeMove(
  { address, previousAddress, deposed }: PlannedResource,
  announced: ReadonlyMap<string, ResourceChange>,
  { moved }: StackOutput,
): readonly PlanFinding[] {
  if (previousAddress === null || deposed) {
    return [];
  }
  if (announced.get(address)?.from === previousAddress) return [];
  if (moved.get(address) === previousAddress) {
    const message = `${previousAddress} becomes ${address}, which an earlier review showed and nobody has applied`;
    return [finding("plan/unannounced-change", "warning", message, "look before you apply")];
  }
  const message = `the state of ${previousAddress} goes to ${address}, which the review did not show`;
  const hint = "do not apply: only renamedFrom of the blueprint moves state here";
  return [finding("plan/unannounced-move", "error", message, hint)];
}

function judgeResource(
  resource: PlannedResource,
  announced: ReadonlyMap<string, ResourceChange>,
  allowed: ReadonlySet<string>,
): readonly PlanFinding[] {
  const { address, action, deposed } = resource;
  if (action === "no-op" || action === "read") return [];
  if (deposed) {
    const message = `${address}: what an interrupted replacement left over is destroyed`;
    return [finding("plan/left-over", "note", message, null)];
  }
  const change = announced.get(address);
  const kind = action === "replace-and-forget" ? "forget" : action;
  const isCovered = change !== undefined && COVERED[kind].includes(change.action);
  if (kind === "update")
    return [...judgeUpdate(resource, isCovered ? change : null), ...fewerThan(resource, change, allowed)];
  if (isCovered) return lossFindings(resource, change, allowed);
  return [kind === "create" ? surplus(resource) : unannounced(resource, kind)];
}

/** What an update does beyond what was shown: an error for what the resource loses, a warning for the rest. */
function judgeUpdate(resource: PlannedResource, change: ResourceChange | null): readonly PlanFinding[] {
  const shown = new Set(change === null ? [] : argumentsShown(change));
  const losses = unannouncedLosses(resource, shown);
  const lost = new Set(losses.flatMap(({ names }) => names.map(argumentOf)));
  // What the provider works out, such as a new version, is no argument of the stack.
  const isWritten = (name: string) => change === null || writtenIn(change).includes(name);
  const rest = resource.changed.filter((name) => !lost.has(name) && !shown.has(name) && isWritten(name));
  const isSilent = change !== null || losses.length > 0;
  return [
    ...losses.map(({ held, names }) =>
      finding(
        "plan/unannounced-loss",
        "error",
        `${resource.address} loses its ${held.what} (${names.join(", ")}), which the review did not show`,
        "do not apply: find out who gave it, and write it in the blueprint",
      ),
    ),
    ...(rest.length === 0 && isSilent ? [] : [surplus({ ...resource, changed: rest })]),
  ];
}

/** The arguments that a change was shown with, and those that follow from what is replaced with it. */
function argumentsShown({ differences, because, after }: ResourceChange): readonly string[] {
  const drawn = Object.entries(after ?? {}).filter(([, value]) => {
    const text = JSON.stringify(value);
    return because.some((address) => text.includes(`${address}.`));
  });
  const names = [...differences.map(({ argument }) => argumentOf(argument)), ...drawn.map(([name]) => name)];
  return names.includes("tags") ? [...names, "tags_all"] : names;
}

function writtenIn({ before, after }: ResourceChange): readonly string[] {
  return [...Object.keys(before ?? {}), ...Object.keys(after ?? {})];
}

function surplus({ address, previousAddress, action, changed }: PlannedResource): PlanFinding {
  const what = action === "create" ? "is made" : `is changed (${changed.join(", ") || "values known later"})`;
  const message = `${nameOf(address, previousAddress)} ${what}, which the review did not show`;
  const hint = "something else has changed it, or an earlier change was never applied: look before you apply";
  return finding("plan/unannounced-change", "warning", message, hint);
}

function unannounced(
  { address, previousAddress, forcedBy, reason }: PlannedResource,
  kind: "delete" | "replace" | "forget",
): PlanFinding {
  const what = { delete: "is destroyed", replace: "is replaced", forget: "leaves Terraform's hands" }[kind];
  const because =
    forcedBy.length > 0 ? ` because of ${forcedBy.join(", ")}` : reason === null ? "" : ` (${reason})`;
  const message = `${nameOf(address, previousAddress)} ${what}${because}, which the review did not show`;
  const hint = "do not apply: find out why, and let `hextet diff` show it before";
  return finding("plan/unannounced-loss", "error", message, hint);
}

function nameOf(address: string, previous: string | null): string {
  return previous === null || previous === address ? address : `${address} (in the state ${previous})`;
}

/** What was shown may still hold data: showing is not allowing. */
function lossFindings(
  { address, action }: PlannedResource,
  { loss }: ResourceChange,
  allowed: ReadonlySet<string>,
): readonly PlanFinding[] {
  if (loss === null || allowed.has(address) || (action !== "delete" && action !== "replace")) return [];
  const what = loss === "data" ? "what it stores" : "an address or name that others may know";
  return [
    finding(
      "plan/loss-not-allowed",
      "error",
      `${address} is ${action === "delete" ? "destroyed" : "replaced"}, and ${what} is lost`,
      `if that is meant, write terraform.mayDestroy: [${address}] in the blueprint`,
    ),
  ];
}

function finding(
  rule: string,
  severity: PlanFinding["severity"],
  message: string,
  hint: string | null,
): PlanFinding {
  return { rule, severity, message, hint };
}
