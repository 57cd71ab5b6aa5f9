import type { Path } from "../../base/path.ts";

/** What changes the number of an auto scaling group's hosts; times in seconds. */
export interface AutoScaling {
  readonly path: Path;
  readonly targetTracking: readonly AutoScalingTargetTracking[];
  readonly schedules: readonly AutoScalingSchedule[];
}

/** A metric that is kept near a value. */
export interface AutoScalingTargetTracking {
  /** Logical id: `<group>_<metric>`. */
  readonly id: string;
  readonly path: Path;
  /** AWS's name for it. */
  readonly metric: string;
  readonly targetValue: number;
  /** Seconds; null: as AWS has it. */
  readonly estimatedInstanceWarmup: number | null;
  readonly disableScaleIn: boolean;
  /** Name of the target group whose requests are counted; null: the metric is none of requests. */
  readonly targetGroup: string | null;
}

/** Other sizes from a time on. */
interface AutoScalingSchedule {
  /** Logical id: `<group>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly recurrence: string;
  readonly timeZone: string;
  readonly minSize: number;
  readonly maxSize: number;
  /** Null: as many as there are. */
  readonly desiredCapacity: number | null;
}
