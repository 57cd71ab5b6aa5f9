import { readState } from "../../../src/importer/read-state.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import type { Emulator } from "../emulator.ts";
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
    const findings = stack.judge(await plan.json(), networkOf(text));
    const { actions } = plan;
    const imports = actions.filter((action) => action.startsWith("import "));
    const others = actions.filter((action) => !imports.includes(action));
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
