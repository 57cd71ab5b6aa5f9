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
import type { Network } from "../types/network.ts";
import type { Subnet, SubnetIpv6 } from "../types/subnets.ts";

/** An address that the author chose for an instance, of either family. */
export interface FixedAddress {
  readonly path: Path;
  readonly text: string;
  readonly instance: string;
  readonly subnet: Subnet;
  /** The subnet's block; null while it is known after apply only. */
  readonly block: Prefix | null;
  /** How many addresses the block has. */
  readonly size: bigint;
  /** Its number within the subnet's block; null when it lies outside, or when nobody can tell before apply. */
  readonly number: bigint | null;
}

/** Every address that an author chose, where the subnet has its family. Sorted by instance. */
export function fixedAddresses(network: Network): readonly FixedAddress[] {
  return network.compute.instances.flatMap((instance) => {
    const subnet = subnetOf(network, instance.subnet);
    if (subnet === null) return [];
    const ipv6 = instance.ipv6Addresses.flatMap((address) => placeIpv6(network, instance, subnet, address));
    return [...placeIpv4(instance, subnet), ...ipv6];
  });
}

function placeIpv4(instance: Instance, subnet: Subnet): readonly FixedAddress[] {
  if (instance.privateIp === null || subnet.ipv4 === null) return [];
  const parsed = parseAddress(instance.privateIp);
  const block = subnet.ipv4.cidr.prefix;
  const number = parsed?.family === "ipv4" ? numberWithin(block, parsed.address) : null;
  const path = [...instance.path, "privateIp"];
  return [
    {
      path,
      text: instance.privateIp,
      instance: instance.name,
      subnet,
      block,
      size: sizeOf(block.family, block.length),
      number,
    },
  ];
}

function placeIpv6(
  network: Network,
  instance: Instance,
  subnet: Subnet,
  { path, text, address, relative }: FixedIpv6Address,
): readonly FixedAddress[] {
  if (subnet.ipv6 === null) return [];
  const block = knownBlock(network, subnet.ipv6);
  const size = sizeOf("ipv6", subnet.ipv6.length);
  const ofWhole = block === null ? null : numberWithin(block, address);
  // A relative address has 64 bits, and no subnet is smaller.
  const number = relative ? address : ofWhole;
  return [{ path, text, instance: instance.name, subnet, block, size, number }];
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
