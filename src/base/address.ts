const GROUPS = 8;

/** Reads a dotted-quad IPv4 address without leading zeros as its 32 bits; null when it is none. */
export function parseIpv4(text: string): bigint | null {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every(isOctet)) return null;
  return octets.reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n);
}

/** Reads an IPv6 address in any form of RFC 4291 section 2.2 as its 128 bits; null when it is none. No zone ids. */
export function parseIpv6(text: string): bigint | null {
  const hexadecimal = rewriteEmbeddedIpv4(text);
  if (hexadecimal === null) return null;
  const halves = hexadecimal.split("::");
  const [head, tail] = [groupsOf(halves[0]), groupsOf(halves[1])];
  const missing = GROUPS - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** Writes 32 bits as a dotted quad. */
export function formatIpv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join(".");
}

/** Writes 128 bits as RFC 5952 wants them; IPv4-mapped addresses too stay hexadecimal (`::ffff:102:304`). */
export function formatIpv6(address: bigint): string {
  const groups = Array.from({ length: GROUPS }, (_, index) => groupAt(address, index));
  const zeros = longestZeroRun(groups);
  if (zeros.length < 2) return groups.join(":");
  return `${groups.slice(0, zeros.start).join(":")}::${groups.slice(zeros.start + zeros.length).join(":")}`;
}

function isOctet(text: string): boolean {
  return /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) <= 0xff;
}

function groupsOf(half: string | undefined): string[] {
  return half === undefined || half === "" ? [] : half.split(":");
}

/** `::ffff:1.2.3.4` as `::ffff:102:304`, so that one reader does for all forms; null when the quad is malformed. */
function rewriteEmbeddedIpv4(text: string): string | null {
  if (!text.includes(".")) return text;
  const start = text.lastIndexOf(":") + 1;
  const quad = parseIpv4(text.slice(start));
  if (quad === null || start === 0) return null;
  return `${text.slice(0, start)}${(quad >> 16n).toString(16)}:${(quad & 0xffffn).toString(16)}`;
}

function groupAt(address: bigint, index: number): string {
  return ((address >> BigInt(16 * (GROUPS - 1 - index))) & 0xffffn).toString(16);
}

/** The first of the longest runs of zero groups, as RFC 5952 section 4.2.3 chooses it. */
function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== "0") start = index + 1;
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start };
  }
  return longest;
}
