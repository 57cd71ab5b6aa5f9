import type { BlockMode, ExclusionMode } from "../../aws/public-access.ts";
import type { Path } from "../../base/path.ts";
import type { SubnetId, Tags, TierName } from "./shared.ts";

/** VPC Block Public Access, as far as it concerns this VPC. */
export interface BlockPublicAccess {
  readonly path: Path;
  readonly mode: BlockMode;
  /** True: this stack sets the mode, for all VPCs of the account in the region. */
  readonly isSetHere: boolean;
  /** Sorted by name. */
  readonly exclusions: readonly PublicAccessExclusion[];
}

/** What is excluded from it under one name. */
export interface PublicAccessExclusion {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly mode: ExclusionMode;
  /** The tiers that the author named; null: the whole VPC. */
  readonly tiers: readonly TierName[] | null;
  /** One `aws_vpc_block_public_access_exclusion` each. */
  readonly scopes: readonly ExclusionScope[];
  readonly tags: Tags;
}

/** One thing that is excluded. */
interface ExclusionScope {
  /** Logical id: the name, or `<name>_<subnet id>`. */
  readonly id: string;
  /** Null: the whole VPC. */
  readonly subnet: SubnetId | null;
}
