import type { Network } from "../../model/types/network.ts";
import type {
  TransitGatewayAssociation,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayTableReference,
} from "../../model/types/transit.ts";

/** Which table a transit gateway looks up for the attachment, which learn its blocks, and the gateway's tables with their routes. */
export function transitDetails(network: Network, attachment: TransitGatewayAttachment): readonly string[] {
  const { name, association, propagations } = attachment;
  const learning = propagations.map(({ table }) => tableName(table));
  const tables = network.transitGatewayRouteTables.filter(({ transitGateway }) => transitGateway === name);
  return [
    lookedUp(association),
    ...(learning.length === 0 ? [] : [`told to table ${learning.join(", ")}`]),
    ...tables.map(({ name: table, routes }) => `table ${table}: ${routesText(routes)}`),
  ];
}

function lookedUp(association: TransitGatewayAssociation): string {
  switch (association.kind) {
    case "default":
      return "looks up the default table";
    case "none":
      return "no table is looked up here";
    case "table":
      return `looks up table ${tableName(association.table)}`;
  }
}

function tableName(table: TransitGatewayTableReference): string {
  return table.kind === "own" ? table.name : table.id;
}

function routesText(routes: readonly TransitGatewayRoute[]): string {
  if (routes.length === 0) return "no static routes";
  return routes.map(({ destination, target }) => `${destination.text} to ${targetText(target)}`).join(", ");
}

function targetText(target: TransitGatewayRoute["target"]): string {
  switch (target.kind) {
    case "attachment":
    case "foreign-attachment":
      return target.name;
    case "vpn-connection":
      return `VPN connection ${target.name}`;
    case "attachment-id":
      return target.id;
    case "blackhole":
      return "nowhere";
  }
}
