import { assertNever } from "../../../base/invariant.ts";
import type { NetworkAclCidr, Peer } from "../../types/filtering.ts";
import type { Network } from "../../types/network.ts";
import type { VpcEndpoint, VpcEndpointType } from "../../types/vpc-endpoints.ts";
import { idsOf, kept, type Membership, membershipOf, namesOf, placed } from "./membership.ts";

/** Rules and entries name blocks, subnets, groups and lists; VPC endpoints stand behind groups. */
export function pruneFilters(network: Network): Network {
  const membership = membershipOf(network);
  return {
    ...network,
    securityGroups: network.securityGroups.map((group) => ({
      ...group,
      rules: group.rules.filter(({ peer }) => isPeerThere(network, membership, peer)),
    })),
    networkAcls: network.networkAcls.map((acl) => ({
      ...placed(acl, membership),
      entries: acl.entries.filter(({ cidr }) => isBlockThere(membership, cidr)),
    })),
    vpcEndpoints: network.vpcEndpoints.map((endpoint) => pruneEndpoint(endpoint, network, membership)),
  };
}

function isPeerThere(network: Network, { blocks, securityGroups }: Membership, peer: Peer): boolean {
  switch (peer.kind) {
    case "vpc-cidr":
      return blocks[peer.family].has(peer.block);
    case "subnet-cidr":
      return network.tiers.some(({ subnets }) =>
        subnets.some((subnet) => subnet.id === peer.subnet && subnet[peer.family] !== null),
      );
    case "security-group":
      return securityGroups.has(peer.name);
    case "prefix-list":
      return namesOf(network.prefixLists).has(peer.name);
    case "cidr":
    case "cidr-elsewhere":
    case "security-group-id":
    case "prefix-list-id":
    case "managed-prefix-list":
      return true;
    default:
      return assertNever(peer);
  }
}

function isBlockThere({ blocks }: Membership, cidr: NetworkAclCidr): boolean {
  return cidr.kind !== "vpc" || blocks[cidr.family].has(cidr.block);
}

function pruneEndpoint(endpoint: VpcEndpoint, network: Network, membership: Membership): VpcEndpoint {
  return {
    ...endpoint,
    tiers: kept(endpoint.tiers, membership.tiers),
    type: pruneType(endpoint.type, network, membership),
  };
}

function pruneType(type: VpcEndpointType, network: Network, membership: Membership): VpcEndpointType {
  if (type.kind === "gateway") {
    return { ...type, routeTables: kept(type.routeTables, idsOf(network.routeTables)) };
  }
  return {
    ...type,
    subnets: kept(type.subnets, membership.subnets),
    securityGroups: kept(type.securityGroups, membership.securityGroups),
  };
}
