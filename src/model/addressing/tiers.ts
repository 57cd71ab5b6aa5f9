import { byText } from "../../base/compare-texts.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, Tier as WrittenTier } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, report } from "../context.ts";
import { tierNames } from "../references.ts";
import { nat64InstancesOf } from "../routing/nat64-instances.ts";
import type { AddressPlan } from "../types/network.ts";
import type { TierName } from "../types/shared.ts";
import { hasFamily, type Tier, type Zone } from "../types/subnets.ts";
import { automaticSlot, zoneIndex } from "./address-plan.ts";
import { checkLocalZones, checkZonesOfTier } from "./check-zones.ts";
import { isCutByPlan } from "./cut-by-plan.ts";
import { blocksOf, countTierSlots, cutSubnets, type VpcLayout } from "./cut-subnets.ts";
import { borderGroupOfLocalZone, isLocalZone } from "./local-zone.ts";
import { routeTableOf } from "./shared-route-tables.ts";
import { tiersIn, zonesOfTier } from "./tier-zones.ts";

/** The zones of the blueprint, sorted by letter, Local Zones last; one in which the plan is to cut subnets, but has no room, is reported. */
export function normaliseZones(context: Context, blueprint: Blueprint, plan: AddressPlan): readonly Zone[] {
  checkLocalZones(context, blueprint);
  return blueprint.network.availabilityZones
    .map((letter, position) => {
      const index = zoneIndex(letter);
      if (
        index >= plan.zonesPerTier &&
        tiersIn(blueprint, letter).some((tier) => isCutByPlan(tier, letter))
      ) {
        const message = `zone ${letter} does not fit: the address plan has room for ${plan.zonesPerTier} zones`;
        const hint = "write a larger network.addressPlan.zonesPerTier, or take a larger VPC";
        report(context, "model/zone-outside-plan", ["network", "availabilityZones", position], message, hint);
      }
      return isLocalZone(letter)
        ? { letter, name: letter, index, borderGroup: borderGroupOfLocalZone(letter) }
        : { letter, name: `${blueprint.region}${letter}`, index, borderGroup: null };
    })
    .sort(byText(({ letter, borderGroup }) => (borderGroup === null ? letter : `local ${letter}`)));
}

/** The tiers with their subnets, sorted by name. */
export function normaliseTiers(context: Context, blueprint: Blueprint, layout: VpcLayout): readonly Tier[] {
  return tierNames(blueprint).map((name) => {
    const written = blueprint.network.subnets[name];
    invariant(written !== undefined, `tier ${name} is not in the blueprint`);
    return normaliseTier(context, blueprint, name, written, layout);
  });
}

function normaliseTier(
  context: Context,
  blueprint: Blueprint,
  name: TierName,
  written: WrittenTier,
  layout: VpcLayout,
): Tier {
  const path: Path = ["network", "subnets", name];
  const zones = zonesOfTier(written, layout.zones);
  checkWrittenZones(context, written, path, layout.zones, zones);
  checkZonesOfTier(context, written, path, layout.zones, zones);
  const blocks = blocksOf(context, written, path, layout.vpc);
  const slotCount = countTierSlots(written, blocks, { ...layout, zones });
  const slot = written.slot ?? automaticSlot(name, slotCount);
  const routeTable = routeTableOf(context, blueprint, name, written);
  const isIpv6Only = written.addressing === "ipv6-only";
  const translated = withSharedWays(blueprint, written, routeTable);
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
    routeTable,
    natGateway: natGatewayOf(context, translated, path, layout.natGateways),
    nat64Instances: nat64InstancesOf(context, blueprint, translated, path, layout.zones),
    mapPublicIpOnLaunch: written.mapPublicIpOnLaunch ?? false,
    assignIpv6AddressOnCreation: written.assignIpv6AddressOnCreation ?? hasFamily(written.addressing, "ipv6"),
    privateDnsHostnameTypeOnLaunch:
      written.privateDnsHostnameTypeOnLaunch ?? (isIpv6Only ? "resource-name" : "ip-name"),
    enableResourceNameDnsAaaaRecordOnLaunch: written.enableResourceNameDnsAaaaRecordOnLaunch ?? isIpv6Only,
    enableResourceNameDnsARecordOnLaunch: written.enableResourceNameDnsARecordOnLaunch ?? false,
    ipv4Block: blocks.ipv4?.id ?? null,
    ipv6Block: blocks.ipv6?.id ?? null,
    ...placesOutside(written),
    writtenKeys: Object.keys(written).sort(),
    subnets: cutSubnets(context, { name, path, written, blocks, slot, slotCount }, { ...layout, zones }),
  };
}

/** What is made elsewhere, and the subnets are made on or from. */
function placesOutside(written: WrittenTier): Pick<Tier, "outpostArn" | "ipv4IpamPoolId" | "ipv6IpamPoolId"> {
  return {
    outpostArn: written.outpostArn ?? null,
    ipv4IpamPoolId: written.ipv4IpamPoolId ?? null,
    ipv6IpamPoolId: written.ipv6IpamPoolId ?? null,
  };
}

/** A zone that is none of the blueprint's, or a block for a zone without a subnet, would be dropped in silence. */
function checkWrittenZones(
  context: Context,
  written: WrittenTier,
  path: Path,
  all: readonly Zone[],
  zones: readonly Zone[],
): void {
  const known = all.map((zone) => zone.letter);
  for (const [index, letter] of (written.availabilityZones ?? []).entries()) {
    checkReference(context, "availability zone", letter, known, [...path, "availabilityZones", index]);
  }
  const letters = zones.map((zone) => zone.letter);
  for (const key of ["ipv4Cidrs", "ipv6Numbers"] as const) {
    for (const letter of Object.keys(written[key] ?? {}))
      checkReference(context, "availability zone", letter, letters, [...path, key, letter]);
  }
}

/** Who shares a route table goes out through what it leads to. */
function withSharedWays({ network }: Blueprint, tier: WrittenTier, routeTable: string): WrittenTier {
  const owner = network.subnets[routeTable];
  const natGateway = tier.natGateway ?? owner?.natGateway;
  const nat64Instances = tier.nat64Instances ?? (tier.nat64 ? owner?.nat64Instances : undefined);
  return {
    ...tier,
    ...(natGateway === undefined ? {} : { natGateway }),
    ...(nat64Instances === undefined ? {} : { nat64Instances }),
  };
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
  if (!written.nat64 || written.nat64Instances !== undefined) return null;
  const only = known.length === 1 ? known[0] : undefined;
  if (only !== undefined) return only;
  const message =
    known.length === 0
      ? "nat64 needs a NAT gateway, and the blueprint has none"
      : "nat64 needs a NAT gateway, and the blueprint has several";
  const hint =
    known.length === 0
      ? "add one under network.natGateways, in a public tier; or name nat64Instances"
      : `name one: natGateway: ${known[0]}`;
  report(context, "model/nat64-gateway", [...path, "nat64"], message, hint);
  return null;
}
