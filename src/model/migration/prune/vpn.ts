import type { Network } from "../../types/network.ts";
import { idsOf, kept, membershipOf, namesOf } from "./membership.ts";

/** VPN connections go with the gateway at AWS's end, and what is told to route tables with the tables. */
export function pruneVpn(
  network: Network,
): Pick<Network, "virtualPrivateGateways" | "vpnConnections" | "transitGatewayRouteTables"> {
  const routeTables = idsOf(network.routeTables);
  const tables = namesOf(network.transitGatewayRouteTables);
  const ends = {
    "virtual-private-gateway": namesOf(network.virtualPrivateGateways),
    "transit-gateway-attachment": namesOf(network.transitGatewayAttachments),
  };
  const connections = network.vpnConnections
    .filter(({ gateway }) => ends[gateway.kind].has(gateway.name))
    .map((connection) => {
      const { association, propagations } = connection;
      const isLost = association?.kind === "own" && !tables.has(association.name);
      return {
        ...connection,
        association: isLost ? null : association,
        propagations: propagations.filter(({ table }) => table.kind === "id" || tables.has(table.name)),
      };
    });
  const there = namesOf(connections);
  const { tiers } = membershipOf(network);
  return {
    virtualPrivateGateways: network.virtualPrivateGateways.map((gateway) => ({
      ...gateway,
      tiers: kept(gateway.tiers, tiers),
      propagations: gateway.propagations.filter(({ routeTable }) => routeTables.has(routeTable)),
    })),
    vpnConnections: connections,
    transitGatewayRouteTables: network.transitGatewayRouteTables.map((table) => ({
      ...table,
      routes: table.routes.filter(({ target }) => target.kind !== "vpn-connection" || there.has(target.name)),
    })),
  };
}
