import { readState } from "../../../src/importer/read-state.ts";
import type { Inventory } from "../../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import type { Emulator } from "../emulator.ts";
import { at, listAt } from "../json.ts";
import { accountFor } from "../layouts/account-for.ts";
import { MigratingStack, networkOf } from "../migration/migrating-stack.ts";
import type { TerraformTools } from "../tools.ts";

/** What must never be of a VPC that is there, and what became of its resources. */
export interface FirstPlan {
  readonly problems: readonly string[];
  readonly seen: number;
  readonly imported: number;
  readonly listed: number;
  /** Of a VPC of which nothing can be taken over. */
  readonly isRefused: boolean;
}

/** Imports a VPC from its state, and asks Terraform for the first plan: it has imports only, and the counts are equal. */
export async function firstPlanOf(
  tools: TerraformTools,
  state: object,
  emulator: Emulator,
): Promise<FirstPlan> {
  const reading = readState(state, null);
  if ("mistake" in reading) return { problems: [], seen: 0, imported: 0, listed: 0, isRefused: true };
  const { text, lost } = writeBlueprint(reading.inventory, "drawn");
  const { seen, listed, missing } = accountFor(state, text);
  const stack = new MigratingStack(tools, text, { env: emulator.env, emulator, withoutBackend: true });
  try {
    const plan = await stack.plan(text);
    const json = await plan.json();
    const findings = stack.judge(json, networkOf(text));
    const { actions } = plan;
    const imports = actions.filter((action) => action.startsWith("import "));
    const withMainTable = connectionsWithMainTable(json, reading.inventory);
    const others = actions.filter((action) => !imports.includes(action) && !withMainTable.has(action));
    return {
      problems: [
        ...others.filter((action) => action !== "create terraform_data.migration"),
        ...findings,
        ...lost.map(({ kind, id }) => `import says itself that it lost ${kind} ${id}`),
        ...missing.map((address) => `${address} is neither taken, referred to nor listed`),
      ],
      seen,
      imported: imports.length,
      listed,
      isRefused: false,
    };
  } finally {
    stack.remove();
  }
}

/**
 * The connections of subnets that no table names with the VPC's main table, which they use already: nothing can import them, so
 * they are made by name.
 */
function connectionsWithMainTable(plan: unknown, { routeTables }: Inventory): ReadonlySet<string> {
  const main = routeTables.filter(({ isMain }) => isMain).map(({ id }) => id);
  const named = new Set(routeTables.flatMap(({ subnets }) => subnets));
  const made = listAt(plan, "resource_changes").filter((change) => {
    const after = at(change, "change", "after");
    const [table, subnet] = [at(after, "route_table_id"), at(after, "subnet_id")];
    return main.includes(String(table)) && typeof subnet === "string" && !named.has(subnet);
  });
  return new Set(made.map((change) => `create ${String(at(change, "address"))}`));
}
