import type { Network } from "./types/network.ts";
import type { SecurityGroupName } from "./types/shared.ts";

/**
 * What the blueprint declares and its sections may name, built once before the sections that need it. Security groups
 * and prefix lists are names only: groups name each other, so none of them is whole before all names are known.
 */
export interface Declared
  extends Pick<Network, "vpc" | "plan" | "zones" | "tiers" | "natGateways" | "routeTables"> {
  /** Names, sorted. */
  readonly securityGroups: readonly SecurityGroupName[];
  /** Names, sorted. */
  readonly prefixLists: readonly string[];
}
