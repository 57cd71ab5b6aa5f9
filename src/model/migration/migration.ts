import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import { namesOf } from "../references.ts";
import type { Migration } from "../types/migration.ts";

/** How far a migration has come; null when none is under way. */
export function normaliseMigration(context: Context, blueprint: Blueprint): Migration | null {
  const written = blueprint.migration;
  if (written === undefined) return null;
  const path: Path = ["migration", "before", "instanceTypes"];
  const instances = namesOf(blueprint.compute.instances);
  return {
    path: ["migration"],
    stage: written.stage,
    reached: written.reached ?? null,
    instanceTypesBefore: sortedEntries(written.before.instanceTypes)
      .map(([instance, instanceType]) => ({ path: [...path, instance], instance, instanceType }))
      .filter((before) => checkReference(context, "instance", before.instance, instances, before.path)),
  };
}
