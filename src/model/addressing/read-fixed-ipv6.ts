import type { Path } from "../../base/path.ts";
import type { Context } from "../context.ts";
import type { FixedIpv6Address } from "../types/compute.ts";
import { readAddress } from "./addresses.ts";

/** Width of the host part of an address in a /64. */
const HOST_BITS = 64n;

/** An IPv6 address that the author chose, whole or the host part alone; null, and reported, where it is none. */
export function readFixedIpv6(context: Context, text: string, path: Path): FixedIpv6Address | null {
  const read = readAddress(context, text, path, "ipv6");
  if (read === null) return null;
  return { path, text, address: read.address, relative: read.address >> HOST_BITS === 0n };
}
