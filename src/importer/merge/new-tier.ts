import { isMap } from "../../blueprint/placed.ts";
import type { Inventory } from "../types/inventory.ts";
import type { Addition } from "./find-additions.ts";
import type { Owned } from "./read-owned.ts";
import { networkZonesAfter } from "./zones-after.ts";

/** Gives out the slots that no tier of the blueprint has, each once; null when none is left. */
export function slotsLeft({ slots, slotCount }: Owned): () => number | null {
  const taken = new Set(slots);
  return () => {
    for (let slot = 0; slot < slotCount; slot++) {
      if (taken.has(slot)) continue;
      taken.add(slot);
      return slot;
    }
    return null;
  };
}

/** A tier that comes to the blueprint: with the zones and a slot of its own, beside those that are there. */
export function newTier(
  owned: Owned,
  { subnets }: Inventory,
  added: readonly Addition[],
  { path, value }: NonNullable<Addition["entry"]>,
  nextSlot: () => number | null,
): unknown {
  if (!isMap(value)) return value;
  const members = added.filter(({ address }) => isOf(address, path));
  const ids = new Set(members.map(({ id }) => id));
  const zones = Object.keys(isMap(value["ipv4Cidrs"]) ? value["ipv4Cidrs"] : {}).sort();
  const isWhole = zones.length === networkZonesAfter(owned, added).length;
  const hasIpv6 = subnets.some(({ id, ipv6Cidr }) => ids.has(id) && ipv6Cidr !== null);
  const slot = hasIpv6 || value["slot"] === undefined ? value["slot"] : (nextSlot() ?? undefined);
  const { addressing, internet, natGateway, routeTable, slot: _, availabilityZones: __, ...others } = value;
  const all = {
    addressing,
    internet,
    natGateway,
    routeTable,
    availabilityZones: isWhole ? undefined : zones,
    slot,
  };
  return Object.fromEntries(Object.entries({ ...all, ...others }).filter(([, one]) => one !== undefined));
}

function isOf(address: string, path: readonly string[]): boolean {
  return address.startsWith(`aws_subnet.${path.at(-1)}_`);
}
