import { subnetIpv4Lengths } from "../../aws/address-sizes.ts";
import { type AddressFamily, bitsOf } from "../../base/prefix.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { AddressPlan } from "../types/network.ts";
import type { Vpc } from "../types/subnets.ts";
import { isIpv4CutByPlan } from "./cut-by-plan.ts";
import { standsIn } from "./tier-zones.ts";

const DEFAULT_IPV4_NEW_BITS = 8;

/** Subnets of a small VPC: so large while so many bits are left for tiers and zones. A balancer wants /27. */
const LARGER_SUBNETS = [
  { length: 26, bits: 4 },
  { length: 27, bits: 3 },
] as const;

/**
 * How the VPC is cut into subnets. Left out, IPv4 subnets are 8 bits longer than the VPC's block; in a VPC smaller than
 * /19 there are fewer of them, so that they are not /28. It follows from the VPC's size alone: adding a tier must not
 * move another. The zones of a tier get one hexadecimal digit where there is room: in a /56 the last two digits of a
 * subnet's prefix are then its tier and its zone.
 */
export function normaliseAddressPlan(blueprint: Blueprint, vpc: Vpc): AddressPlan {
  const written = blueprint.network.addressPlan;
  const vpcLength = vpc.ipv4.length;
  const ipv4PrefixLength = written.ipv4PrefixLength ?? subnetLengthFor(vpcLength);
  const ipv6PrefixLength = written.ipv6PrefixLength;
  const ipv4Bits = ipv4PrefixLength - vpcLength;
  const ipv6Bits = vpc.ipv6 === null ? Number.POSITIVE_INFINITY : ipv6PrefixLength - vpc.ipv6.length;
  return {
    path: ["network", "addressPlan"],
    ipv4PrefixLength,
    ipv6PrefixLength,
    zonesPerTier: written.zonesPerTier ?? defaultZones(blueprint, ipv4Bits, ipv6Bits),
  };
}

/**
 * As many zones as both families have room for. Where those are too few for the zones that are there, and no IPv4 block
 * is cut by the plan, as many as IPv6 has room for: a plan that is large enough never changes.
 */
function defaultZones(
  { network }: Blueprint,
  ipv4Bits: number,
  ipv6Bits: number,
): AddressPlan["zonesPerTier"] {
  const both = zonesFor(Math.min(ipv4Bits, ipv6Bits));
  const letters = network.availabilityZones;
  const isEnough = letters.every((letter) => zoneIndex(letter) < both);
  const isIpv4Cut = Object.values(network.subnets).some((tier) =>
    letters.some((letter) => standsIn(tier, letter) && isIpv4CutByPlan(tier, letter)),
  );
  return isEnough || isIpv4Cut ? both : zonesFor(ipv6Bits);
}

/** The place of a zone in the plan: 0 for zone a, and for a Local Zone whose name ends with it. */
export function zoneIndex(letter: string): number {
  return letter.charCodeAt(letter.length - 1) - "a".charCodeAt(0);
}

/** How many slots of `zonesPerTier` subnets fit into a block; 0 when none does or the length is none of the family. */
export function countSlots(
  family: AddressFamily,
  blockLength: number,
  subnetLength: number,
  zonesPerTier: number,
): number {
  const bits = subnetLength - blockLength;
  return bits < 0 || subnetLength > bitsOf(family) ? 0 : Math.floor(2 ** bits / zonesPerTier);
}

/**
 * The slot of a tier whose author gave none. It depends on the name alone, so that adding a tier never moves
 * another; two names on one slot are a finding, not a shift.
 */
export function automaticSlot(name: string, slotCount: number): number {
  return slotCount === 0 ? 0 : fnv1a(name) % slotCount;
}

function subnetLengthFor(vpcLength: number): number {
  const usual = vpcLength + DEFAULT_IPV4_NEW_BITS;
  if (usual < subnetIpv4Lengths.longest) return usual;
  const larger = LARGER_SUBNETS.find(({ length, bits }) => length - vpcLength >= bits);
  return larger?.length ?? subnetIpv4Lengths.longest;
}

function zonesFor(bits: number): number {
  if (bits >= 8) return 16;
  if (bits >= 6) return 8;
  return bits >= 4 ? 4 : 2;
}

/** FNV-1a, 32 bits: names are ASCII. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
