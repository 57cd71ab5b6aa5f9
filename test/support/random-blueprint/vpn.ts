import fc from "fast-check";
import { isObject } from "../json.ts";
import { type Tier, tiersWithTables } from "./tiers.ts";
import { type Drawn, only, pickSome, rarely, somePlaces, sometimes, type Tree } from "./tree.ts";

const TUNNELS = [
  {},
  { insideCidr: "169.254.44.0/30", ikeVersions: ["ikev2"] },
  { startupAction: "start", dpdTimeoutAction: "restart", dpdTimeoutSeconds: 60 },
] as const;

/** What is drawn of a VPN to an office: by a gateway of the VPC's own, or by its transit gateway. */
export const vpnDraft = sometimes(
  fc.record({
    byTransit: fc.boolean(),
    isStatic: fc.boolean(),
    isIpv6: fc.boolean(),
    learns: somePlaces,
    hasOwnNumber: rarely(30),
    tunnel: fc.constantFrom(...TUNNELS),
  }),
);
type VpnDraft = NonNullable<Drawn<typeof vpnDraft>>;

/** The network with a VPN connection; one of a transit gateway where the stack makes that one itself. */
export function withVpn(draft: Drawn<typeof vpnDraft>, network: Tree, tiers: readonly Tier[]): Tree {
  if (draft === null) return network;
  const common = {
    customerGateway: "office",
    staticRoutesOnly: draft.isStatic ? true : undefined,
    tunnel1: draft.tunnel,
  };
  const customerGateways = { office: { bgpAsn: 65_010, ipAddress: "198.51.100.10" } };
  if (draft.byTransit && hasOwnTransit(network)) {
    // Inside addresses of a tunnel are of its own family.
    const tunnel = draft.isIpv6 ? { tunnel1: {}, tunnelInsideIpVersion: "ipv6" } : {};
    const office = { ...common, gateway: { transitGateway: "backbone" }, ...tunnel };
    return { ...network, customerGateways, vpnConnections: { office } };
  }
  return {
    ...network,
    customerGateways,
    virtualPrivateGateways: { main: ownGateway(draft, tiers) },
    vpnConnections: {
      office: {
        ...common,
        gateway: { virtualPrivateGateway: "main" },
        routes: draft.isStatic ? only("lan", { destination: "192.168.0.0/16" }) : undefined,
      },
    },
  };
}

function ownGateway({ learns, hasOwnNumber }: VpnDraft, tiers: readonly Tier[]): Tree {
  const owners = tiersWithTables(tiers).filter(({ hasIpv4 }) => hasIpv4);
  return {
    amazonSideAsn: hasOwnNumber ? 64_513 : undefined,
    routePropagation: pickSome(owners, learns).map(({ name }) => name),
  };
}

function hasOwnTransit({ transitGatewayAttachments: attachments }: Tree): boolean {
  const backbone = isObject(attachments) ? attachments["backbone"] : null;
  const gateway = isObject(backbone) ? backbone["transitGateway"] : null;
  return isObject(gateway) && "create" in gateway;
}
