import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { readAddress } from "../addressing/addresses.ts";
import { type Context, present, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownTiers } from "../references.ts";
import type { RouteTable } from "../types/routing.ts";
import type { Tier } from "../types/subnets.ts";
import type { CustomerGateway, VirtualPrivateGateway } from "../types/vpn.ts";

/** The customer gateways, sorted by name. */
export function normaliseCustomerGateways(
  context: Context,
  blueprint: Blueprint,
): readonly CustomerGateway[] {
  return present(
    sortedEntries(blueprint.network.customerGateways).map(([name, written]) => {
      const path: Path = ["network", "customerGateways", name];
      const ipAddress = readAddress(context, written.ipAddress, [...path, "ipAddress"], "any");
      if (ipAddress === null) return null;
      return {
        name,
        path,
        displayName: displayName(awsStackName(blueprint), name),
        bgpAsn: written.bgpAsn,
        ipAddress,
        deviceName: written.deviceName ?? null,
        tags: written.tags,
      };
    }),
  );
}

/** The virtual private gateways, sorted by name. */
export function normaliseVirtualPrivateGateways(
  context: Context,
  blueprint: Blueprint,
  declared: { readonly tiers: readonly Tier[]; readonly routeTables: readonly RouteTable[] },
): readonly VirtualPrivateGateway[] {
  return sortedEntries(blueprint.network.virtualPrivateGateways).map(([name, written]) => {
    const path: Path = ["network", "virtualPrivateGateways", name];
    const at = [...path, "routePropagation"];
    const tiers = knownTiers(context, written.routePropagation, declared.tiers, at);
    const owners = tiers.map(({ routeTable }) => routeTable);
    const tables = declared.routeTables.filter(({ tier }) => owners.includes(tier));
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      amazonSideAsn: written.amazonSideAsn ?? null,
      tiers: tiers.map((tier) => tier.name),
      propagations: tables.map(({ id }) => ({ id: `${name}_${id}`, routeTable: id })),
      tags: written.tags,
    };
  });
}
