import type { Path } from "../../base/path.ts";
import type { Blueprint, Instance as WrittenInstance } from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { readFixedIpv6 } from "../addressing/read-fixed-ipv6.ts";
import { zonesOfTierNamed } from "../addressing/tier-zones.ts";
import { type Context, present, report, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { isIpv6Target } from "../load-balancing/registrations.ts";
import { assignsIpv6 } from "../lookup.ts";
import { terraformAddress } from "../migration/terraform-address.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownName, tiersNamed } from "../references.ts";
import type { FixedIpv6Address, Instance } from "../types/compute.ts";
import type { Zone } from "../types/subnets.ts";
import { normaliseHost } from "./hosts.ts";

/** The instances, sorted by name; one without a known image, tier or zone is reported and left out. */
export function normaliseInstances(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): readonly Instance[] {
  const instances = sortedEntries(blueprint.compute.instances);
  return present(
    instances.map(([name, written]) => normaliseInstance(context, blueprint, declared, name, written)),
  );
}

function normaliseInstance(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
  name: string,
  written: WrittenInstance,
): Instance | null {
  const path: Path = ["compute", "instances", name];
  const tierNames = declared.tiers.map((tier) => tier.name);
  const tier = knownName(context, "subnet tier", written.subnet, tierNames, [...path, "subnet"]);
  const zone = zoneOf(context, written, zonesOfTierNamed(blueprint, written.subnet, declared.zones), path);
  const host = normaliseHost(context, blueprint, declared, written, path, {
    tiers: tiersNamed(declared.tiers, [written.subnet]),
    isIpv6Target: isIpv6Target(blueprint, "instances", name),
  });
  const ipv6Addresses = readFixedAddresses(context, written, path);
  const { privateIp } = written;
  if (privateIp !== undefined) readAddress(context, privateIp, [...path, "privateIp"], "ipv4");
  if (host === null || tier === null || zone === null) return null;
  return {
    name,
    path,
    displayName: displayName(awsStackName(blueprint), name),
    host: {
      ...host,
      ipv6AddressCount: host.ipv6AddressCount ?? countOfImported(blueprint, declared, name),
    },
    tier,
    subnet: `${tier}_${zone.letter}`,
    ipv6Addresses,
    privateIp: privateIp ?? null,
    elasticIp: written.elasticIp,
    sourceDestCheck: written.sourceDestCheck,
  };
}

/** A subnet gives addresses to new network interfaces only: one that is there already is given its address by count. */
function countOfImported(blueprint: Blueprint, { tiers }: Declared, name: string): number | null {
  const written = blueprint.compute.instances[name];
  const address = terraformAddress("aws_instance", name);
  const isImported = Object.hasOwn(blueprint.network.vpc.existing?.import ?? {}, address);
  if (!isImported || written === undefined || written.ipv6Addresses.length > 0) return null;
  return tiersNamed(tiers, [written.subnet]).some((tier) => assignsIpv6(null, tier)) ? 1 : null;
}

function zoneOf(
  context: Context,
  { zone, subnet }: WrittenInstance,
  zones: readonly Zone[],
  path: Path,
): Zone | null {
  const found = zone === undefined ? zones[0] : zones.find(({ letter }) => letter === zone);
  if (found !== undefined) return found;
  const letters = zones.map(({ letter }) => letter).join(", ");
  const message = `zone ${JSON.stringify(zone)} is none of those of subnet tier ${JSON.stringify(subnet)}`;
  report(context, "model/unknown-zone", [...path, "zone"], message, `known: ${letters}`);
  return null;
}

/** In the author's order: the first becomes the primary one. */
function readFixedAddresses(
  context: Context,
  { ipv6Addresses }: WrittenInstance,
  path: Path,
): readonly FixedIpv6Address[] {
  return present(
    ipv6Addresses.map((text, index) => readFixedIpv6(context, text, [...path, "ipv6Addresses", index])),
  );
}
