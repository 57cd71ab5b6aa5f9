import type { AddressFamily } from "./prefix.ts";

/** The family as people write it: `IPv4` or `IPv6`. */
export function familyName(family: AddressFamily): "IPv4" | "IPv6" {
  return family === "ipv4" ? "IPv4" : "IPv6";
}
