import { givenByWord } from "../../aws/address-arguments.ts";
import { STAGES, type StageChanges, type StageId } from "../types/migration.ts";
import type { PlannedResource, TerraformPlan } from "../types/terraform-plan.ts";
import { isEmpty, isLess } from "./is-less.ts";
import { argumentAt, heldBy } from "./losses.ts";

/**
 * The stage at which a migration begins, going by a plan that imports: the last one of which something is there
 * already, for at an earlier stage Terraform would take that away. Without IPv6 the first, and so where the blueprint
 * says which stage the network had reached.
 */
export function firstStageIn(plan: TerraformPlan, stages: readonly StageChanges[]): StageId {
  const resources = new Map(plan.resources.map((resource) => [resource.address, resource]));
  const isThere = ({ changes }: StageChanges) =>
    changes.some((change) => {
      const resource = resources.get(change.address);
      return (
        resource !== undefined &&
        change.arguments.some(
          ({ name, before, mayBeThere }) => mayBeThere !== true && has(resource, name, before),
        )
      );
    });
  return stages.findLast(isThere)?.stage ?? STAGES[0];
}

/** True when a resource has more than the blueprint gives it before the stage that changes the argument. */
function has({ address, before: values }: PlannedResource, changed: string, before: unknown): boolean {
  // Of what is exact the configuration writes ids as references, which no value is equal to.
  const held = heldBy(address).filter(
    ({ names, isExact }) => isExact !== true && names.some((name) => isOf(name, changed)),
  );
  return held.some(({ names }) =>
    names.some((name) => {
      const value = argumentAt(values, name);
      if (!isOf(name, changed)) return isGiven(value);
      // Lists are of ids, which the configuration writes as references.
      return !Array.isArray(value) && isLess(value, argumentAt({ [changed]: before }, name));
    }),
  );
}

function isOf(name: string, argument: string): boolean {
  return name.split(".", 1)[0] === argument;
}

/** True for a block or addresses, and for no word: which words were there before is only known of what changes. */
function isGiven(value: unknown): boolean {
  return !isEmpty(value) && !(typeof value === "string" && Object.hasOwn(givenByWord, value));
}
