import { hostsOf } from "../lookup.ts";
import type { Network } from "../types/network.ts";
import type { SecurityGroupName } from "../types/shared.ts";

/**
 * True when the security group of that name is on hosts, all of which stand in IPv6-only tiers, and on nothing else in
 * the blueprint that might have IPv4.
 */
export function isOnIpv6OnlyHosts(network: Network, name: SecurityGroupName): boolean {
  const hosts = hostsOf(network).filter(({ host, tiers }) => {
    return tiers.length > 0 && host.securityGroups.includes(name);
  });
  const isIpv6Only = hosts.every(({ tiers }) => tiers.every(({ addressing }) => addressing === "ipv6-only"));
  return hosts.length > 0 && isIpv6Only && !otherGroups(network).includes(name);
}

/** Security groups of all that is no host. */
function otherGroups({
  loadBalancers,
  vpcEndpoints,
  eks,
  ecs,
  lambda,
}: Network): readonly SecurityGroupName[] {
  return [...loadBalancers, ...eks.clusters, ...ecs.services, ...lambda.functions]
    .flatMap(({ securityGroups }) => securityGroups)
    .concat(vpcEndpoints.flatMap(({ type }) => (type.kind === "interface" ? type.securityGroups : [])));
}
