import type { Path } from "../../base/path.ts";
import type { SubnetId, Tags, TierName } from "./shared.ts";

/** A subnet group of a service that stands in subnets: RDS or ElastiCache. */
export interface ServiceSubnets {
  readonly name: string;
  readonly path: Path;
  /** The AWS name. */
  readonly displayName: string;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets, sorted by tier and zone. */
  readonly subnets: readonly SubnetId[];
  readonly tags: Tags;
}
