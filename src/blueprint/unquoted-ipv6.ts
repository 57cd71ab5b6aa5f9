/** True for what is meant as an IPv6 address or block: hexadecimal groups with `::`, or eight of them. */
export function looksLikeIpv6(text: string): boolean {
  if (!/^[0-9a-f:.]*(\/[0-9]{0,3})?$/i.test(text)) return false;
  return text.includes("::") || text.split(":").length === 8;
}

/** True for a key left over from an unquoted address: `[fd00::]` is read as a map with the key `fd00:`. */
export function looksLikeBrokenIpv6(key: string): boolean {
  return looksLikeIpv6(`${key}:`);
}

/** The unquoted address which begins at `offset`, or null. */
export function ipv6At(text: string, offset: number): string | null {
  const word = /^[^\s,[\]{}]*/.exec(text.slice(offset, offset + 64))?.[0] ?? "";
  return looksLikeIpv6(word) ? word : null;
}

/** How to write an address that YAML would tear apart. */
export function quoteHint(address: string): string {
  return `quote IPv6 addresses: "${address}"`;
}
