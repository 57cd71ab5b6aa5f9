import type { Path } from "../base/path.ts";
import type { Blueprint, Tier as WrittenTier } from "../blueprint/blueprint.generated.ts";
import { automaticSlot } from "./address-plan.ts";
import { type Context, checkReference, fail, sortedEntries } from "./context.ts";
import { blocksOf, countTierSlots, cutSubnets, type Place } from "./cut-subnets.ts";
import type { AddressPlan } from "./types/network.ts";
import { hasFamily, type Tier, type Zone } from "./types/subnets.ts";

/** The zones of the blueprint, sorted by letter; a zone that the plan has no room for is reported. */
export function normaliseZones(context: Context, blueprint: Blueprint, plan: AddressPlan): readonly Zone[] {
  return blueprint.network.availabilityZones
    .map((letter, position) => {
      const index = letter.charCodeAt(0) - "a".charCodeAt(0);
      if (index >= plan.zonesPerTier) {
        const message = `zone ${letter} does not fit: the address plan has room for ${plan.zonesPerTier} zones`;
        const hint = "raise network.addressPlan.zonesPerTier, or take a larger VPC";
        fail(context, "model/zone-outside-plan", ["network", "availabilityZones", position], message, hint);
      }
      return { letter, name: `${blueprint.region}${letter}`, index };
    })
    .sort((a, b) => a.index - b.index);
}

/** The tiers with their subnets, sorted by name. */
export function normaliseTiers(context: Context, blueprint: Blueprint, place: Place): readonly Tier[] {
  return sortedEntries(blueprint.network.subnets).map(([name, written]) =>
    normaliseTier(context, name, written, place),
  );
}

function normaliseTier(context: Context, name: string, written: WrittenTier, place: Place): Tier {
  const path: Path = ["network", "subnets", name];
  checkExplicitZones(context, written, path, place.zones);
  const blocks = blocksOf(context, written, path, place.vpc);
  const slotCount = countTierSlots(written, blocks, place);
  const slot = written.slot ?? automaticSlot(name, slotCount);
  const isIpv6Only = written.addressing === "ipv6-only";
  return {
    name,
    path,
    addressing: written.addressing,
    internet: written.internet,
    slot,
    slotIsAutomatic: written.slot === undefined,
    slotCount,
    nat64: written.nat64,
    enableDns64: written.enableDns64 ?? written.nat64,
    natGateway: natGatewayOf(context, written, path, place.natGateways),
    mapPublicIpOnLaunch: written.mapPublicIpOnLaunch ?? false,
    assignIpv6AddressOnCreation: written.assignIpv6AddressOnCreation ?? hasFamily(written.addressing, "ipv6"),
    privateDnsHostnameType:
      written.privateDnsHostnameTypeOnLaunch ?? (isIpv6Only ? "resource-name" : "ip-name"),
    resourceNameDnsAaaaRecord: written.enableResourceNameDnsAaaaRecordOnLaunch ?? isIpv6Only,
    resourceNameDnsARecord: written.enableResourceNameDnsARecordOnLaunch ?? false,
    ipv4Block: blocks.ipv4?.id ?? null,
    ipv6Block: blocks.ipv6?.id ?? null,
    writtenKeys: Object.keys(written).sort(),
    subnets: cutSubnets(context, { name, path, written, blocks, slot, slotCount }, place),
  };
}

/** An IPv4 block for a zone that has no subnet would be dropped in silence. */
function checkExplicitZones(
  context: Context,
  written: WrittenTier,
  path: Path,
  zones: readonly Zone[],
): void {
  const letters = zones.map((zone) => zone.letter);
  for (const letter of Object.keys(written.ipv4Cidrs ?? {})) {
    checkReference(context, "availability zone", letter, letters, [...path, "ipv4Cidrs", letter]);
  }
}

function natGatewayOf(
  context: Context,
  written: WrittenTier,
  path: Path,
  known: readonly string[],
): string | null {
  if (written.natGateway !== undefined) {
    const isKnown = checkReference(context, "NAT gateway", written.natGateway, known, [
      ...path,
      "natGateway",
    ]);
    return isKnown ? written.natGateway : null;
  }
  if (!written.nat64) return null;
  const only = known.length === 1 ? known[0] : undefined;
  if (only !== undefined) return only;
  const message =
    known.length === 0
      ? "nat64 needs a NAT gateway, and the blueprint has none"
      : "nat64 needs a NAT gateway, and the blueprint has several";
  const hint =
    known.length === 0
      ? "add one under network.natGateways, in a public tier"
      : `name one: natGateway: ${known[0]}`;
  fail(context, "model/nat64-gateway", [...path, "nat64"], message, hint);
  return null;
}
