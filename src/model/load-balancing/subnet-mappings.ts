import type { Path } from "../../base/path.ts";
import type { LoadBalancer as WrittenBalancer } from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { checkNamedZones } from "../addressing/check-named-zones.ts";
import { readFixedIpv6 } from "../addressing/read-fixed-ipv6.ts";
import type { Context } from "../context.ts";
import type { SubnetMapping } from "../types/load-balancing.ts";
import type { Tier } from "../types/subnets.ts";

/** The addresses of a balancer in each of its subnets; none where it names none. Zones in which it does not stand are reported. */
export function normaliseMappings(
  context: Context,
  { subnetMappings }: WrittenBalancer,
  tiers: readonly Tier[],
  path: Path,
): readonly SubnetMapping[] {
  const subnets = tiers.flatMap((tier) => tier.subnets);
  checkNamedZones(context, Object.keys(subnetMappings), tiers, [...path, "subnetMappings"]);
  if (Object.keys(subnetMappings).length === 0) return [];
  return subnets.map(({ id, zone }): SubnetMapping => {
    const written = subnetMappings[zone.letter];
    if (written === undefined) return { ...NO_ADDRESSES, subnet: id, path };
    const at = [...path, "subnetMappings", zone.letter];
    const { allocationId = null, ipv6Address, privateIpv4Address = null } = written;
    const ipv6 =
      ipv6Address === undefined ? null : readFixedIpv6(context, ipv6Address, [...at, "ipv6Address"]);
    if (privateIpv4Address !== null)
      readAddress(context, privateIpv4Address, [...at, "privateIpv4Address"], "ipv4");
    return { subnet: id, path: at, allocationId, ipv6Address: ipv6, privateIpv4Address };
  });
}

const NO_ADDRESSES = { allocationId: null, ipv6Address: null, privateIpv4Address: null };
