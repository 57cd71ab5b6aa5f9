import { expect } from "vitest";
import { STAGES, type StageId } from "../../../src/model/types/migration.ts";
import { blueprintAt } from "../migration/guide-network.ts";
import type { MigratingStack } from "../migration/migrating-stack.ts";

/** The first apply, exactly as `hextet import` has written it: imports alone, and the mark. */
export async function takeOver(stack: MigratingStack, blueprint: string): Promise<void> {
  const { actions, findings, left } = await stack.move(blueprint);
  expect(actions.filter((action) => !action.startsWith("import "))).toEqual([
    "create terraform_data.migration",
  ]);
  expect([findings.filter(isLoud), left]).toEqual([[], []]);
}

/** Each further stage: what it does is announced, and it leaves nothing to do. Answers with what each has done. */
export async function walk(
  stack: MigratingStack,
  blueprint: string,
): Promise<ReadonlyMap<StageId, readonly string[]>> {
  const done = new Map<StageId, readonly string[]>();
  const [, first = ""] = /^ +stage: (.*)$/m.exec(blueprint) ?? [];
  for (const stage of STAGES.slice(STAGES.indexOf(first as StageId) + 1)) {
    const { actions, findings, left } = await stack.move(blueprintAt(blueprint, stage));
    const destroyed = actions.filter((action) => /^(delete|replace|remove|forget) /.test(action));
    expect([stage, destroyed, findings.filter(isLoud), left]).toEqual([stage, [], [], []]);
    done.set(stage, actions);
  }
  return done;
}

/** With `--strict` a warning is an error too. */
function isLoud(finding: string): boolean {
  return !finding.startsWith("note:");
}
