/** A DNS name in one spelling, so that an alias meets the load balancer that it leads to. */
export function plainDnsName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^dualstack\./, "");
}
