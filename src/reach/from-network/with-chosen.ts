import { bitsOf, parseAddress } from "../../base/prefix.ts";
import type { FixedIpv6Address } from "../../model/types/compute.ts";
import type { Block } from "../topology/block.ts";
import type { Interface } from "../topology/nodes.ts";
import { oneAddress } from "./blocks.ts";

/** The interface with the addresses that the author chose in place of the subnet's blocks; null: none chosen. */
export function withChosen(
  one: Interface,
  privateIp: string | null,
  chosen: FixedIpv6Address | null,
): Interface {
  const ipv4 = privateIp === null ? null : parseAddress(privateIp);
  const ipv6 = chosen === null ? null : fixed(one.ipv6, chosen);
  return {
    ...one,
    ipv4: ipv4?.family === "ipv4" && one.ipv4 !== null ? oneAddress("ipv4", ipv4.address) : one.ipv4,
    ipv6: ipv6 ?? one.ipv6,
  };
}

function fixed(subnet: Block | null, { address, relative }: FixedIpv6Address): Block | null {
  if (subnet === null) return null;
  if (!relative) return oneAddress("ipv6", address);
  const length = bitsOf("ipv6");
  if (subnet.kind === "unknown") return { ...subnet, offset: subnet.offset | address, length };
  return oneAddress("ipv6", subnet.prefix.address | address);
}
