import type { PlanFinding } from "../../model/migration/plan-finding.ts";
import type { TerraformPlan } from "../../model/types/terraform-plan.ts";
import { readState } from "../read-state.ts";
import { valuesIn } from "../state/values.ts";
import { draftBlueprint } from "../write-blueprint.ts";
import { typeAt } from "./addresses.ts";
import { identitiesOf, identityOfImport } from "./aws-identity.ts";
import type { OldPlan } from "./read-old-plan.ts";

/**
 * An error for each address of the new plan that `hextet adopt` gave to one thing in AWS, and that would be another that it
 * gave an address to: both are managed then, and much of what tells them apart Terraform ignores.
 */
export function judgeAddresses(before: OldPlan, next: TerraformPlan): readonly PlanFinding[] {
  const given = givenIn(before, next);
  const addressOf = new Map([...given].map(([at, id]) => [identityOfImport(typeAt(at), id), at]));
  return next.resources.flatMap(({ address, before: values }): readonly PlanFinding[] => {
    const id = given.get(address);
    const [meant] = identitiesOf(typeAt(address), values).flatMap((one) => addressOf.get(one) ?? []);
    if (id === undefined || meant === undefined || meant === address) return [];
    return [
      {
        rule: "adopt/another-thing",
        severity: "error",
        message: `${address} would be ${given.get(meant)}, which hextet adopt gave to ${meant}; it gave ${id} to this address`,
        hint: "correct existing.import, or the moved block; names are changed after the handover, by renames",
      },
    ];
  });
}

/** Addresses of the blueprint that adopting from the plan writes, with their ids. */
function givenIn({ state }: OldPlan, next: TerraformPlan): ReadonlyMap<string, string> {
  const reading = readState(state, vpcOf(next));
  // Then nothing was adopted, and whoever takes nothing is told so.
  if ("mistake" in reading) return new Map();
  return draftBlueprint(reading.inventory, null).takenUp.taken;
}

/** The VPC that the new stack manages, or whose parts it does. */
function vpcOf({ resources }: TerraformPlan): string | null {
  const [id] = resources.flatMap(({ address, before }) => {
    const values = valuesIn(before);
    return values.text(address === "aws_vpc.main" ? "id" : "vpc_id") ?? [];
  });
  return id ?? null;
}
