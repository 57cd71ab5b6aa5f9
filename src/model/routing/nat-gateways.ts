import type { Path } from "../../base/path.ts";
import type { Blueprint, NatGateway as WrittenGateway } from "../../blueprint/blueprint.generated.ts";
import { zonesOfTierNamed } from "../addressing/tier-zones.ts";
import { type Context, checkReference, present, report, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { knownName, tierNames } from "../references.ts";
import type { NatGateway, NatGatewayResource } from "../types/routing.ts";
import type { Zone } from "../types/subnets.ts";

interface Written {
  readonly name: string;
  readonly path: Path;
  readonly written: WrittenGateway;
}

/**
 * The NAT gateways, sorted by name; one in an unknown tier or zone, or with settings of the other availability mode, is
 * reported and left out.
 */
export function normaliseNatGateways(
  context: Context,
  blueprint: Blueprint,
  zones: readonly Zone[],
): readonly NatGateway[] {
  return present(
    sortedEntries(blueprint.network.natGateways).map(([name, written]): NatGateway | null => {
      const entry = { name, written, path: ["network", "natGateways", name] };
      return written.availabilityMode === "regional"
        ? regionalGateway(context, blueprint, entry, zones)
        : zonalGateway(context, blueprint, entry, zones);
    }),
  );
}

function regionalGateway(
  context: Context,
  blueprint: Blueprint,
  { name, path, written }: Written,
  zones: readonly Zone[],
): NatGateway | null {
  const { subnet, zone, perZone, connectivityType } = written;
  const misplaced = {
    subnet: subnet !== undefined,
    zone: zone !== undefined,
    perZone,
    connectivityType: connectivityType === "private",
    allocationIds: Object.keys(written.allocationIds).length > 0,
  };
  const keys = Object.entries(misplaced).flatMap(([key, isMisplaced]) => (isMisplaced ? [key] : []));
  for (const key of keys) {
    const message = `${key} is for zonal NAT gateways, and "${name}" is regional`;
    reportMode(context, [...path, key], message, `remove it, or write availabilityMode: zonal`);
  }
  const known = zones.map(({ letter }) => letter);
  const zoneAddresses = sortedEntries(written.availabilityZoneAddress).map(([letter, { allocationIds }]) => {
    checkReference(context, "availability zone", letter, known, [...path, "availabilityZoneAddress", letter]);
    return zones.filter((one) => one.letter === letter).map((one) => ({ zone: one, allocationIds }));
  });
  if (keys.length > 0) return null;
  const awsName = awsNameOf(name, written);
  return {
    ...{ name, path, connectivityType, perZone, tier: null, tags: written.tags },
    gateways: [
      {
        ...{ id: name, awsName, displayName: displayName(awsStackName(blueprint), awsName) },
        ...{ place: null, allocationId: null },
      },
    ],
    zoneAddresses: zoneAddresses.flat(),
  };
}

function zonalGateway(
  context: Context,
  blueprint: Blueprint,
  { name, path, written }: Written,
  zones: readonly Zone[],
): NatGateway | null {
  const { subnet, perZone, connectivityType, tags, availabilityZoneAddress } = written;
  if (Object.keys(availabilityZoneAddress).length > 0) {
    const message = `availabilityZoneAddress is for regional NAT gateways, and "${name}" is zonal`;
    const at = [...path, "availabilityZoneAddress"];
    reportMode(context, at, message, "remove it, or write availabilityMode: regional");
  }
  if (subnet === undefined) {
    const message = `NAT gateway "${name}" is zonal and names no tier to stand in`;
    reportMode(context, path, message, "write subnet, or availabilityMode: regional");
    return null;
  }
  const tier = knownName(context, "subnet tier", subnet, tierNames(blueprint), [...path, "subnet"]);
  const inTier = zonesOfTierNamed(blueprint, subnet, zones);
  const letters = inTier.map((zone) => zone.letter);
  const letter = written.zone ?? letters[0];
  if (
    letter === undefined ||
    !checkReference(context, "availability zone", letter, letters, [...path, "zone"])
  )
    return null;
  if (tier === null) return null;
  const placed = perZone ? inTier : inTier.filter((zone) => zone.letter === letter);
  const placedLetters = placed.map((zone) => zone.letter);
  for (const own of Object.keys(written.allocationIds)) {
    const at = [...path, "allocationIds", own];
    if (!checkReference(context, "zone of the NAT gateway", own, placedLetters, at)) continue;
    if (connectivityType === "public") continue;
    const message = `NAT gateway "${name}" is private, and a private one has no Elastic IP`;
    reportMode(context, at, message, "remove it, or write connectivityType: public");
  }
  return {
    ...{ name, path, connectivityType, tier, perZone, tags, zoneAddresses: [] },
    gateways: placed.map((zone) => zonalResource(blueprint, { name, path, written }, tier, zone)),
  };
}

function zonalResource(
  blueprint: Blueprint,
  { name, written }: Written,
  tier: string,
  zone: Zone,
): NatGatewayResource {
  const inAws = awsNameOf(name, written);
  const { perZone } = written;
  return {
    id: perZone ? `${name}_${zone.letter}` : name,
    awsName: perZone ? `${inAws}_${zone.letter}` : inAws,
    displayName: displayName(awsStackName(blueprint), perZone ? `${inAws}-${zone.letter}` : inAws),
    place: { zone, subnet: `${tier}_${zone.letter}` },
    allocationId: written.allocationIds[zone.letter] ?? null,
  };
}

function reportMode(context: Context, path: Path, message: string, hint: string): void {
  report(context, "model/nat-gateway-mode", path, message, hint);
}
