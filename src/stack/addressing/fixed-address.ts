import { formatIpv6 } from "../../base/address.ts";
import type { FixedIpv6Address } from "../../model/types/compute.ts";
import { call, ref, Token } from "../engine.ts";

/**
 * The address in a subnet's block, which may be a reference. The host's number goes in as digits, for it may have 64 bits
 * and a JavaScript number keeps 53.
 */
export function fixedAddress(fixed: FixedIpv6Address, subnetBlock: string): string {
  if (!fixed.relative) return formatIpv6(fixed.address);
  return Token.asString(call("cidrhost", [subnetBlock, ref(fixed.address.toString())]));
}
