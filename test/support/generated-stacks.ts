import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where they are. */
export const STACKS = fileURLToPath(new URL("../../generated/stacks", import.meta.url));

/** The folder of every committed stack, sorted by name. */
export const generatedStacks: readonly string[] = readdirSync(STACKS)
  .sort()
  .map((name) => join(STACKS, name));

/**
 * The stack reads the state of no other. What reads one is planned behind it: `test/apply/hub-and-spokes.test.ts` plans and
 * applies each of those in order.
 */
export function standsAlone(stack: string): boolean {
  return !readFileSync(join(stack, "cdk.tf.json"), "utf8").includes('"terraform_remote_state"');
}
