import type { Path } from "../../base/path.ts";

/** How the number of tasks follows the load. */
export interface EcsScaling extends EcsBounds {
  readonly path: Path;
  readonly targetTracking: readonly EcsTargetTracking[];
  readonly schedules: readonly EcsSchedule[];
}

/** Between which numbers of tasks. */
interface EcsBounds {
  readonly minCapacity: number;
  readonly maxCapacity: number;
}

/** A metric that is kept near a value; cooldowns are in seconds. */
interface EcsTargetTracking {
  /** Logical id: `<service>_<metric>`. */
  readonly id: string;
  /** AWS's name for it. */
  readonly metric: string;
  readonly targetValue: number;
  readonly scaleInCooldown: number;
  readonly scaleOutCooldown: number;
  readonly disableScaleIn: boolean;
}

/** Other bounds from a time on. */
interface EcsSchedule extends EcsBounds {
  /** Logical id: `<service>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly schedule: string;
  readonly timezone: string;
}
