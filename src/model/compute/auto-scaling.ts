import type { Path } from "../../base/path.ts";
import type { Blueprint, AutoScaling as WrittenScaling } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import { namesOf } from "../references.ts";
import type { AutoScaling, AutoScalingTargetTracking } from "../types/auto-scaling.ts";
import { checkSizes } from "./group-sizes.ts";

/** What changes the number of a group's hosts, sorted by name; null: nothing. An unknown target group is reported. */
export function normaliseAutoScaling(
  context: Context,
  blueprint: Blueprint,
  group: string,
  written: WrittenScaling | undefined,
  path: Path,
): AutoScaling | null {
  if (written === undefined || isEmpty(written)) return null;
  return {
    path,
    targetTracking: targetTracking(context, blueprint, group, written, [...path, "targetTracking"]),
    schedules: sortedEntries(written.schedules).map(([name, schedule]) => {
      const at: Path = [...path, "schedules", name];
      const { desiredCapacity = null, ...others } = schedule;
      checkSizes(context, `schedule ${JSON.stringify(name)}`, { ...others, desiredCapacity }, at);
      return { id: `${group}_${name}`, name, path: at, ...others, desiredCapacity };
    }),
  };
}

function targetTracking(
  context: Context,
  blueprint: Blueprint,
  group: string,
  { targetTracking: written }: WrittenScaling,
  path: Path,
): readonly AutoScalingTargetTracking[] {
  const { ALBRequestCountPerTarget: requests } = written;
  if (requests !== undefined) {
    const at = [...path, "ALBRequestCountPerTarget", "targetGroup"];
    checkReference(context, "target group", requests.targetGroup, namesOf(blueprint.targetGroups), at);
  }
  return sortedEntries({ ...written }).map(([metric, { targetValue, disableScaleIn, ...tracking }]) => ({
    id: `${group}_${metric}`,
    path: [...path, metric],
    metric,
    targetValue,
    estimatedInstanceWarmup: tracking.estimatedInstanceWarmup ?? null,
    disableScaleIn,
    targetGroup: "targetGroup" in tracking ? tracking.targetGroup : null,
  }));
}

function isEmpty({ targetTracking: tracking, schedules }: WrittenScaling): boolean {
  return Object.keys(tracking).length === 0 && Object.keys(schedules).length === 0;
}
