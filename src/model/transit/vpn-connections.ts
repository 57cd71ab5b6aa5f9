import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type {
  Blueprint,
  VpnConnection as WrittenConnection,
  VpnTunnel as WrittenTunnel,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, readCidr, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import { namesOf } from "../references.ts";
import type { Cidr } from "../types/shared.ts";
import type {
  VpnConnection,
  VpnConnectionRoute,
  VpnGatewayReference,
  VpnNetworkCidrs,
  VpnTunnel,
} from "../types/vpn.ts";
import { readPropagations, readTable } from "./transit-gateway-tables.ts";

/** The VPN connections, sorted by name. */
export function normaliseVpnConnections(context: Context, blueprint: Blueprint): readonly VpnConnection[] {
  const { network } = blueprint;
  const tables = namesOf(network.transitGatewayRouteTables);
  return sortedEntries(network.vpnConnections).map(([name, written]) => {
    const path: Path = ["network", "vpnConnections", name];
    const { customerGateway, association, propagations } = written;
    const devices = namesOf(network.customerGateways);
    checkReference(context, "customer gateway", customerGateway, devices, [...path, "customerGateway"]);
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      customerGateway,
      gateway: readGateway(context, blueprint, written.gateway, [...path, "gateway"]),
      tunnelInsideIpVersion: written.tunnelInsideIpVersion,
      outsideIpAddressType: written.outsideIpAddressType,
      transportTransitGatewayAttachmentId: written.transportTransitGatewayAttachmentId ?? null,
      enableAcceleration: written.enableAcceleration,
      staticRoutesOnly: written.staticRoutesOnly,
      routes: readRoutes(context, name, written, path),
      networkCidrs: readNetworkCidrs(context, written, path),
      tunnels: [
        readTunnel(context, written.tunnel1, [...path, "tunnel1"]),
        readTunnel(context, written.tunnel2, [...path, "tunnel2"]),
      ],
      association:
        association === undefined ? null : readTable(context, association, tables, [...path, "association"]),
      propagations: readPropagations(context, {
        name: vpnAttachmentId(name),
        path,
        written: propagations,
        tables,
      }),
      tags: written.tags,
    };
  });
}

/** What stands for a connection's attachment to a transit gateway in logical ids: no name of an attachment has an underscore. */
export function vpnAttachmentId(connection: string): string {
  return `vpn_${connection}`;
}

function readGateway(
  context: Context,
  { network }: Blueprint,
  { virtualPrivateGateway, transitGateway }: WrittenConnection["gateway"],
  path: Path,
): VpnGatewayReference {
  if (virtualPrivateGateway !== undefined) {
    const known = namesOf(network.virtualPrivateGateways);
    const at = [...path, "virtualPrivateGateway"];
    checkReference(context, "virtual private gateway", virtualPrivateGateway, known, at);
    return { kind: "virtual-private-gateway", name: virtualPrivateGateway };
  }
  invariant(transitGateway !== undefined, "a VPN connection without a gateway passed the schema");
  const known = namesOf(network.transitGatewayAttachments);
  checkReference(context, "transit gateway attachment", transitGateway, known, [...path, "transitGateway"]);
  return { kind: "transit-gateway-attachment", name: transitGateway };
}

function readRoutes(
  context: Context,
  connection: string,
  { routes }: WrittenConnection,
  path: Path,
): readonly VpnConnectionRoute[] {
  return present(
    sortedEntries(routes).map(([name, written]) => {
      const at = [...path, "routes", name];
      const destination = readCidr(context, written.destination, [...at, "destination"], "ipv4");
      return destination === null ? null : { id: `${connection}_${name}`, name, path: at, destination };
    }),
  );
}

function readNetworkCidrs(context: Context, written: WrittenConnection, path: Path): VpnNetworkCidrs {
  const read = (key: keyof VpnNetworkCidrs, family: AddressFamily) =>
    readOptional(context, written[key], [...path, key], family);
  return {
    localIpv4NetworkCidr: read("localIpv4NetworkCidr", "ipv4"),
    remoteIpv4NetworkCidr: read("remoteIpv4NetworkCidr", "ipv4"),
    localIpv6NetworkCidr: read("localIpv6NetworkCidr", "ipv6"),
    remoteIpv6NetworkCidr: read("remoteIpv6NetworkCidr", "ipv6"),
  };
}

function readTunnel(context: Context, written: WrittenTunnel, path: Path): VpnTunnel {
  const { ikeVersions, startupAction, dpdTimeoutAction, dpdTimeoutSeconds } = written;
  return {
    path,
    insideCidr: readOptional(context, written.insideCidr, [...path, "insideCidr"], "ipv4"),
    insideIpv6Cidr: readOptional(context, written.insideIpv6Cidr, [...path, "insideIpv6Cidr"], "ipv6"),
    ikeVersions: ikeVersions === undefined ? null : [...ikeVersions].sort(),
    ...{ startupAction, dpdTimeoutAction, dpdTimeoutSeconds },
  };
}

function readOptional(
  context: Context,
  text: string | undefined,
  path: Path,
  family: AddressFamily,
): Cidr | null {
  return text === undefined ? null : readCidr(context, text, path, family);
}
