import type { BlueprintFile } from "../../blueprint/blueprint-file.ts";
import { readInstances } from "../../blueprint/read-instances.ts";

/** The blueprints among the texts that can be read, as plain data with their defaults. */
export function readPlain(files: readonly BlueprintFile[]): readonly unknown[] {
  return files
    .flatMap(readInstances)
    .map(({ blueprint }) => blueprint)
    .filter((one) => one !== null);
}
