import { RESOLVER_ADDRESSES, RESOLVER_HOST_NUMBER } from "../../aws/resolvers.ts";
import { bitsOf, formatAddress, hostAddress, parseAddress } from "../../base/prefix.ts";
import type { Network } from "../types/network.ts";
import type { Cidr } from "../types/shared.ts";

/** Addresses of DNS servers in the DHCP options that are not the VPC's own resolver, in canonical form. */
export function foreignResolvers({ vpc, dhcpOptions }: Network): readonly string[] {
  const own = [...RESOLVER_ADDRESSES, ...(vpc.ipv4.cidr === null ? [] : resolverOf(vpc.ipv4.cidr))];
  return (dhcpOptions?.domainNameServers ?? [])
    .map(parseAddress)
    .flatMap((parsed) => (parsed === null ? [] : [formatAddress(parsed.family, parsed.address)]))
    .filter((server) => !own.includes(server));
}

function resolverOf({ prefix }: Cidr): readonly string[] {
  if (bitsOf(prefix.family) - prefix.length < RESOLVER_HOST_NUMBER) return [];
  return [formatAddress(prefix.family, hostAddress(prefix, RESOLVER_HOST_NUMBER))];
}
