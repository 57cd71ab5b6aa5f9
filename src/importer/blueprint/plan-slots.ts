import { type Prefix, parsePrefix } from "../../base/prefix.ts";
import { indexOf, numberSingly } from "./number-singly.ts";
import type { TierMember, TierPlan } from "./tier-plan.ts";

/** Where the tiers' /64 blocks lie. */
export interface SlotPlan {
  readonly zonesPerTier: number;
  /** By tier; without those for which no slot is free. */
  readonly slots: ReadonlyMap<string, number>;
  /** By tier, then by zone: the blocks that do not follow from a slot. Subnets have them already, or no slot is left. */
  readonly numbers: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** Tiers with an IPv6 block that is no /64 of the VPC's. */
  readonly outsidePlan: readonly string[];
  /** Tiers for which the VPC's block has no /64 left. */
  readonly withoutBlock: readonly string[];
}

/** What `network.addressPlan.zonesPerTier` can be, the usual one first. */
const ZONES_PER_TIER = [16, 8, 4, 2];
const HOST_BITS = 64n;

/** Gives every tier a slot: what has IPv6 already keeps its blocks where the plan can say them. `bits` number the /64s. */
export function planSlots(tiers: readonly TierPlan[], block: Prefix | null, bits: number): SlotPlan {
  const plans = ZONES_PER_TIER.filter((zones) => fitsZones(tiers, zones) && zones <= 2 ** bits).map((zones) =>
    slotsFor(tiers, block, zones, 2 ** bits),
  );
  const [best] = plans.sort((a, b) => rank(b) - rank(a));
  return best ?? { zonesPerTier: 2, slots: new Map(), numbers: new Map(), outsidePlan: [], withoutBlock: [] };
}

function rank({ slots, numbers, outsidePlan }: SlotPlan): number {
  return slots.size - numbers.size - outsidePlan.length;
}

function fitsZones(tiers: readonly TierPlan[], zones: number): boolean {
  return tiers.every(({ members }) => members.every((member) => indexOf(member) < zones));
}

function slotsFor(
  tiers: readonly TierPlan[],
  block: Prefix | null,
  zonesPerTier: number,
  count: number,
): SlotPlan {
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  const isNew = ({ members }: TierPlan) => members.every(({ subnet }) => subnet.ipv6Cidr === null);
  for (const tier of tiers.filter((one) => !isNew(one))) {
    const slot = fixedSlot(tier, block, zonesPerTier);
    for (const number of numbersOf(tier, block)) taken.add(Math.floor(number / zonesPerTier));
    if (slot !== null && ![...slots.values()].includes(slot)) slots.set(tier.name, slot);
  }
  const left = tiers.filter((tier) => !isNew(tier) && !slots.has(tier.name));
  const numbers = new Map(left.flatMap((tier) => numbersByZone(tier, block) ?? []));
  const outsidePlan = left.map(({ name }) => name).filter((name) => !numbers.has(name));
  const free = Array.from({ length: Math.floor(count / zonesPerTier) }, (_, slot) => slot).filter(
    (slot) => !taken.has(slot),
  );
  const open = tiers.filter(({ name }) => !slots.has(name));
  // Where slots are short, those who need one for their blocks come first.
  const inTurn = open.length <= free.length ? open : open.filter(({ name }) => !numbers.has(name));
  for (const [index, slot] of free.slice(0, inTurn.length).entries())
    slots.set(inTurn[index]?.name ?? "", slot);
  const short = inTurn.slice(free.length).filter(isNew);
  const single = numberSingly(tiers, short, { slots, numbers, zonesPerTier, count });
  const withoutBlock = short.map(({ name }) => name).filter((name) => !single.has(name));
  return { zonesPerTier, slots, numbers: new Map([...numbers, ...single]), outsidePlan, withoutBlock };
}

/** The slot from which all of the tier's blocks follow; null when there is none. */
function fixedSlot(tier: TierPlan, block: Prefix | null, zonesPerTier: number): number | null {
  const slots = tier.members.map((member) => {
    const number = numberOf(member, block);
    return number === null ? null : (number - indexOf(member)) / zonesPerTier;
  });
  const [slot = null] = slots;
  return slot !== null && Number.isInteger(slot) && slots.every((other) => other === slot) ? slot : null;
}

/** The numbers of the blocks that the tier's subnets have, as an entry of a map; null where one of them has none. */
function numbersByZone(
  { name, members }: TierPlan,
  block: Prefix | null,
): readonly [readonly [string, Readonly<Record<string, number>>]] | null {
  const withIpv6 = members.filter(({ subnet }) => subnet.ipv6Cidr !== null);
  const byZone = withIpv6.map((member) => [member.letter, numberOf(member, block)] as const);
  const known = byZone.flatMap(([letter, number]) => (number === null ? [] : [[letter, number] as const]));
  return known.length === byZone.length ? [[name, Object.fromEntries(known)]] : null;
}

function numbersOf({ members }: TierPlan, block: Prefix | null): readonly number[] {
  return members.map((member) => numberOf(member, block)).filter((number) => number !== null);
}

/** Which /64 of the VPC's block a subnet has; null for another length or block. */
function numberOf({ subnet }: TierMember, block: Prefix | null): number | null {
  const own = parsePrefix(subnet.ipv6Cidr ?? "");
  if (own === null || block === null || own.length !== 64) return null;
  const number = (own.address >> HOST_BITS) - (block.address >> HOST_BITS);
  return number >= 0n && number < 1n << (HOST_BITS - BigInt(block.length)) ? Number(number) : null;
}
