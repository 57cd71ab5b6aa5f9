import fc from "fast-check";
import { isObject } from "../json.ts";
import { anyPlace, type Drawn, only, pick, sometimes, type Tree } from "./tree.ts";

const METRICS = [
  { ASGAverageCPUUtilization: { targetValue: 60, estimatedInstanceWarmup: 120 } },
  { ASGAverageNetworkIn: { targetValue: 500_000_000 } },
  { ASGAverageNetworkOut: { targetValue: 500_000_000, disableScaleIn: true } },
] as const;

/** What is drawn of how the number of an auto scaling group's hosts changes. */
export const autoScalingDraft = sometimes(
  fc.record({
    group: anyPlace,
    targetTracking: fc.constantFrom(undefined, ...METRICS),
    recurrence: fc.constantFrom(undefined, "0 7 * * MON-FRI", "*/30 * * * *"),
    timeZone: fc.constantFrom(undefined, "Europe/Lisbon"),
    desiredCapacity: fc.constantFrom(undefined, 2),
  }),
);

/** `compute` with an auto scaling group that follows the load and the clock. */
export function withAutoScaling(
  draft: Drawn<typeof autoScalingDraft>,
  compute: Tree | undefined,
): Tree | undefined {
  const groups = compute?.["autoScalingGroups"];
  if (draft === null || !isObject(groups)) return compute;
  const name = pick(Object.keys(groups), draft.group);
  if (name === null) return compute;
  const { targetTracking, recurrence, timeZone, desiredCapacity } = draft;
  const morning = { recurrence, timeZone, minSize: 1, maxSize: 2, desiredCapacity };
  const schedules = recurrence === undefined ? undefined : only("morning", morning);
  const group = { ...Object(groups[name]), scaling: { targetTracking, schedules } };
  return { ...compute, autoScalingGroups: { ...groups, [name]: group } };
}
