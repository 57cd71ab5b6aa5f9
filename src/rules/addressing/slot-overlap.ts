import { addressingFacts } from "../../aws/facts/addressing.ts";
import { atKey } from "../../base/diagnostic.ts";
import { appliedTiers } from "../../model/addressing/applied-tiers.ts";
import { isExplicit } from "../../model/lookup.ts";
import type { Subnet, SubnetIpv4, SubnetIpv6, Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** Two tiers do not share a slot of one block. */
export const slotOverlap: Rule<"slot-overlap"> = {
  id: "slot-overlap",
  severity: "error",
  title: "Tiers that are cut from one block have slots of their own.",
  why: "Two tiers in one slot would get the same subnets' blocks, and EC2 refuses the second. A slot left out is derived from the tier's name alone, so that adding a tier never moves another; two names can fall on one slot, and then one of them has to be written.",
  sources: [addressingFacts.subnetBlocksMustNotOverlap],
  check(network, report, wasMade) {
    const { tiers } = network;
    const had = (address: string) =>
      [network.name, network.renamedFrom].some((stack) => stack !== null && wasMade(stack, address));
    const applied = appliedTiers(network, had);
    tiers.forEach((tier, index) => {
      const other = tiers.slice(0, index).find((earlier) => sharesSlot(earlier, tier));
      if (other === undefined) return;
      const isKept = applied.has(tier.name) && !applied.has(other.name);
      const isLess = other.slotIsAutomatic && !tier.slotIsAutomatic && !applied.has(other.name);
      const [movable, kept] = isKept || isLess ? [other, tier] : [tier, other];
      report(
        movable.slotIsAutomatic ? atKey(movable.path) : [...movable.path, "slot"],
        `tier "${movable.name}" is on slot ${movable.slot}, as is tier "${kept.name}"`,
        hintFor(freeSlot([movable, kept], tiers), applied.has(kept.name) && !applied.has(movable.name)),
      );
    });
  },
};

/** Where the blueprint does not say which of the two is applied already, only the author knows: moving that one replaces its subnets. */
function hintFor(free: number | null, isKnown: boolean): string {
  if (free === null) return "all slots are taken: take a larger VPC block, or smaller subnets";
  return isKnown
    ? `write slot: ${free}`
    : `write slot: ${free} into the newer of the two: one that is applied already would lose its subnets`;
}

function sharesSlot(a: Tier, b: Tier): boolean {
  return a.slot === b.slot && sharesBlock(a, b);
}

function sharesBlock(a: Tier, b: Tier): boolean {
  return a.subnets.some((one) =>
    b.subnets.some((other) => one.zone.index === other.zone.index && isCutFromSameBlock(one, other)),
  );
}

function isCutFromSameBlock(a: Subnet, b: Subnet): boolean {
  return isSameBlock(a.ipv6, b.ipv6) || isSameBlock(a.ipv4, b.ipv4);
}

function isSameBlock<T extends SubnetIpv4 | SubnetIpv6>(a: T | null, b: T | null): boolean {
  return a !== null && b !== null && !isExplicit(a) && !isExplicit(b) && a.block === b.block;
}

/** A slot that either of the two could have. */
function freeSlot(both: readonly Tier[], tiers: readonly Tier[]): number | null {
  const taken = new Set(
    tiers.filter((other) => both.some((tier) => sharesBlock(tier, other))).map(({ slot }) => slot),
  );
  const count = Math.min(...both.map(({ slotCount }) => slotCount));
  for (let slot = 0; slot < count; slot++) if (!taken.has(slot)) return slot;
  return null;
}
