import { PRIVATE_ASNS, RESERVED_ASNS } from "../../aws/vpn.ts";
import { parseAddress, parsePrefix } from "../../base/prefix.ts";
import type {
  CustomerGateway,
  NetworkSettings,
  VirtualPrivateGateway,
  VpnConnection,
  VpnTunnel,
} from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import {
  customerGatewayArguments,
  tunnel1Arguments,
  tunnel2Arguments,
  virtualPrivateGatewayArguments,
  vpnConnectionArguments,
} from "../fields/vpn.ts";
import type { Found } from "../types/found.ts";
import type { FoundCustomerGateway, FoundVpnConnection } from "../types/links.ts";
import type { Draft } from "./draft.ts";
import { isImportId } from "./is-import-id.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section } from "./section.ts";

/** VPN connections with their two ends. */
interface VpnPlan {
  readonly sections: Pick<
    Section<NetworkSettings>,
    "customerGateways" | "virtualPrivateGateways" | "vpnConnections"
  >;
  /** The name of the virtual private gateway with the id; null: it is not taken over. */
  readonly gatewayNamed: (id: string) => string | null;
}

/** Names virtual private gateways, devices and connections, and takes over what a blueprint can say. */
export function planVpn(draft: Draft): VpnPlan {
  const { virtualPrivateGateways, customerGateways, vpnConnections } = draft.inventory.links;
  const gateways = take(draft, GATEWAY, virtualPrivateGateways, ({ amazonSideAsn }, taken) => {
    if (taken.size > 0) return "a second one of the VPC's";
    const isPrivate = PRIVATE_ASNS.some(({ first, last }) =>
      amazonSideAsn === null ? true : amazonSideAsn >= first && amazonSideAsn <= last,
    );
    return isPrivate ? null : `its number ${amazonSideAsn} is none that a blueprint takes`;
  });
  const devices = take(draft, DEVICE, customerGateways, (one) => whyNoDevice(draft, one));
  const connections = take(draft, CONNECTION, vpnConnections, (one) =>
    gateways.has(one.gatewayId) && devices.has(one.customerGatewayId)
      ? whyNoNetworks(one)
      : "its gateway or its customer gateway is left out",
  );
  leaveWhatNobodyImports(draft);
  return {
    sections: {
      virtualPrivateGateways: named(virtualPrivateGateways, gateways, (one) =>
        compact<VirtualPrivateGateway>(write(virtualPrivateGatewayArguments, one)),
      ),
      customerGateways: named(customerGateways, devices, (one) =>
        compact<CustomerGateway>(write(customerGatewayArguments, one)),
      ),
      vpnConnections: named(vpnConnections, connections, (one) =>
        compact<VpnConnection>({
          customerGateway: devices.get(one.customerGatewayId),
          gateway: { virtualPrivateGateway: gateways.get(one.gatewayId) },
          ...write(vpnConnectionArguments, one),
          tunnel1: compact<VpnTunnel>(write(tunnel1Arguments, one.tunnel1)),
          tunnel2: compact<VpnTunnel>(write(tunnel2Arguments, one.tunnel2)),
        }),
      ),
    },
    gatewayNamed: (id) => gateways.get(id) ?? null,
  };
}

/** A kind of thing, by its type in Terraform and as people call it. */
interface Kind {
  readonly type: string;
  readonly kind: string;
  /** The name of one that has none. */
  readonly fallback: string;
  /** Of `network`. */
  readonly section: string;
}

const GATEWAY: Kind = {
  type: "aws_vpn_gateway",
  kind: "virtual private gateway",
  fallback: "vpn",
  section: "virtualPrivateGateways",
};
const DEVICE: Kind = {
  type: "aws_customer_gateway",
  kind: "customer gateway",
  fallback: "device",
  section: "customerGateways",
};
const CONNECTION: Kind = {
  type: "aws_vpn_connection",
  kind: "VPN connection",
  fallback: "vpn",
  section: "vpnConnections",
};

/** Takes over those of which nothing says why not; gives their names by id. */
function take<T extends Found>(
  draft: Draft,
  { type, kind, fallback, section }: Kind,
  all: readonly T[],
  whyNot: (one: T, taken: ReadonlyMap<string, string>) => string | null,
): ReadonlyMap<string, string> {
  const name = nameIn(draft, type, "network", section);
  const taken = new Map<string, string>();
  for (const one of inNameOrder(all)) {
    const isId = isImportId(type, one.id);
    const detail = isId ? whyNot(one, taken) : "its id is none that AWS gives";
    if (detail === null) {
      const own = name(one.id, one.name, fallback);
      taken.set(one.id, own);
      draft.importAs(terraformAddress(type, own), one.id);
    } else draft.leaveOut({ kind, id: one.id, detail });
  }
  return taken;
}

function named<T extends Found, Written>(
  all: readonly T[],
  names: ReadonlyMap<string, string>,
  write: (one: T) => Section<Written>,
): Readonly<Record<string, Section<Written>>> {
  return Object.fromEntries(
    inNameOrder(all).flatMap((one) => {
      const name = names.get(one.id);
      return name === undefined ? [] : [[name, write(one)]];
    }),
  );
}

function whyNoDevice(
  { inventory: { region } }: Draft,
  { certificateArn, bgpAsn, ipAddress }: FoundCustomerGateway,
): string | null {
  if (certificateArn !== null) return "it has a certificate, for which a blueprint has no key";
  if (parseAddress(ipAddress)?.family !== "ipv4") return "a blueprint takes no such address here";
  const isKept = RESERVED_ASNS.some((one) => one.asn === bgpAsn && (one.region ?? region) === region);
  return isKept ? `its number ${bgpAsn} is one that AWS keeps` : null;
}

function whyNoNetworks({ localIpv4NetworkCidr, remoteIpv4NetworkCidr }: FoundVpnConnection): string | null {
  const blocks = [localIpv4NetworkCidr, remoteIpv4NetworkCidr];
  const isSayable = blocks.every((block) => parsePrefix(block)?.family === "ipv4");
  return isSayable ? null : "a blueprint cannot say its blocks";
}

/**
 * Static routes and propagation. AWS provider 5.100.0: "resource aws_vpn_connection_route doesn't support import", and the
 * same of aws_vpn_gateway_route_propagation (terraform plan, 2026-11-30).
 */
function leaveWhatNobodyImports({ inventory, leaveOut }: Draft): void {
  const detail = "Terraform cannot import it: it stays as it is";
  for (const { id, routes } of inventory.links.vpnConnections) {
    for (const block of routes)
      leaveOut({ kind: "static route of VPN connection", id: `${block}:${id}`, detail });
  }
  for (const { id, learnsFrom } of inventory.routeTables) {
    for (const gateway of learnsFrom) leaveOut({ kind: "route propagation", id: `${gateway}_${id}`, detail });
  }
}
