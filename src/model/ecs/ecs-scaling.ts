import type { Path } from "../../base/path.ts";
import type { EcsService as WrittenService } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import type { EcsScaling } from "../types/ecs-scaling.ts";

/** How the number of a service's tasks changes; null: it does not. Sorted by name. */
export function normaliseScaling(
  service: string,
  { scaling }: WrittenService,
  servicePath: Path,
): EcsScaling | null {
  if (scaling === undefined) return null;
  const path: Path = [...servicePath, "scaling"];
  const { minCapacity, maxCapacity } = scaling;
  return {
    ...{ path, minCapacity, maxCapacity },
    targetTracking: sortedEntries(scaling.targetTracking).map(([metric, tracking]) => {
      return { id: `${service}_${metric}`, metric, ...tracking };
    }),
    schedules: sortedEntries(scaling.schedules).map(([name, schedule]) => {
      return { id: `${service}_${name}`, name, path: [...path, "schedules", name], ...schedule };
    }),
  };
}
