import type { AddressFamily } from "../../base/prefix.ts";
import { cachesOf, databasesOf } from "../databases/database-lookup.ts";
import { hostsOf, tierOf, tiersOf, tiersWithIpv6 } from "../lookup.ts";
import type { Peer, SecurityGroup } from "../types/filtering.ts";
import type { Network } from "../types/network.ts";

const BOTH: readonly AddressFamily[] = ["ipv4", "ipv6"];

/** The families that a peer may have; both where it is not known, as of a prefix list that exists elsewhere. */
export function familiesOfPeer(network: Network, peer: Peer): readonly AddressFamily[] {
  switch (peer.kind) {
    case "cidr":
    case "vpc-cidr":
    case "subnet-cidr":
    case "cidr-elsewhere":
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
 * True when the group is on network interfaces that have IPv6: of a host, task or endpoint in such a tier, or of a load
 * balancer, database, cache, function or cluster that is not for IPv4 alone. Of a group that nothing uses: when the
 * network has IPv6 at all.
 */
export function carriesIpv6(network: Network, { name }: SecurityGroup): boolean {
  const users = usersOf(network).filter(({ groups }) => groups.includes(name));
  if (users.length === 0) return tiersWithIpv6(network.tiers).length > 0;
  return users.some(({ hasIpv6 }) => hasIpv6);
}

interface GroupUser {
  readonly groups: readonly string[];
  readonly hasIpv6: boolean;
}

function usersOf(network: Network): readonly GroupUser[] {
  return [
    ...hostsOf(network).map(({ host, tiers }) => ({
      groups: host.securityGroups,
      hasIpv6: tiersWithIpv6(tiers).length > 0,
    })),
    ...network.loadBalancers.map(({ securityGroups, ipAddressType }) => ({
      groups: securityGroups,
      hasIpv6: ipAddressType !== "ipv4",
    })),
    ...databasesOf(network).map(({ securityGroups, networkType }) => ({
      groups: securityGroups,
      hasIpv6: networkType === "DUAL",
    })),
    ...cachesOf(network).map(({ securityGroups, networkType }) => ({
      groups: securityGroups,
      hasIpv6: networkType !== "ipv4",
    })),
    ...network.lambda.functions.map(({ securityGroups, ipv6AllowedForDualStack }) => ({
      groups: securityGroups,
      hasIpv6: ipv6AllowedForDualStack,
    })),
    ...network.eks.clusters.map(({ securityGroups, ipFamily }) => ({
      groups: securityGroups,
      hasIpv6: ipFamily === "ipv6",
    })),
    ...network.ecs.services.map(({ securityGroups, tiers }) => ({
      groups: securityGroups,
      hasIpv6: tiersWithIpv6(tiersOf(network, tiers)).length > 0,
    })),
    ...network.vpcEndpoints.map(({ type, ipAddressType }) => ({
      groups: type.kind === "interface" ? type.securityGroups : [],
      hasIpv6: ipAddressType !== "ipv4",
    })),
    ...network.route53.resolverEndpoints.map(({ securityGroups, resolverEndpointType }) => ({
      groups: securityGroups,
      hasIpv6: resolverEndpointType !== "IPV4",
    })),
    ...network.instanceConnectEndpoints.map(({ tier, securityGroups }) => ({
      groups: securityGroups,
      hasIpv6: tiersWithIpv6([tierOf(network, tier)]).length > 0,
    })),
  ];
}
