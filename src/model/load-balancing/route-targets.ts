import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, RouteTarget as WrittenTarget } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference } from "../context.ts";
import { namesOf } from "../references.ts";
import { type Inspecting, readInspection, type ZonalTarget } from "../routing/read-inspection.ts";
import type { NatGateway, RouteTarget } from "../types/routing.ts";

/** Where a tier's route leads: the zone of a NAT gateway is chosen when the route is laid into a table. */
export type TierTarget =
  | Exclude<RouteTarget, { readonly kind: "nat-gateway" | "vpc-endpoint" | "inspection-endpoint" }>
  | { readonly kind: "nat-gateway"; readonly gateway: NatGateway }
  | ZonalTarget;

/** Where the author's route leads; null when its NAT gateway is unknown, which is reported. */
export function readRouteTarget(
  context: Context,
  blueprint: Blueprint,
  written: WrittenTarget,
  path: Path,
  known: Inspecting & { readonly natGateways: readonly NatGateway[] },
): TierTarget | null {
  const { gatewayLoadBalancerEndpoint, networkFirewall, vpcEndpointIds } = written;
  if ((gatewayLoadBalancerEndpoint ?? networkFirewall ?? vpcEndpointIds) !== undefined)
    return readInspection(context, written, path, known);
  return (
    readOwnLink(context, blueprint, written, path) ?? readTarget(context, written, path, known.natGateways)
  );
}

/** A connection, a gateway or an instance of the blueprint by its name; null when the target is something else. */
function readOwnLink(
  context: Context,
  { network, compute }: Blueprint,
  { transitGateway, vpcPeeringConnection, virtualPrivateGateway, instance }: WrittenTarget,
  path: Path,
): TierTarget | null {
  if (instance !== undefined) {
    checkReference(context, "instance", instance, namesOf(compute.instances), [...path, "instance"]);
    return { kind: "instance", name: instance };
  }
  if (transitGateway !== undefined) {
    const names = namesOf(network.transitGatewayAttachments);
    checkReference(context, "transit gateway attachment", transitGateway, names, [...path, "transitGateway"]);
    return { kind: "transit-gateway-attachment", name: transitGateway };
  }
  if (virtualPrivateGateway !== undefined) {
    const names = namesOf(network.virtualPrivateGateways);
    const at = [...path, "virtualPrivateGateway"];
    checkReference(context, "virtual private gateway", virtualPrivateGateway, names, at);
    return { kind: "own-virtual-private-gateway", name: virtualPrivateGateway };
  }
  if (vpcPeeringConnection === undefined) return null;
  const names = namesOf(network.vpcPeeringConnections);
  checkReference(context, "VPC peering connection", vpcPeeringConnection, names, [
    ...path,
    "vpcPeeringConnection",
  ]);
  return { kind: "own-vpc-peering-connection", name: vpcPeeringConnection };
}

function readTarget(
  context: Context,
  written: WrittenTarget,
  path: Path,
  natGateways: readonly NatGateway[],
): TierTarget | null {
  if (written.natGateway !== undefined) {
    const names = natGateways.map((gateway) => gateway.name);
    checkReference(context, "NAT gateway", written.natGateway, names, [...path, "natGateway"]);
    const gateway = natGateways.find((candidate) => candidate.name === written.natGateway);
    return gateway === undefined ? null : { kind: "nat-gateway", gateway };
  }
  if (written.internetGateway !== undefined) return { kind: "internet-gateway" };
  if (written.egressOnlyInternetGateway !== undefined) return { kind: "egress-only-internet-gateway" };
  if (written.transitGatewayId !== undefined)
    return { kind: "transit-gateway", id: written.transitGatewayId };
  if (written.vpcPeeringConnectionId !== undefined) {
    return { kind: "vpc-peering-connection", id: written.vpcPeeringConnectionId };
  }
  if (written.coreNetworkArn !== undefined) return { kind: "core-network", arn: written.coreNetworkArn };
  if (written.networkInterfaceId !== undefined)
    return { kind: "network-interface", id: written.networkInterfaceId };
  invariant(
    written.virtualPrivateGatewayId !== undefined,
    "a route target without a choice passed the schema",
  );
  return { kind: "virtual-private-gateway", id: written.virtualPrivateGatewayId };
}
