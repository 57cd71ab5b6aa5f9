import { formatIpv4, formatIpv6, parseIpv4, parseIpv6 } from "./address.ts";
import { invariant } from "./invariant.ts";

/** An address family, in AWS's lower-case words. */
export type AddressFamily = "ipv4" | "ipv6";

/**
 * A block of IP addresses. `address` keeps the bits as written, host bits included, so that a rule can say what is
 * wrong; `length` counts the bits of the network part.
 */
export interface Prefix {
  readonly family: AddressFamily;
  readonly address: bigint;
  readonly length: number;
}

/** One IP address: its family and its bits. */
export interface Address {
  readonly family: AddressFamily;
  readonly address: bigint;
}

/** The number of bits of an address of the family: 32 or 128. */
export function bitsOf(family: AddressFamily): number {
  return family === "ipv4" ? 32 : 128;
}

/** Reads one address of either family; null when the text is none. Zone ids, brackets and spaces are not taken. */
export function parseAddress(text: string): Address | null {
  const family = text.includes(":") ? "ipv6" : "ipv4";
  const address = family === "ipv6" ? parseIpv6(text) : parseIpv4(text);
  return address === null ? null : { family, address };
}

/** Writes an address in its canonical form: a dotted quad, or RFC 5952 (`64:ff9b::afe:1eb`). */
export function formatAddress(family: AddressFamily, address: bigint): string {
  const inRange = address >= 0n && address >> BigInt(bitsOf(family)) === 0n;
  invariant(inRange, `${address} is no ${family} address`);
  return family === "ipv4" ? formatIpv4(address) : formatIpv6(address);
}

/** Reads `address/length` (RFC 4632, RFC 4291), host bits kept; null when the text is no prefix. */
export function parsePrefix(text: string): Prefix | null {
  const match = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const parsed = parseAddress(match?.[1] ?? "");
  const length = Number(match?.[2]);
  if (parsed === null || length > bitsOf(parsed.family)) return null;
  return { ...parsed, length };
}

/** Writes a prefix in canonical spelling, of the bits as given: host bits are shown, not cleared. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix.family, prefix.address)}/${prefix.length}`;
}

/** True when the text is exactly the canonical spelling of a prefix without host bits, as Terraform compares them. */
export function isCanonical(text: string): boolean {
  const prefix = parsePrefix(text);
  return prefix !== null && formatPrefix(networkOf(prefix)) === text;
}

/** True when bits beyond the prefix length are set. */
export function hasHostBits(prefix: Prefix): boolean {
  return networkOf(prefix).address !== prefix.address;
}

/** The same block with its host bits cleared. */
export function networkOf(prefix: Prefix): Prefix {
  const hostBits = hostBitsOf(prefix);
  return { ...prefix, address: (prefix.address >> hostBits) << hostBits };
}

/** True when every address of `inner` lies in `outer`; a block contains itself. Host bits do not matter. */
export function contains(outer: Prefix, inner: Prefix): boolean {
  const hostBits = hostBitsOf(outer);
  return (
    outer.family === inner.family &&
    outer.length <= inner.length &&
    outer.address >> hostBits === inner.address >> hostBits
  );
}

/** True when the two blocks share an address. Blocks of different families never do. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  return contains(a, b) || contains(b, a);
}

/** The block number `index` among those `newBits` longer: Terraform's `cidrsubnet`. Throws when there is none. */
export function subPrefix(prefix: Prefix, newBits: number, index: number | bigint): Prefix {
  const length = prefix.length + newBits;
  invariant(
    newBits >= 0 && length <= bitsOf(prefix.family),
    `${formatPrefix(prefix)} has no ${newBits} bits left`,
  );
  const slot = BigInt(index);
  const exists = slot >= 0n && slot >> BigInt(newBits) === 0n;
  invariant(exists, `${formatPrefix(prefix)} has no block ${index} of length ${length}`);
  const network = networkOf(prefix);
  return { ...network, length, address: network.address | (slot << hostBitsOf({ ...prefix, length })) };
}

/** Address number `n` of the block, from the end when negative: Terraform's `cidrhost`. Throws when outside. */
export function hostAddress(prefix: Prefix, n: number | bigint): bigint {
  const size = 1n << hostBitsOf(prefix);
  const host = BigInt(n) < 0n ? size + BigInt(n) : BigInt(n);
  invariant(host >= 0n && host < size, `${formatPrefix(prefix)} has no address number ${n}`);
  return networkOf(prefix).address + host;
}

/** The IPv6 address under which NAT64 reaches an IPv4 address (RFC 6052 section 2.2, length 96 only). */
export function embedIpv4(nat64Prefix: Prefix, ipv4Address: bigint): bigint {
  const isNat64 = nat64Prefix.family === "ipv6" && nat64Prefix.length === 96;
  invariant(isNat64, `${formatPrefix(nat64Prefix)} is no IPv6 prefix of length 96`);
  invariant(ipv4Address >= 0n && ipv4Address >> 32n === 0n, `${ipv4Address} is no ipv4 address`);
  return networkOf(nat64Prefix).address | ipv4Address;
}

function hostBitsOf(prefix: Prefix): bigint {
  return BigInt(bitsOf(prefix.family) - prefix.length);
}
