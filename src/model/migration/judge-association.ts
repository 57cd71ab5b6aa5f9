import { textOf, valueIn } from "../../base/untrusted-json.ts";
import type { PlannedResource, TerraformPlan } from "../types/terraform-plan.ts";
import type { Announced } from "./announced.ts";
import type { PlanFinding } from "./plan-finding.ts";
import { resourceTypeOf, terraformAddress } from "./terraform-address.ts";

const TYPE = "aws_route_table_association";

/**
 * An error where a subnet that was there gets an association, or loses it, and so another route table: without one it uses
 * the VPC's main table. Whichever stage the plan is of: only an association with that table changes no packet's way.
 */
export function judgeAssociation(
  { address, action, before, after }: PlannedResource,
  plan: TerraformPlan,
  all: Announced,
): readonly PlanFinding[] {
  if (resourceTypeOf(address) !== TYPE || (action !== "create" && action !== "delete")) return [];
  const subnet = terraformAddress("aws_subnet", address.slice(TYPE.length + 1));
  if (!all.imports.has(subnet) || all.imports.has(address)) return [];
  const main = mainTableIn(plan);
  const table = textOf(valueIn(action === "create" ? after : before, "route_table_id"));
  if (main !== null && table === main) return [];
  const named = table ?? "a table that this plan makes";
  const way = action === "create" ? ["the VPC's main table", named] : [named, "the VPC's main table"];
  const known = main === null ? "which one that is the plan does not say" : `which is ${main}`;
  return [
    {
      rule: "migrate/another-route-table",
      severity: "error",
      message: `${address} would take ${subnet} from ${way.join(" to ")}: ${known}`,
      hint: "do not apply: in the blueprint the subnet's tier belongs to the route table that the subnet uses; if it is to use another, associate it in AWS first, and write its association in existing.import",
    },
  ];
}

/** The table of a VPC that its subnets use by default, as the state says; null where the plan has no VPC. */
function mainTableIn({ resources }: TerraformPlan): string | null {
  const vpc = resources.find(({ address }) => address === "aws_vpc.main");
  return textOf(valueIn(vpc?.before, "main_route_table_id")) || null;
}
