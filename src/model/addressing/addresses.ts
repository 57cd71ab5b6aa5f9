import type { Path } from "../../base/path.ts";
import { type Address, parseAddress } from "../../base/prefix.ts";
import { type Context, report } from "../context.ts";

const EXAMPLES = {
  ipv4: `"10.20.0.4"`,
  ipv6: `"::4" or "2001:db8::4"`,
  any: `"10.20.0.4" or "2001:db8::4"`,
} as const;
const FAMILIES = { ipv4: "IPv4", ipv6: "IPv6", any: "IPv4 or IPv6" } as const;

/** Reads an address as the author wrote it; reports `model/invalid-address` and returns null when it is none. */
export function readAddress(
  context: Context,
  text: string,
  path: Path,
  family: "ipv4" | "ipv6" | "any",
): Address | null {
  const address = parseAddress(text);
  if (address !== null && (family === "any" || address.family === family)) return address;
  const message = `${JSON.stringify(text)} is no ${FAMILIES[family]} address`;
  report(context, "model/invalid-address", path, message, `write it such as ${EXAMPLES[family]}`);
  return null;
}
