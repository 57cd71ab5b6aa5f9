import { join } from "node:path";
import { entriesOf } from "./entries-of.ts";
import { isBlueprintName } from "./is-blueprint-name.ts";

/** The paths of what has the name of a blueprint in a folder, by name; none where there is no folder that can be read. */
export function blueprintsIn(folder: string): readonly string[] {
  return entriesOf(folder).flatMap(({ name }) =>
    isBlueprintName(name) && !name.startsWith(".") ? [join(folder, name)] : [],
  );
}
