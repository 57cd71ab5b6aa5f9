import type { Path } from "../../base/path.ts";
import type { InterfaceVpcEndpoint } from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { checkNamedZones } from "../addressing/check-named-zones.ts";
import { readFixedIpv6 } from "../addressing/read-fixed-ipv6.ts";
import type { Context } from "../context.ts";
import type { Tier } from "../types/subnets.ts";
import type { SubnetConfiguration } from "../types/vpc-endpoints.ts";

/** The chosen addresses of an interface endpoint; zones in which it does not stand are reported. `at` is where they are written. */
export function normaliseSubnetConfigurations(
  context: Context,
  { subnetConfigurations: written }: InterfaceVpcEndpoint,
  tiers: readonly Tier[],
  at: Path,
): readonly SubnetConfiguration[] {
  checkNamedZones(context, Object.keys(written), tiers, at);
  const subnets = tiers.flatMap((tier) => tier.subnets);
  return subnets.flatMap(({ id, zone }): readonly SubnetConfiguration[] => {
    const chosen = written[zone.letter];
    if (chosen === undefined) return [];
    const path = [...at, zone.letter];
    const { ipv4 = null, ipv6 } = chosen;
    if (ipv4 !== null) readAddress(context, ipv4, [...path, "ipv4"], "ipv4");
    const address = ipv6 === undefined ? null : readFixedIpv6(context, ipv6, [...path, "ipv6"]);
    return [{ subnet: id, path, ipv4, ipv6: address }];
  });
}
