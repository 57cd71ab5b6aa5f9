import type { Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import { hasFamily } from "../types/subnets.ts";

/** True when the address plan cuts the IPv4 block of the tier's subnet in the zone: it has one that is not written. */
export function isIpv4CutByPlan({ addressing, ipv4Cidrs }: WrittenTier, letter: string): boolean {
  return hasFamily(addressing, "ipv4") && ipv4Cidrs?.[letter] === undefined;
}

/** The same for IPv6. */
export function isIpv6CutByPlan({ addressing, ipv6Numbers }: WrittenTier, letter: string): boolean {
  return hasFamily(addressing, "ipv6") && ipv6Numbers?.[letter] === undefined;
}

/** True when the address plan cuts a block of the tier's subnet in the zone. */
export function isCutByPlan(tier: WrittenTier, letter: string): boolean {
  return isIpv6CutByPlan(tier, letter) || isIpv4CutByPlan(tier, letter);
}
