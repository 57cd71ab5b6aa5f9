/** What to know of DHCP options with these DNS servers; null for Amazon's own, which answer all. */
export function sayDnsServers(names: readonly string[]): string | null {
  if (names.length === 0 || names.includes("AmazonProvidedDNS")) return null;
  return `DNS servers ${names.join(", ")}: they have to answer AAAA, and DNS64 if that is wanted`;
}
