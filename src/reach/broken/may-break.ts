import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { contains } from "../../base/prefix.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import type { Network } from "../../model/types/network.ts";
import type { GroupRule } from "../topology/filters.ts";
import type { Intent, Node } from "../topology/nodes.ts";
import type { Place } from "../topology/topology.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";

/**
 * False where nothing that `declared-path-broken` tells of can be found on the way to a destination, so that it need not be
 * followed: without network ACLs, interface endpoints and peers only the host's own groups can hold a packet back.
 */
export function mayBreak(network: Network, index: TopologyIndex, node: Node, { to, place }: Intent): boolean {
  if (to.kind !== "destination" || isFiltered(network)) return true;
  return isIpv4Task(network, node, place) || !isOpen(index, node);
}

/** Of tasks in subnets with IPv4 alone no other rule knows. */
export function isIpv4Task({ tiers }: Network, { interfaces }: Node, place: Place): boolean {
  if (place.kind !== "blueprint" || place.path[0] !== "ecs") return false;
  const own = new Set(interfaces.map(({ subnet }) => subnet));
  const standing = tiers.filter(({ subnets }) => subnets.some(({ id }) => own.has(`aws_subnet.${id}`)));
  return standing.every(({ addressing }) => addressing === "ipv4-only");
}

function isFiltered({ networkAcls, vpcEndpoints, routeTables }: Network): boolean {
  if (networkAcls.length > 0 || vpcEndpoints.some(({ type }) => type.kind === "interface")) return true;
  const kinds = routeTables.flatMap(({ routes, prefixListRoutes }) =>
    [...routes, ...prefixListRoutes].map(({ target }) => target.kind),
  );
  return kinds.some((kind) => kind === "own-vpc-peering-connection" || kind === "vpc-peering-connection");
}

/** True where the host's groups let everything out, in both families. */
function isOpen({ securityGroups }: TopologyIndex, { interfaces }: Node): boolean {
  return interfaces.every((own) => {
    if (own.securityGroups === null) return true;
    const egress = own.securityGroups.flatMap((id) => securityGroups.get(id)?.egress ?? []);
    return EVERYWHERE.every((block) => egress.some((rule) => isForAll(rule, block)));
  });
}

const EVERYWHERE = [ANY_IPV4, ANY_IPV6].map((text) => knownCidr(text).prefix);

function isForAll({ traffic, peer }: GroupRule, block: (typeof EVERYWHERE)[number]): boolean {
  return (
    traffic.kind === "all" &&
    peer.kind === "block" &&
    peer.block.kind === "known" &&
    contains(peer.block.prefix, block)
  );
}
