import type { Path } from "../../base/path.ts";
import type { Tags } from "./shared.ts";

/** What is behind load balancers, offered to other VPCs. */
export interface VpcEndpointService {
  /** Logical id. */
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** Names, sorted. */
  readonly loadBalancers: readonly string[];
  /** Sorted. */
  readonly supportedIpAddressTypes: readonly ("ipv4" | "ipv6")[];
  readonly acceptanceRequired: boolean;
  /** Sorted; none: no other account. */
  readonly allowedPrincipals: readonly string[];
  /** Null: none. */
  readonly privateDnsName: string | null;
  /** With the stack's own, sorted; none: the author says nothing, and the own is the only one. */
  readonly supportedRegions: readonly string[];
  readonly tags: Tags;
}
