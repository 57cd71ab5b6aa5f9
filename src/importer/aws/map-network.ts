import type {
  ManagedPrefixList,
  NatGateway,
  Route,
  RouteTable,
  Subnet,
  Tag,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import { fromApi } from "../fields/field.ts";
import { natGatewayFields } from "../fields/nat-gateway.ts";
import { subnetFields } from "../fields/subnet.ts";
import { type ToldVpc, vpcFields } from "../fields/vpc.ts";
import { vpcEndpointFields } from "../fields/vpc-endpoint.ts";
import { prefixListFamily } from "../prefix-list-family.ts";
import type { Found } from "../types/found.ts";
import type {
  FoundNatGateway,
  FoundPrefixList,
  FoundRoute,
  FoundRouteTable,
  FoundSubnet,
  FoundVpc,
  FoundVpcEndpoint,
} from "../types/inventory.ts";

/** The Name tag. */
export function nameOfTags(tags: readonly Tag[] | undefined): string | null {
  return tags?.find(({ Key }) => Key === "Name")?.Value ?? null;
}

/** The VPC as an inventory has it; its main IPv4 block first. */
export function mapVpc(vpc: ToldVpc): FoundVpc {
  const { VpcId = "", CidrBlock = "", CidrBlockAssociationSet = [], Ipv6CidrBlockAssociationSet = [] } = vpc;
  const further = CidrBlockAssociationSet.filter(
    (block) => block.CidrBlock !== CidrBlock && block.CidrBlockState?.State === "associated",
  );
  return {
    id: VpcId,
    name: nameOfTags(vpc.Tags),
    ipv4Blocks: [
      { cidr: CidrBlock, associationId: null },
      ...further.map((block) => ({
        cidr: block.CidrBlock ?? "",
        associationId: block.AssociationId ?? null,
      })),
    ],
    ipv6Blocks: Ipv6CidrBlockAssociationSet.filter(
      (block) => block.Ipv6CidrBlockState?.State === "associated",
    ).map((block) => ({
      cidr: block.Ipv6CidrBlock ?? "",
      associationId: block.AssociationId ?? null,
      pool: block.Ipv6Pool ?? null,
    })),
    ...fromApi(vpcFields, vpc),
  };
}

/** A subnet as an inventory has it. */
export function mapSubnet(subnet: Subnet): FoundSubnet {
  return {
    id: subnet.SubnetId ?? "",
    name: nameOfTags(subnet.Tags),
    ...fromApi(subnetFields, { ...subnet.PrivateDnsNameOptionsOnLaunch, ...subnet }),
  };
}

/** A route table as an inventory has it. */
export function mapRouteTable({
  RouteTableId,
  Tags,
  Associations = [],
  Routes = [],
  PropagatingVgws = [],
}: RouteTable): FoundRouteTable {
  return {
    id: RouteTableId ?? "",
    name: nameOfTags(Tags),
    isMain: Associations.some(({ Main }) => Main),
    subnets: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
    routes: Routes.flatMap(mapRoute),
    learnsFrom: PropagatingVgws.flatMap(({ GatewayId }) => GatewayId ?? []),
  };
}

function mapRoute(route: Route): readonly FoundRoute[] {
  const destination =
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
  const [target = null] = targetsOf(route);
  if (destination === undefined || target === "local") return [];
  return [{ destination, target, isPropagated: route.Origin === "EnableVgwRoutePropagation" }];
}

function targetsOf(route: Route): readonly string[] {
  return [
    route.GatewayId,
    route.NatGatewayId,
    route.EgressOnlyInternetGatewayId,
    route.TransitGatewayId,
    route.VpcPeeringConnectionId,
    route.NetworkInterfaceId,
    route.CarrierGatewayId,
    route.LocalGatewayId,
    route.CoreNetworkArn,
  ].flatMap((target) => (target ? [target] : []));
}

/** A gateway that a VPC has one of. */
export function mapGateway(id: string | undefined, tags: readonly Tag[] | undefined): Found {
  return { id: id ?? "", name: nameOfTags(tags) };
}

/** NAT gateways as an inventory has them, without those that are gone. */
export function mapNatGateways(gateways: readonly NatGateway[]): readonly FoundNatGateway[] {
  return gateways
    .filter(({ State }) => State === "available" || State === "pending")
    .map((gateway) => ({
      id: gateway.NatGatewayId ?? "",
      name: nameOfTags(gateway.Tags),
      ...fromApi(natGatewayFields, gateway),
      isPublic: gateway.ConnectivityType !== "private",
      secondaryAddresses: Math.max(0, (gateway.NatGatewayAddresses ?? []).length - 1),
    }));
}

/** An endpoint as an inventory has it. */
export function mapVpcEndpoint(endpoint: VpcEndpoint): FoundVpcEndpoint {
  return {
    id: endpoint.VpcEndpointId ?? "",
    name: nameOfTags(endpoint.Tags),
    ...fromApi(vpcEndpointFields, endpoint),
  };
}

/** A prefix list as an inventory has it. */
export function mapPrefixList({
  PrefixListId,
  PrefixListName,
  AddressFamily,
}: ManagedPrefixList): FoundPrefixList {
  return {
    id: PrefixListId ?? "",
    name: PrefixListName ?? null,
    family: prefixListFamily(AddressFamily),
  };
}
