import type { DatabaseParameterGroup } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import { awsNameOf, displayName } from "../names.ts";
import type { ParameterGroup } from "../types/rds.ts";

type Written = Readonly<Record<string, DatabaseParameterGroup>>;

/** The parameter groups of one kind, sorted by name. */
export function normaliseParameterGroups(
  stack: string,
  kind: "parameterGroups" | "clusterParameterGroups",
  written: Written,
): readonly ParameterGroup[] {
  return sortedEntries(written).map(([name, group]) => ({
    name,
    path: ["rds", kind, name],
    displayName: displayName(stack, awsNameOf(name, group)),
    family: group.family,
    parameters: sortedEntries(group.parameters).map(([parameter, set]) => ({ name: parameter, ...set })),
    tags: group.tags,
  }));
}
