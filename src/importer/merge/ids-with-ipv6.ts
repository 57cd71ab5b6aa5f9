import type { Inventory } from "../types/inventory.ts";

/** The ids of what has IPv6 already: of all else, what a draft says of IPv6 is a plan and no fact. */
export function idsWithIpv6(inventory: Inventory): ReadonlySet<string> {
  const { vpc, subnets, instances, launchTemplates, loadBalancers, databases, vpcEndpoints } = inventory;
  const all = [
    ...[vpc].filter(({ ipv6Blocks }) => ipv6Blocks.length > 0),
    ...subnets.filter(({ ipv6Cidr }) => ipv6Cidr !== null),
    ...instances.filter(({ ipv6Addresses }) => ipv6Addresses.length > 0),
    ...launchTemplates.filter(({ metadata }) => metadata?.httpProtocolIpv6 === true),
    ...loadBalancers.filter(({ ipAddressType }) => ipAddressType !== "ipv4"),
    ...databases.filter(({ networkType }) => networkType === "DUAL"),
    ...vpcEndpoints.filter(({ ipAddressType }) => ipAddressType !== "ipv4"),
  ];
  return new Set(all.map(({ id }) => id));
}
