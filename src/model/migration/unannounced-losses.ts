import type { PlannedResource } from "../types/terraform-plan.ts";
import { type Loss, lossesOf } from "./losses.ts";

/** What a plan takes from a resource that stays, unless one of the arguments that hold it is among those announced. */
export function unannouncedLosses(
  resource: PlannedResource,
  announced: ReadonlySet<string>,
): readonly Loss[] {
  return lossesOf(resource).filter(({ held }) => !held.names.some((name) => announced.has(argumentOf(name))));
}

/** The argument that a dotted name begins with. */
export function argumentOf(name: string): string {
  return name.split(".", 1)[0] ?? name;
}
