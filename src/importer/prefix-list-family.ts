import type { AddressFamily } from "../base/prefix.ts";

/** The family of a prefix list in AWS's word for it; null for what is none. */
export function prefixListFamily(word: string | null | undefined): AddressFamily | null {
  if (word === "IPv4") return "ipv4";
  return word === "IPv6" ? "ipv6" : null;
}
