import { ANY_IPV4, ANY_IPV6, ULA } from "../../aws/well-known-prefixes.ts";
import { invariant } from "../../base/invariant.ts";
import { type AddressFamily, bitsOf, networkOf, type Prefix, subPrefix } from "../../base/prefix.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { ipv4Blocks, ipv6Blocks } from "../../model/addressing/vpc.ts";
import { isExplicit } from "../../model/lookup.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Network } from "../../model/types/network.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Ipv4Block, Ipv6Block, Subnet, SubnetIpv4, SubnetIpv6 } from "../../model/types/subnets.ts";
import { AMAZON_POOLS } from "../topology/amazon-pools.ts";
import type { Block, UnknownBase } from "../topology/block.ts";

/** Where every global IPv6 address lies: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const GLOBAL_UNICAST = knownCidr("2000::/3").prefix;

/** A block that is known. */
export function knownBlock({ prefix }: Pick<Cidr, "prefix">): Block {
  return { kind: "known", prefix: networkOf(prefix) };
}

/** A block of another stack, of which nothing is known but its family. */
export function blockElsewhere(family: AddressFamily, id: string): Block {
  const anything = knownCidr(family === "ipv4" ? ANY_IPV4 : ANY_IPV6).prefix;
  const base: UnknownBase = { id, family, pools: [anything], length: 0, within: null };
  return { kind: "unknown", base, offset: 0n, length: 0 };
}

/** The address alone. */
export function oneAddress(family: AddressFamily, address: bigint): Block {
  return { kind: "known", prefix: { family, address, length: bitsOf(family) } };
}

/** All blocks of the VPC, its own first. */
export function vpcBlocks(network: Network): readonly Block[] {
  const ids = {
    ipv4: ipv4Blocks(network.vpc).map(({ id }) => id),
    ipv6: ipv6Blocks(network.vpc).map(({ id }) => id),
  };
  return (["ipv4", "ipv6"] as const).flatMap((family) =>
    ids[family].map((id) => vpcBlock(network, family, id)),
  );
}

/** The block of the VPC with that id. */
export function vpcBlock(network: Network, family: AddressFamily, id: string): Block {
  if (family === "ipv4") {
    const own = ipv4Blocks(network.vpc).find((block) => block.id === id);
    invariant(own !== undefined, `the VPC has no IPv4 block ${id}`);
    return own.cidr === null ? whole(ipv4Base(network, own)) : knownBlock(own.cidr);
  }
  const own = ipv6Blocks(network.vpc).find((block) => block.id === id);
  invariant(own !== undefined, `the VPC has no IPv6 block ${id}`);
  return ipv6Block(network, own);
}

function ipv6Block(network: Network, block: Ipv6Block): Block {
  const { source } = block;
  if (source.kind === "byoip" || (source.kind === "ipam" && source.cidr !== null)) {
    invariant(source.cidr !== null, `the block ${block.id} has no CIDR`);
    return knownBlock(source.cidr);
  }
  return whole(baseOf(network, block));
}

/** The bits that AWS or IPAM chooses at apply. */
function baseOf(network: Network, { id, source, length, ownedByVpc }: Ipv6Block): UnknownBase {
  const isVpcs = ownedByVpc && !whatIsThere(network).isReferenced("aws_vpc", "main");
  const of = isVpcs ? "aws_vpc.main" : terraformAddress("aws_vpc_ipv6_cidr_block_association", id);
  return {
    id: `${of}.ipv6_cidr_block`,
    family: "ipv6",
    pools: source.kind === "ipam" ? poolsOf(network, source.pool) : AMAZON_POOLS,
    length,
    within: null,
  };
}

function poolsOf(
  { ipam }: Network,
  pool: { readonly kind: "name"; readonly name: string } | { readonly kind: "id"; readonly id: string },
): readonly Prefix[] {
  const own = pool.kind === "name" ? ipam?.pools.find(({ name }) => name === pool.name) : undefined;
  if (own === undefined || ipam?.enablePrivateGua === true) return [knownCidr(ANY_IPV6).prefix];
  if (own.scope === "private") return [knownCidr(ULA).prefix];
  return own.publicIpSource === "amazon" ? AMAZON_POOLS : [GLOBAL_UNICAST];
}

/** The subnet's block of the family; null: it has none. What its owner chose outside this stack is not known. */
export function subnetBlock(network: Network, subnet: Subnet, family: AddressFamily): Block | null {
  const isOthers = whatIsThere(network).isReferenced("aws_subnet", subnet.id);
  if (family === "ipv4") return subnet.ipv4 === null ? null : ipv4Of(network, subnet, subnet.ipv4, isOthers);
  return subnet.ipv6 === null ? null : ipv6Of(network, subnet, subnet.ipv6, isOthers);
}

function ipv4Of(network: Network, { id }: Subnet, ipv4: SubnetIpv4, isOthers: boolean): Block {
  const block = vpcBlock(network, "ipv4", ipv4.block);
  if (!isOthers || isExplicit(ipv4)) {
    if (ipv4.cidr !== null) return knownBlock(ipv4.cidr);
    invariant(block.kind === "unknown" && ipv4.cut !== null, "an IPv4 block that nobody can place");
    const offset = BigInt(ipv4.cut.number) << BigInt(bitsOf("ipv4") - ipv4.length);
    return { ...block, offset, length: ipv4.length };
  }
  return whole({
    id: `data.aws_subnet.${id}.cidr_block`,
    family: "ipv4",
    pools: block.kind === "known" ? [block.prefix] : block.base.pools,
    length: ipv4.length,
    within: block.kind === "known" ? null : block.base,
  });
}

/** The bits that IPAM chooses at apply: in one of the pool's blocks, where the blueprint says those. */
function ipv4Base({ ipam, vpc }: Network, { id, length, pool }: Ipv4Block): UnknownBase {
  const own = pool?.kind === "name" ? ipam?.pools.find(({ name }) => name === pool.name) : undefined;
  const given = (own?.cidrs ?? []).flatMap(({ block }) => (block.kind === "cidr" ? [block.cidr.prefix] : []));
  const isAll = own !== undefined && given.length === own.cidrs.length && given.length > 0;
  const of =
    vpc.ipv4.id === id ? "aws_vpc.main" : terraformAddress("aws_vpc_ipv4_cidr_block_association", id);
  return {
    id: `${of}.cidr_block`,
    family: "ipv4",
    pools: isAll ? given : [knownCidr(ANY_IPV4).prefix],
    length,
    within: null,
  };
}

function ipv6Of(network: Network, { id }: Subnet, ipv6: SubnetIpv6, isOthers: boolean): Block {
  const block = vpcBlock(network, "ipv6", ipv6.block);
  if (isOthers) {
    return whole({
      id: `data.aws_subnet.${id}.ipv6_cidr_block`,
      family: "ipv6",
      pools: block.kind === "known" ? [block.prefix] : block.base.pools,
      length: ipv6.length,
      within: block.kind === "known" ? null : block.base,
    });
  }
  if (block.kind === "known") {
    return { kind: "known", prefix: subPrefix(block.prefix, ipv6.newBits, ipv6.number) };
  }
  return {
    ...block,
    offset: BigInt(ipv6.number) << BigInt(bitsOf("ipv6") - ipv6.length),
    length: ipv6.length,
  };
}

function whole(base: UnknownBase): Block {
  return { kind: "unknown", base, offset: 0n, length: base.length };
}
