import type { Path } from "../../base/path.ts";
import {
  type AddressFamily,
  bitsOf,
  contains,
  networkOf,
  type Prefix,
  parseAddress,
  subPrefix,
} from "../../base/prefix.ts";
import { ipv6Blocks } from "../addressing/vpc.ts";
import { cidrOfBlock } from "../addressing/written-cidrs.ts";
import { subnetOf } from "../lookup.ts";
import type { FixedIpv6Address, Instance } from "../types/compute.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";
import type { Network } from "../types/network.ts";
import type { ResolverEndpoint } from "../types/resolver.ts";
import type { SubnetId } from "../types/shared.ts";
import type { Subnet, SubnetIpv6 } from "../types/subnets.ts";
import type { VpcEndpoint } from "../types/vpc-endpoints.ts";

/** An address that the author chose for an instance, a load balancer or an endpoint, of either family. */
export interface FixedAddress {
  readonly path: Path;
  readonly text: string;
  /** Such as `instance "web"`. */
  readonly owner: string;
  readonly subnet: Subnet;
  /** The subnet's block; null while it is known after apply only. */
  readonly block: Prefix | null;
  /** How many addresses the block has. */
  readonly size: bigint;
  /** Its number within the subnet's block; null when it lies outside, or when nobody can tell before apply. */
  readonly number: bigint | null;
}

/** What has chosen addresses in a subnet. */
interface Owner {
  readonly owner: string;
  readonly subnet: SubnetId;
  readonly ipv4: { readonly path: Path; readonly text: string } | null;
  readonly ipv6: readonly FixedIpv6Address[];
}

/** Every address that an author chose, where the subnet has its family: instances, load balancers and endpoints, each by name. */
export function fixedAddresses(network: Network): readonly FixedAddress[] {
  return [
    ...network.compute.instances.map(instanceOwner),
    ...network.loadBalancers.flatMap(balancerOwners),
    ...network.route53.resolverEndpoints.flatMap(resolverOwners),
    ...network.vpcEndpoints.flatMap(endpointOwners),
  ].flatMap((owner) => {
    const subnet = subnetOf(network, owner.subnet);
    if (subnet === null) return [];
    const ipv6 = owner.ipv6.flatMap((address) => placeIpv6(network, owner, subnet, address));
    return [...placeIpv4(owner, subnet), ...ipv6];
  });
}

function instanceOwner({ name, path, subnet, privateIp, ipv6Addresses }: Instance): Owner {
  const ipv4 = privateIp === null ? null : { path: [...path, "privateIp"], text: privateIp };
  return { owner: `instance "${name}"`, subnet, ipv4, ipv6: ipv6Addresses };
}

function balancerOwners({ name, mappings }: LoadBalancer): readonly Owner[] {
  return mappings.map(({ subnet, path, privateIpv4Address: text, ipv6Address }) => ({
    owner: `load balancer "${name}"`,
    subnet,
    ipv4: text === null ? null : { path: [...path, "privateIpv4Address"], text },
    ipv6: ipv6Address === null ? [] : [ipv6Address],
  }));
}

function resolverOwners({ name, addresses }: ResolverEndpoint): readonly Owner[] {
  return addresses.map(({ subnet, path, ip, ipv6 }) => ({
    owner: `Resolver endpoint "${name}"`,
    subnet,
    ipv4: ip === null ? null : { path: [...path, "ip"], text: ip },
    ipv6: ipv6 === null ? [] : [ipv6],
  }));
}

function endpointOwners({ name, type }: VpcEndpoint): readonly Owner[] {
  if (type.kind === "gateway") return [];
  return type.configurations.map(({ subnet, path, ipv4: text, ipv6 }) => ({
    owner: `VPC endpoint "${name}"`,
    subnet,
    ipv4: text === null ? null : { path: [...path, "ipv4"], text },
    ipv6: ipv6 === null ? [] : [ipv6],
  }));
}

function placeIpv4({ owner, ipv4 }: Owner, subnet: Subnet): readonly FixedAddress[] {
  if (ipv4 === null || subnet.ipv4 === null) return [];
  const parsed = parseAddress(ipv4.text);
  const block = subnet.ipv4.cidr?.prefix ?? null;
  const number = parsed?.family === "ipv4" && block !== null ? numberWithin(block, parsed.address) : null;
  return [{ ...ipv4, owner, subnet, block, size: sizeOf("ipv4", subnet.ipv4.length), number }];
}

function placeIpv6(
  network: Network,
  { owner }: Owner,
  subnet: Subnet,
  { path, text, address, relative }: FixedIpv6Address,
): readonly FixedAddress[] {
  if (subnet.ipv6 === null) return [];
  const block = knownBlock(network, subnet.ipv6);
  const size = sizeOf("ipv6", subnet.ipv6.length);
  const ofWhole = block === null ? null : numberWithin(block, address);
  // A relative address has 64 bits, and no subnet is smaller.
  const number = relative ? address : ofWhole;
  return [{ path, text, owner, subnet, block, size, number }];
}

/** The subnet's block, when its VPC's block is one that the author wrote. */
function knownBlock(network: Network, subnet: SubnetIpv6): Prefix | null {
  const block = ipv6Blocks(network.vpc).find(({ id }) => id === subnet.block);
  const [written] = block === undefined ? [] : cidrOfBlock(block);
  return written === undefined ? null : subPrefix(written.cidr.prefix, subnet.newBits, subnet.number);
}

function numberWithin(block: Prefix, address: bigint): bigint | null {
  const isInside = contains(block, { family: block.family, address, length: bitsOf(block.family) });
  return isInside ? address - networkOf(block).address : null;
}

function sizeOf(family: AddressFamily, length: number): bigint {
  return 1n << BigInt(bitsOf(family) - length);
}
