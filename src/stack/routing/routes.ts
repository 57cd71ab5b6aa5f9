import { Route as AwsRoute, type RouteConfig } from "@cdktf/provider-aws/lib/route/index.js";
import type { Construct } from "constructs";
import { assertNever, invariant } from "../../base/invariant.ts";
import { type AddressFamily, formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { PrefixListRoute, Route, RouteTable, RouteTarget } from "../../model/types/routing.ts";
import { isManagedHere } from "../existing/is-managed-here.ts";
import {
  type ComputeMade,
  type GatewaysMade,
  type InspectionMade,
  type PrefixListsMade,
  type RoutingMade,
  resourceFor,
  type TransitMade,
} from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** What routes name: where they lead to but for instances, and the prefix lists that they are for. */
export interface RoutesLeadTo
  extends GatewaysMade,
    TransitMade,
    InspectionMade,
    Pick<PrefixListsMade, "prefixLists"> {}

type AnyRoute = Route | PrefixListRoute;

/** The routes of the table that are resources of this stack, whatever they are for. */
export function ourRoutes(network: Network, table: RouteTable): readonly AnyRoute[] {
  const owner = terraformAddress("aws_route_table", table.id);
  return [...table.routes, ...table.prefixListRoutes].filter((route) =>
    isManagedHere(network, owner, {
      address: terraformAddress("aws_route", route.id),
      families: familiesOf(route),
    }),
  );
}

/** Of a prefix list that is made elsewhere it is not known: the route is made, and EC2 refuses it where there is one. */
function familiesOf(route: AnyRoute): readonly AddressFamily[] {
  if ("destination" in route) return [route.destination.prefix.family];
  return route.prefixList.kind === "prefix-list" ? [route.prefixList.family] : [];
}

/** Makes one route; not one to an instance. */
export function addRoute(
  scope: Construct,
  routeTableId: string,
  route: AnyRoute,
  made: RoutesLeadTo,
): AwsRoute {
  return new AwsRoute(scope, terraformAddress("aws_route", route.id), {
    routeTableId,
    ...destinationArguments(route, made),
    ...targetArguments(route.target, made),
  });
}

/**
 * Makes the routes to instances. No host waits for them: an instance waits for the routes of its own subnet, where such a
 * route may stand too.
 */
export function addInstanceRoutes(
  scope: Construct,
  network: Network,
  made: Pick<RoutingMade, "routeTables"> &
    Pick<PrefixListsMade, "prefixLists"> &
    Pick<ComputeMade, "instances">,
): void {
  for (const table of network.routeTables) {
    for (const route of ourRoutes(network, table)) {
      const { id, target } = route;
      if (target.kind !== "instance") continue;
      new AwsRoute(scope, terraformAddress("aws_route", id), {
        routeTableId: resourceFor(made.routeTables, table.id).id,
        ...destinationArguments(route, made),
        networkInterfaceId: resourceFor(made.instances, target.name).primaryNetworkInterfaceId,
      });
    }
  }
}

function destinationArguments(
  route: AnyRoute,
  { prefixLists }: Pick<PrefixListsMade, "prefixLists">,
): Partial<RouteConfig> {
  if ("prefixList" in route) {
    const list = route.prefixList;
    const id = list.kind === "prefix-list" ? resourceFor(prefixLists, list.name).id : list.id;
    return { destinationPrefixListId: id };
  }
  const { prefix } = route.destination;
  const cidr = formatPrefix(prefix);
  return prefix.family === "ipv4" ? { destinationCidrBlock: cidr } : { destinationIpv6CidrBlock: cidr };
}

/** The arguments that say where a route leads. */
export function targetArguments(
  target: RouteTarget,
  made: GatewaysMade & TransitMade & InspectionMade,
): Partial<RouteConfig> {
  switch (target.kind) {
    case "internet-gateway":
      invariant(made.internetGateway !== null, "a route to an internet gateway that was not made");
      return { gatewayId: made.internetGateway.id };
    case "egress-only-internet-gateway":
      invariant(
        made.egressOnlyInternetGateway !== null,
        "a route to an egress-only gateway that was not made",
      );
      return { egressOnlyGatewayId: made.egressOnlyInternetGateway.id };
    case "nat-gateway":
      return { natGatewayId: resourceFor(made.natGateways, target.gateway).id };
    case "transit-gateway":
      return { transitGatewayId: target.id };
    case "vpc-peering-connection":
      return { vpcPeeringConnectionId: target.id };
    case "transit-gateway-attachment": {
      const { id, awaited } = resourceFor(made.transitGateways, target.name);
      return { transitGatewayId: id, ...waitFor(awaited) };
    }
    case "own-vpc-peering-connection":
      return { vpcPeeringConnectionId: resourceFor(made.vpcPeeringConnections, target.name).id };
    case "network-interface":
      return { networkInterfaceId: target.id };
    case "virtual-private-gateway":
      return { gatewayId: target.id };
    case "own-virtual-private-gateway":
      return { gatewayId: resourceFor(made.virtualPrivateGateways, target.name).id };
    case "vpc-endpoint":
      return { vpcEndpointId: target.id };
    case "core-network":
      return { coreNetworkArn: target.arn };
    case "inspection-endpoint": {
      const all = target.of === "network-firewall" ? made.firewallEndpoints : made.inspectionEndpoints;
      return { vpcEndpointId: resourceFor(all, target.endpoint).id };
    }
    case "instance":
      throw new Error("internal error: a route to an instance is made after it");
    default:
      return assertNever(target);
  }
}
