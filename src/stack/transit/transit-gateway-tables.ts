import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route/index.js";
import { Ec2TransitGatewayRouteTable } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table/index.js";
import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association/index.js";
import { Ec2TransitGatewayRouteTablePropagation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-propagation/index.js";
import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment/index.js";
import { Ec2TransitGatewayVpcAttachmentAccepter } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment-accepter/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { vpnAttachmentId } from "../../model/transit/vpn-connections.ts";
import type { Network } from "../../model/types/network.ts";
import type {
  ForeignTransitGatewayAttachment,
  TransitGatewayPropagation,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
  TransitGatewayTableReference,
} from "../../model/types/transit.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { type Identified, type Made, resourceFor } from "../resources.ts";

/** An attachment of the VPC with the id of its gateway. */
export interface AttachmentMade {
  readonly gatewayId: string;
  readonly attachment: Ec2TransitGatewayVpcAttachment;
}

/**
 * Makes the route tables of transit gateways with their routes, associations and propagations. Gives by the name of each
 * attachment of the VPC what ties it to tables. `vpnAttachments`: ids by the name of the VPN connection.
 */
export function addTransitGatewayTables(
  scope: Construct,
  network: Network,
  attached: Made<AttachmentMade>,
  vpnAttachments: Made<string>,
): Made<readonly ITerraformDependable[]> {
  const tables = new Map(
    network.transitGatewayRouteTables.map((table) => [table.name, addTable(scope, table, attached)] as const),
  );
  const attachmentIds = new Map([
    ...[...vpnAttachments].map(([name, id]) => [vpnAttachmentId(name), id] as const),
    ...[...attached].map(([name, { attachment }]) => [name, attachment.id] as const),
    ...network.foreignTransitGatewayAttachments.map((one) => [one.name, addForeign(scope, one)] as const),
  ]);
  for (const table of network.transitGatewayRouteTables) {
    for (const route of table.routes) {
      addRoute(scope, route, resourceFor(tables, table.name).id, attachmentIds);
    }
  }
  const vpn = network.vpnConnections.map((one) => ({ ...one, name: vpnAttachmentId(one.name) }));
  for (const { name, association, propagations } of [...network.foreignTransitGatewayAttachments, ...vpn]) {
    if (association === null && propagations.length === 0) continue;
    addMembership(scope, { name, association, propagations }, resourceFor(attachmentIds, name), tables);
  }
  return new Map(
    network.transitGatewayAttachments.map(({ name, association, propagations }) => {
      const table = association.kind === "table" ? association.table : null;
      const id = resourceFor(attachmentIds, name);
      return [name, addMembership(scope, { name, association: table, propagations }, id, tables)] as const;
    }),
  );
}

/** The id of an attachment of another VPC, which is there once it is accepted where that is done here. */
function addForeign(
  scope: Construct,
  { name, attachmentId, acceptance }: ForeignTransitGatewayAttachment,
): string {
  if (acceptance === null) return attachmentId;
  const { defaultRouteTableAssociation, defaultRouteTablePropagation } = acceptance;
  return new Ec2TransitGatewayVpcAttachmentAccepter(
    scope,
    terraformAddress("aws_ec2_transit_gateway_vpc_attachment_accepter", name),
    {
      transitGatewayAttachmentId: attachmentId,
      transitGatewayDefaultRouteTableAssociation: defaultRouteTableAssociation,
      transitGatewayDefaultRouteTablePropagation: defaultRouteTablePropagation,
    },
  ).id;
}

function addTable(
  scope: Construct,
  { name, displayName, transitGateway, tags }: TransitGatewayRouteTable,
  attached: Made<AttachmentMade>,
): Identified {
  return new Ec2TransitGatewayRouteTable(
    scope,
    terraformAddress("aws_ec2_transit_gateway_route_table", name),
    {
      transitGatewayId: resourceFor(attached, transitGateway).gatewayId,
      tags: withNameTag(displayName, tags),
    },
  );
}

function addRoute(
  scope: Construct,
  { id, destination, target }: TransitGatewayRoute,
  transitGatewayRouteTableId: string,
  attachmentIds: Made<string>,
): void {
  new Ec2TransitGatewayRoute(scope, terraformAddress("aws_ec2_transit_gateway_route", id), {
    transitGatewayRouteTableId,
    destinationCidrBlock: formatPrefix(destination.prefix),
    ...targetArguments(target, attachmentIds),
  });
}

function targetArguments(
  target: TransitGatewayRoute["target"],
  attachmentIds: Made<string>,
): { readonly blackhole: true } | { readonly transitGatewayAttachmentId: string } {
  switch (target.kind) {
    case "blackhole":
      return { blackhole: true };
    case "attachment-id":
      return { transitGatewayAttachmentId: target.id };
    case "vpn-connection":
      return { transitGatewayAttachmentId: resourceFor(attachmentIds, vpnAttachmentId(target.name)) };
    case "attachment":
    case "foreign-attachment":
      return { transitGatewayAttachmentId: resourceFor(attachmentIds, target.name) };
    default:
      return assertNever(target);
  }
}

interface Membership {
  /** Of the attachment. */
  readonly name: string;
  readonly association: TransitGatewayTableReference | null;
  readonly propagations: readonly TransitGatewayPropagation[];
}

function addMembership(
  scope: Construct,
  { name, association, propagations }: Membership,
  transitGatewayAttachmentId: string,
  tables: Made<Identified>,
): readonly ITerraformDependable[] {
  const associated =
    association === null
      ? []
      : [
          new Ec2TransitGatewayRouteTableAssociation(
            scope,
            terraformAddress("aws_ec2_transit_gateway_route_table_association", name),
            { transitGatewayAttachmentId, transitGatewayRouteTableId: tableId(association, tables) },
          ),
        ];
  const propagating = propagations.map(
    ({ id, table }) =>
      new Ec2TransitGatewayRouteTablePropagation(
        scope,
        terraformAddress("aws_ec2_transit_gateway_route_table_propagation", id),
        { transitGatewayAttachmentId, transitGatewayRouteTableId: tableId(table, tables) },
      ),
  );
  return [...associated, ...propagating];
}

function tableId(table: TransitGatewayTableReference, tables: Made<Identified>): string {
  return table.kind === "id" ? table.id : resourceFor(tables, table.name).id;
}
