import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where they are. */
export const STACKS = fileURLToPath(new URL("../../generated/stacks", import.meta.url));

/** The folder of every committed stack, sorted by name. */
export const generatedStacks: readonly string[] = readdirSync(STACKS)
  .sort()
  .map((name) => join(STACKS, name));
