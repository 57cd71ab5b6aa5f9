import type { Path } from "../../base/path.ts";
import type { ServiceRole } from "./service-roles.ts";
import type { SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** Everything of AWS Lambda. */
export interface Lambda {
  /** Sorted by name. */
  readonly functions: readonly LambdaFunction[];
}

/** A function in the VPC. */
export interface LambdaFunction {
  readonly name: string;
  readonly path: Path;
  /** Its name in AWS. */
  readonly displayName: string;
  readonly description: string | null;
  readonly code: LambdaCode;
  readonly architecture: "x86_64" | "arm64";
  /** MiB. */
  readonly memorySize: number;
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  readonly securityGroups: readonly SecurityGroupName[];
  /** False: the function calls out over IPv4 only, whatever its subnets have. */
  readonly ipv6AllowedForDualStack: boolean;
  readonly role: ServiceRole;
  readonly tags: Tags;
}

/** Where a function's code is. */
export type LambdaCode =
  | {
      readonly kind: "s3";
      readonly bucket: string;
      readonly key: string;
      /** Null: the newest. */
      readonly objectVersion: string | null;
      readonly runtime: string;
      readonly handler: string;
    }
  | { readonly kind: "image"; readonly uri: string };
