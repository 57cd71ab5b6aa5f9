import type { TierMember, TierPlan } from "./tier-plan.ts";

/** What is given out of a VPC's block already. */
interface GivenOut {
  readonly slots: ReadonlyMap<string, number>;
  /** By tier, then by zone. */
  readonly numbers: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly zonesPerTier: number;
  /** How many /64 the VPC's block has. */
  readonly count: number;
}

/**
 * A /64 for each subnet of tiers for which no slot is left, by tier and zone: what other tiers' slots hold for zones
 * that the network does not use, and then for zones that the other tier does not use. Tiers that find none are left out.
 */
export function numberSingly(
  tiers: readonly TierPlan[],
  short: readonly TierPlan[],
  { slots, numbers, zonesPerTier, count }: GivenOut,
): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const inUse = new Set(tiers.flatMap(({ members }) => members.map(indexOf)));
  const taken = new Set([
    ...tiers.flatMap(({ name, members }) => {
      const slot = slots.get(name);
      return slot === undefined ? [] : members.map((member) => slot * zonesPerTier + indexOf(member));
    }),
    ...[...numbers.values()].flatMap((byZone) => Object.values(byZone)),
  ]);
  const free = Array.from({ length: count }, (_, number) => number).filter((number) => !taken.has(number));
  const [lent, spare] = [true, false].map((isUsed) =>
    free.filter((number) => inUse.has(number % zonesPerTier) === isUsed),
  );
  const left = [...(spare ?? []), ...(lent ?? [])];
  return new Map(
    short.flatMap(({ name, members }) => {
      if (members.length > left.length) return [];
      const own = left.splice(0, members.length);
      return [[name, Object.fromEntries(members.map(({ letter }, index) => [letter, own[index] ?? 0]))]];
    }),
  );
}

/** 0 for zone a, 1 for zone b. */
export function indexOf({ letter }: TierMember): number {
  return letter.charCodeAt(0) - "a".charCodeAt(0);
}
