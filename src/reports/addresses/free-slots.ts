import { bitsOf, contains, networkOf } from "../../base/prefix.ts";
import { countSlots } from "../../model/addressing/address-plan.ts";
import type { Network } from "../../model/types/network.ts";
import type { Ipv4Block, Ipv6Block, Subnet } from "../../model/types/subnets.ts";

/** The slots of one block of the VPC on which no subnet stands. */
export interface FreeSlots {
  readonly family: "ipv4" | "ipv6";
  readonly block: string;
  /** Number of slots the block has. */
  readonly slots: number;
  /** Ranges in order, both ends included. */
  readonly free: readonly { readonly from: number; readonly to: number }[];
}

interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** The free slots of every block; a tier needs a slot that is free in each family it has. */
export function freeSlots(network: Network): readonly FreeSlots[] {
  const { vpc } = network;
  const ipv6Blocks = vpc.ipv6 === null ? [] : [vpc.ipv6, ...vpc.additionalIpv6];
  return [
    ...ipv6Blocks.map((block) => freeInIpv6(network, block)),
    ...[vpc.ipv4, ...vpc.additionalIpv4].map((block) => freeInIpv4(network, block)),
  ].filter(({ slots }) => slots > 0);
}

function freeInIpv6(network: Network, block: Ipv6Block): FreeSlots {
  const { ipv6PrefixLength, zonesPerTier } = network.plan;
  const taken = subnetsOf(network).flatMap(({ ipv6 }) => {
    const slot = Math.floor((ipv6?.number ?? 0) / zonesPerTier);
    return ipv6?.block === block.id ? [{ from: slot, to: slot }] : [];
  });
  const slots = countSlots("ipv6", block.length, ipv6PrefixLength, zonesPerTier);
  return { family: "ipv6", block: block.id, slots, free: gapsBetween(taken, slots) };
}

/** Explicit blocks may lie across slots: each slot they touch is taken. */
function freeInIpv4(network: Network, block: Ipv4Block): FreeSlots {
  const { ipv4PrefixLength, zonesPerTier } = network.plan;
  if (block.cidr === null) return freeInUnknown(network, block);
  const { prefix } = block.cidr;
  const start = networkOf(prefix).address;
  const perSlot = (1n << BigInt(bitsOf("ipv4") - ipv4PrefixLength)) * BigInt(zonesPerTier);
  const taken = subnetsOf(network).flatMap(({ ipv4 }) => {
    if (ipv4 === null || ipv4.cidr === null || !contains(prefix, ipv4.cidr.prefix)) return [];
    const first = networkOf(ipv4.cidr.prefix).address - start;
    const last = first + (1n << BigInt(bitsOf("ipv4") - ipv4.cidr.prefix.length)) - 1n;
    return [{ from: Number(first / perSlot), to: Number(last / perSlot) }];
  });
  const slots = countSlots("ipv4", prefix.length, ipv4PrefixLength, zonesPerTier);
  return { family: "ipv4", block: block.id, slots, free: gapsBetween(taken, slots) };
}

/** Where a pool chooses the block, the plan cuts all of it. */
function freeInUnknown(network: Network, { id, length }: Ipv4Block): FreeSlots {
  const { ipv4PrefixLength, zonesPerTier } = network.plan;
  const taken = subnetsOf(network).flatMap(({ ipv4 }) => {
    if (ipv4 === null || ipv4.block !== id || ipv4.cut === null) return [];
    const slot = Math.floor(ipv4.cut.number / zonesPerTier);
    return [{ from: slot, to: slot }];
  });
  const slots = countSlots("ipv4", length, ipv4PrefixLength, zonesPerTier);
  return { family: "ipv4", block: id, slots, free: gapsBetween(taken, slots) };
}

function subnetsOf(network: Network): readonly Subnet[] {
  return network.tiers.flatMap((tier) => tier.subnets);
}

function gapsBetween(taken: readonly SlotRange[], slots: number): readonly SlotRange[] {
  const gaps: SlotRange[] = [];
  let next = 0;
  for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) {
    if (from > next) gaps.push({ from: next, to: Math.min(from, slots) - 1 });
    next = Math.max(next, to + 1);
  }
  return next < slots ? [...gaps, { from: next, to: slots - 1 }] : gaps;
}
