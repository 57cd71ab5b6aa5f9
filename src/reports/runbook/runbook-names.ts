import { formatPrefix } from "../../base/prefix.ts";
import { ipv4Blocks, ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Network } from "../../model/types/network.ts";
import type { RouteTarget } from "../../model/types/routing.ts";
import type { Tags } from "../../model/types/shared.ts";
import type { Subnet } from "../../model/types/subnets.ts";
import { ipv4Notation } from "../addresses/ipv4-notation.ts";
import { ipv6Notation } from "../addresses/ipv6-notation.ts";

/** The `Name` tag that AWS shows: an author's own wins. */
export function nameTag({ displayName, tags }: { displayName: string; tags: Tags }): string {
  return tags["Name"] ?? displayName;
}

/** A subnet's IPv4 block, as far as it is known before apply; null when it has none. */
export function ipv4BlockOf({ ipv4 }: Subnet): string | null {
  return ipv4 === null ? null : ipv4Notation(ipv4);
}

/** A subnet's IPv6 block, as far as it is known before apply; null when it has none. */
export function ipv6BlockOf({ vpc }: Network, subnet: Subnet): string | null {
  const { ipv6 } = subnet;
  const blocks = ipv6Blocks(vpc);
  const block = blocks.find(({ id }) => id === ipv6?.block);
  return ipv6 === null || block === undefined ? null : ipv6Notation(ipv6, block);
}

/** One of the VPC's IPv6 blocks, as far as it is known before apply: `<main /56>` or the block itself. */
export function vpcIpv6Block({ vpc }: Network, id: string): string {
  const block = ipv6Blocks(vpc).find((one) => one.id === id);
  if (block === undefined) return `<${id}>`;
  const { source, length } = block;
  if (source.kind === "byoip") return formatPrefix(source.cidr.prefix);
  const cidr = source.kind === "ipam" ? source.cidr : null;
  return cidr === null ? `<${id} /${length}>` : formatPrefix(cidr.prefix);
}

/** One of the VPC's IPv4 blocks. */
export function vpcIpv4Block({ vpc }: Network, id: string): string {
  const block = ipv4Blocks(vpc).find((one) => one.id === id);
  return block === undefined ? `<${id}>` : (block.cidr?.text ?? `<${id} /${block.length}>`);
}

/** What AWS shows as the target of a route: the beginning of an id that only AWS knows, or the id. */
export function targetOf(network: Network, target: RouteTarget): string {
  switch (target.kind) {
    case "internet-gateway":
      return "igw-…";
    case "egress-only-internet-gateway":
      return "eigw-…";
    case "nat-gateway": {
      const zonal = network.natGateways.flatMap(({ gateways }) => gateways);
      const name = zonal.find(({ id }) => id === target.gateway)?.displayName ?? target.gateway;
      return `nat-… (${name})`;
    }
    case "transit-gateway-attachment":
      return `tgw-… (attachment ${target.name})`;
    case "own-vpc-peering-connection":
      return `pcx-… (${target.name})`;
    case "own-virtual-private-gateway":
      return `vgw-… (${target.name})`;
    case "instance":
      return `eni-… (instance ${target.name})`;
    case "inspection-endpoint":
      return `vpce-… (${target.endpoint})`;
    case "core-network":
      return target.arn;
    default:
      return target.id;
  }
}
