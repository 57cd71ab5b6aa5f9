import type { Path } from "../../base/path.ts";
import type { Blueprint, ResolverEndpoint as WrittenEndpoint } from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { checkNamedZones } from "../addressing/check-named-zones.ts";
import { readFixedIpv6 } from "../addressing/read-fixed-ipv6.ts";
import { type Context, sortedEntries } from "../context.ts";
import { knownNames, knownTiers, securityGroupNames } from "../references.ts";
import type { ResolverEndpoint } from "../types/resolver.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import { resolverName } from "./resolver-name.ts";

/** The Resolver endpoints, sorted by name. */
export function normaliseResolverEndpoints(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
): readonly ResolverEndpoint[] {
  return sortedEntries(blueprint.route53.resolverEndpoints).map(([name, written]): ResolverEndpoint => {
    const path: Path = ["route53", "resolverEndpoints", name];
    const own = knownTiers(context, written.subnets, tiers, [...path, "subnets"]);
    const { direction, securityGroups, protocols, tags } = written;
    return {
      ...{ name, path, direction, tags },
      displayName: resolverName(blueprint, name),
      tiers: own.map((tier) => tier.name),
      addresses: addressesOf(context, written, own, path),
      securityGroups: knownNames(context, "security group", securityGroups, securityGroupNames(blueprint), [
        ...path,
        "securityGroups",
      ]),
      resolverEndpointType: written.resolverEndpointType ?? typeOf(own),
      protocols: [...protocols].sort(),
    };
  });
}

/** One address in each subnet; zones in which the endpoint does not stand are reported. */
function addressesOf(
  context: Context,
  { addresses }: WrittenEndpoint,
  tiers: readonly Tier[],
  path: Path,
): ResolverEndpoint["addresses"] {
  const subnets = tiers.flatMap((tier) => tier.subnets);
  checkNamedZones(context, Object.keys(addresses), tiers, [...path, "addresses"]);
  return subnets.map(({ id, zone }) => {
    const at: Path = [...path, "addresses", zone.letter];
    const { ip = null, ipv6 } = addresses[zone.letter] ?? {};
    if (ip !== null) readAddress(context, ip, [...at, "ip"], "ipv4");
    const chosen = ipv6 === undefined ? null : readFixedIpv6(context, ipv6, [...at, "ipv6"]);
    return { subnet: id, path: at, ip, ipv6: chosen };
  });
}

/** What all tiers have; both families where they have both. */
function typeOf(tiers: readonly Tier[]): ResolverEndpoint["resolverEndpointType"] {
  const [ipv4, ipv6] = (["ipv4", "ipv6"] as const).map((family) =>
    tiers.every(({ addressing }) => hasFamily(addressing, family)),
  );
  if (ipv6 !== true) return "IPV4";
  return ipv4 === true ? "DUALSTACK" : "IPV6";
}
