import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { type NetworkMade, resourceFor } from "../resources.ts";

/** What `neededAtBoot` chooses from. */
export type BootNeeds = Pick<NetworkMade, "routing" | "networkAclRules" | "securityGroupRules">;

/** Where hosts stand and who filters their traffic: subnets by logical id, security groups by name. */
export interface HostPlacement {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
}

/**
 * What must stand before a host boots, so that its first download finds a way out, and what may go only after it: the
 * rules of its security groups, and the routes and network ACL entries of its subnets and of the NAT gateways' beyond.
 */
export function neededAtBoot(
  network: Network,
  made: BootNeeds,
  { subnets, securityGroups }: HostPlacement,
): readonly ITerraformDependable[] {
  const onTheWay = [...subnets, ...natGatewaySubnets(network, subnets)];
  return [
    ...onTheWay.flatMap((subnet) => [
      ...resourceFor(made.routing, subnet),
      ...resourceFor(made.networkAclRules, subnet),
    ]),
    ...rulesOfGroups(made, securityGroups),
  ];
}

/** Subnets of the NAT gateways that the subnets' routes lead to; a regional one stands in none. */
function natGatewaySubnets(network: Network, subnets: readonly string[]): readonly string[] {
  const tables = network.routeTables.filter((table) =>
    table.subnets.some((subnet) => subnets.includes(subnet)),
  );
  const targets = tables.flatMap((table) =>
    [...table.routes, ...table.prefixListRoutes].map((route) => route.target),
  );
  const gateways = targets.map((target) => (target.kind === "nat-gateway" ? target.gateway : null));
  return network.natGateways
    .flatMap((natGateway) => natGateway.gateways)
    .filter(({ id }) => gateways.includes(id))
    .flatMap(({ place }) => (place === null ? [] : [place.subnet]));
}
