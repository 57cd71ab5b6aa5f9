import type { Path } from "../../base/path.ts";
import type { Tags, TerraformAddress } from "./shared.ts";

/** What this stack makes, shared with other accounts by AWS RAM. */
export interface ResourceShare {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** Sorted. */
  readonly principals: readonly SharePrincipal[];
  readonly allowExternalPrincipals: boolean;
  /** In the order of their kinds, then of their names. */
  readonly resources: readonly SharedResource[];
  readonly tags: Tags;
}

/** Whom something is shared with. */
export interface SharePrincipal {
  /** Logical id: `<share>_<account, organizational unit or organization>`. */
  readonly id: string;
  readonly path: Path;
  /** As RAM takes it. */
  readonly principal: string;
}

/** What is shared, by the key of the share under which it is written. */
export type SharedKind =
  | "transitGateways"
  | "subnets"
  | "securityGroups"
  | "prefixLists"
  | "ipamPools"
  | "resolverRules"
  | "dnsFirewallRuleGroups"
  | "resolverQueryLogs";

/** One resource of the stack that is shared. */
export interface SharedResource {
  /** Logical id: `<share>_<kind>_<logical id of the resource>`. */
  readonly id: string;
  readonly path: Path;
  readonly kind: SharedKind;
  /** As the author wrote it: a tier's name stands for each of its subnets. */
  readonly name: string;
  /** Of the resource. */
  readonly logicalId: string;
  readonly address: TerraformAddress;
}

/** The acceptance of a share of another account. */
export interface ResourceShareAccepter {
  readonly name: string;
  readonly path: Path;
  readonly resourceShareArn: string;
}
