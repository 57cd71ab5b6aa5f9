import type { AddressFamily } from "../base/prefix.ts";
import { hostsOf, tiersWithIpv6 } from "./lookup.ts";
import type { Peer, SecurityGroup } from "./types/filtering.ts";
import type { Network } from "./types/network.ts";

const BOTH: readonly AddressFamily[] = ["ipv4", "ipv6"];

/** The families that a peer may have; both where it is not known, as of a prefix list that exists elsewhere. */
export function familiesOfPeer(network: Network, peer: Peer): readonly AddressFamily[] {
  switch (peer.kind) {
    case "cidr":
    case "vpc-cidr":
    case "subnet-cidr":
      return [peer.family];
    case "prefix-list": {
      const list = network.prefixLists.find(({ name }) => name === peer.name);
      return list === undefined ? BOTH : [list.family];
    }
    default:
      return BOTH;
  }
}

/**
 * True when the group is on a network interface that has IPv6: of a host in such a tier, or of a load balancer that is
 * not for IPv4 alone. Of a group that nothing uses: when the network has IPv6 at all.
 */
export function carriesIpv6(network: Network, { name }: SecurityGroup): boolean {
  const hosts = hostsOf(network).filter(({ host }) => host.securityGroups.includes(name));
  const balancers = network.loadBalancers.filter(({ securityGroups }) => securityGroups.includes(name));
  if (hosts.length === 0 && balancers.length === 0) return tiersWithIpv6(network.tiers).length > 0;
  return (
    hosts.some(({ tiers }) => tiersWithIpv6(tiers).length > 0) ||
    balancers.some(({ ipAddressType }) => ipAddressType !== "ipv4")
  );
}
