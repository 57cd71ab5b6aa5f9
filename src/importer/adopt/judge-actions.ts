import { judgeWhole } from "../../model/migration/judge-whole.ts";
import type { PlanFinding } from "../../model/migration/plan-finding.ts";
import { MIGRATION_ADDRESS } from "../../model/migration/plan-move.ts";
import type { PlannedResource, TerraformPlan } from "../../model/types/terraform-plan.ts";
import { typeAt } from "./addresses.ts";
import { kindOf } from "./aws-identity.ts";

/** Whose plan it is. */
type Side = "old" | "new";

const WHOLE = { errored: "plan/errored", incomplete: "plan/incomplete" };

/** Tags of rules the provider does not let be ignored. */
const TAGS = ["tags", "tags_all"];

/** Whatever a plan does beside handing over: an error each. `told` are addresses of which it is said already. */
export function judgeActions(
  plan: TerraformPlan,
  side: Side,
  told: ReadonlySet<string>,
): readonly PlanFinding[] {
  const whole = judgeWhole(plan, WHOLE).map((finding): PlanFinding => ({ ...finding, severity: "error" }));
  const others = plan.resources
    .filter(({ address, previousAddress }) => !told.has(previousAddress ?? address))
    .flatMap((resource) => judgeOne(resource, side));
  return [...whole, ...others];
}

function judgeOne(resource: PlannedResource, side: Side): readonly PlanFinding[] {
  const { address, action, deposed } = resource;
  const change = (what: string, hint: string): readonly PlanFinding[] => [
    {
      rule: "adopt/changes",
      severity: "error",
      message: `${address} would be ${what} by the ${side} plan`,
      hint,
    },
  ];
  switch (action) {
    case "delete":
    case "replace":
    case "replace-and-forget":
      return [
        {
          rule: "adopt/destroys",
          severity: "error",
          message: `${address} would be destroyed by the ${side} plan${deposed ? ", left over from a replacement" : ""}`,
          hint: "do not apply: a handover destroys nothing",
        },
      ];
    case "create":
      return side === "new" && address === MIGRATION_ADDRESS ? [] : change("made", MAKES[side]);
    case "update":
      return side === "new" && isTagsOfRule(resource)
        ? []
        : change(`changed (${wordsOf(resource)})`, CHANGES[side]);
    case "no-op":
    case "read":
    case "forget":
      return [];
  }
}

const MAKES: Readonly<Record<Side, string>> = {
  old: "what the old configuration adds is an apply of its own: before the handover, or after it",
  new: "it is there, and the blueprint does not know its id: write it in existing.import",
};
const CHANGES: Readonly<Record<Side, string>> = {
  old: "let it use what it used before, by a data source or an output",
  new: "the blueprint says something else than AWS: correct the blueprint",
};

function isTagsOfRule({ address, changed, afterUnknown }: PlannedResource): boolean {
  if (kindOf(typeAt(address)) !== "security group rule") return false;
  return (
    changed.every((name) => TAGS.includes(name)) &&
    unknownNames(afterUnknown).every((name) => TAGS.includes(name))
  );
}

function unknownNames(afterUnknown: unknown): readonly string[] {
  if (typeof afterUnknown !== "object" || afterUnknown === null) return [];
  return Object.entries(afterUnknown).flatMap(([name, value]) => (value === true ? [name] : []));
}

function wordsOf({ changed }: PlannedResource): string {
  return changed.length === 0 ? "in what is known after the apply" : changed.join(", ");
}
