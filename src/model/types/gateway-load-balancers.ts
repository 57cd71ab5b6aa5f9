import type { Path } from "../../base/path.ts";
import type { SubnetId, Tags, TierName } from "./shared.ts";

/** A Gateway Load Balancer, which hands packets to appliances. */
export interface GatewayLoadBalancer {
  /** Logical id: none of `loadBalancers` has it. */
  readonly name: string;
  readonly path: Path;
  /** At most 32 characters: AWS's limit. */
  readonly displayName: string;
  readonly tier: TierName;
  /** Logical ids. */
  readonly subnets: readonly SubnetId[];
  readonly ipAddressType: "ipv4" | "dualstack";
  readonly targetGroup: string;
  readonly crossZone: boolean;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}
