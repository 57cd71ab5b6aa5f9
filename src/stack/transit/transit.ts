import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway/index.js";
import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment/index.js";
import { Route, type RouteConfig } from "@cdktf/provider-aws/lib/route/index.js";
import { VpcPeeringConnection as AwsPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection/index.js";
import { VpcPeeringConnectionAccepterA } from "@cdktf/provider-aws/lib/vpc-peering-connection-accepter/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type {
  ReturnRoute,
  TransitGatewayAttachment,
  VpcPeeringConnection,
} from "../../model/types/transit.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, resourceFor, type SubnetMade, type TransitMade, type VpcMade } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { type AttachmentMade, addTransitGatewayTables } from "./transit-gateway-tables.ts";
import { addVirtualPrivateGateways } from "./virtual-private-gateways.ts";
import { addVpnConnections } from "./vpn-connections.ts";

interface TransitNeeds extends VpcMade {
  /** Acceptances of shares: a transit gateway of another account takes no attachment before. */
  readonly accepted: readonly ITerraformDependable[];
  readonly subnets: Made<SubnetMade>;
}

/** Makes the ways to other VPCs and to networks behind VPN connections, and the far side's routes back where its route tables are known. */
export function addTransit(scope: Construct, network: Network, made: TransitNeeds): TransitMade {
  const vpcPeeringConnections = new Map(
    network.vpcPeeringConnections.map((connection) => {
      const link = { id: addPeering(scope, connection, made), awaited: [] };
      addReturnRoutes(scope, connection.returnRoutes, made, { vpcPeeringConnectionId: link.id });
      return [connection.name, link] as const;
    }),
  );
  const attached = new Map(
    network.transitGatewayAttachments.map((one) => [one.name, addAttachment(scope, one, made)] as const),
  );
  const virtualPrivateGateways = addVirtualPrivateGateways(scope, network, made);
  const vpnAttachments = addVpnConnections(scope, network, { attached, virtualPrivateGateways });
  const memberships = addTransitGatewayTables(scope, network, attached, vpnAttachments);
  const transitGateways = new Map(
    network.transitGatewayAttachments.map(({ name, returnRoutes }) => {
      const { gatewayId, attachment } = resourceFor(attached, name);
      // Before it belongs to a table, the gateway drops what comes in.
      const awaited = [attachment, ...resourceFor(memberships, name)];
      addReturnRoutes(scope, returnRoutes, made, { transitGatewayId: gatewayId, ...waitFor(awaited) });
      return [name, { id: gatewayId, awaited }] as const;
    }),
  );
  return { vpcPeeringConnections, transitGateways, virtualPrivateGateways };
}

function addPeering(scope: Construct, connection: VpcPeeringConnection, { vpc }: TransitNeeds): string {
  const { name, side, displayName } = connection;
  const tags = withNameTag(displayName, connection.tags);
  if (side.kind === "accept") {
    return new VpcPeeringConnectionAccepterA(
      scope,
      terraformAddress("aws_vpc_peering_connection_accepter", name),
      {
        vpcPeeringConnectionId: side.connectionId,
        autoAccept: true,
        tags,
      },
    ).id;
  }
  const { peerVpcId, peerRegion, peerOwnerId, autoAccept } = side;
  return new AwsPeeringConnection(scope, terraformAddress("aws_vpc_peering_connection", name), {
    vpcId: vpc.id,
    peerVpcId,
    autoAccept,
    tags,
    ...omitNull({ peerRegion, peerOwnerId }),
  }).id;
}

function addAttachment(
  scope: Construct,
  attachment: TransitGatewayAttachment,
  { vpc, subnets, accepted }: TransitNeeds,
): AttachmentMade {
  const { name, ipv6Support, dnsSupport, applianceModeSupport, securityGroupReferencingSupport } = attachment;
  const tags = withNameTag(attachment.displayName, attachment.tags);
  const id = gatewayId(scope, attachment, tags);
  const made = new Ec2TransitGatewayVpcAttachment(
    scope,
    terraformAddress("aws_ec2_transit_gateway_vpc_attachment", name),
    {
      transitGatewayId: id,
      vpcId: vpc.id,
      subnetIds: attachment.subnets.map((subnet) => resourceFor(subnets, subnet).id),
      ipv6Support,
      dnsSupport,
      applianceModeSupport,
      securityGroupReferencingSupport,
      tags,
      ...(attachment.association.kind === "default"
        ? {}
        : { transitGatewayDefaultRouteTableAssociation: false }),
      ...(attachment.defaultRouteTablePropagation
        ? {}
        : { transitGatewayDefaultRouteTablePropagation: false }),
      ...waitFor(attachment.gateway.kind === "id" ? accepted : []),
    },
  );
  return { gatewayId: id, attachment: made };
}

function gatewayId(
  scope: Construct,
  { name, gateway }: TransitGatewayAttachment,
  tags: Record<string, string>,
): string {
  if (gateway.kind === "id") return gateway.id;
  return new Ec2TransitGateway(scope, terraformAddress("aws_ec2_transit_gateway", name), {
    autoAcceptSharedAttachments: gateway.autoAcceptSharedAttachments ? "enable" : "disable",
    defaultRouteTableAssociation: gateway.defaultRouteTableAssociation,
    defaultRouteTablePropagation: gateway.defaultRouteTablePropagation,
    securityGroupReferencingSupport: gateway.securityGroupReferencingSupport,
    tags,
    ...omitNull({ amazonSideAsn: gateway.amazonSideAsn }),
  }).id;
}

function addReturnRoutes(
  scope: Construct,
  routes: readonly ReturnRoute[],
  { ipv4Blocks, ipv6Blocks }: VpcMade,
  target: Partial<RouteConfig>,
): void {
  for (const { id, routeTableId, family, block } of routes) {
    new Route(scope, terraformAddress("aws_route", id), {
      routeTableId,
      ...(family === "ipv4"
        ? { destinationCidrBlock: resourceFor(ipv4Blocks, block).cidr }
        : { destinationIpv6CidrBlock: resourceFor(ipv6Blocks, block).cidr }),
      ...target,
    });
  }
}
