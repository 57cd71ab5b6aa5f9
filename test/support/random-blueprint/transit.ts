import fc from "fast-check";
import { type Drawn, mapOf, only, rarely, sometimes, type Tree } from "./tree.ts";

const GATEWAYS = [
  {},
  { amazonSideAsn: 64_513, autoAcceptSharedAttachments: true },
  { amazonSideAsn: 4_200_000_000, securityGroupReferencingSupport: "enable" },
] as const;
const TARGETS = [
  { attachment: "backbone" },
  { blackhole: {} },
  { attachmentId: "tgw-attach-0456def" },
] as const;

/** What is drawn of the transit gateway that an attachment leads to: one of the stack's own, with tables. */
export const transitDraft = sometimes(
  fc.record({
    gateway: fc.constantFrom(...GATEWAYS),
    hasTable: fc.boolean(),
    target: fc.constantFrom(...TARGETS),
    isIpv6: fc.boolean(),
    hasForeign: rarely(30),
    ipv6Support: fc.constantFrom(undefined, "enable", "disable"),
    applianceModeSupport: fc.constantFrom(undefined, "enable", "disable"),
    dnsSupport: fc.constantFrom(undefined, "disable"),
  }),
);
type TransitDraft = Drawn<typeof transitDraft>;

/** The network with a transit gateway of its own, where it has an attachment. */
export function withTransit(draft: TransitDraft, network: Tree): Tree {
  const attachments = network["transitGatewayAttachments"];
  if (draft === null || attachments === undefined) return network;
  const { applianceModeSupport, dnsSupport, hasTable } = draft;
  const association = hasTable ? { routeTable: "hub" } : undefined;
  const propagations = hasTable ? only("spokes", { routeTable: "hub" }) : undefined;
  const backbone = {
    ...Object(Object(attachments).backbone),
    transitGateway: { create: hasTable ? { ...draft.gateway, ...NO_DEFAULTS } : draft.gateway },
    ...{ applianceModeSupport, dnsSupport, association, propagations, ipv6Support: draft.ipv6Support },
    defaultRouteTablePropagation: hasTable ? false : undefined,
  };
  return { ...network, transitGatewayAttachments: { backbone }, ...tablesOf(draft) };
}

const NO_DEFAULTS = { defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable" };

function tablesOf({ hasTable, target, isIpv6, hasForeign }: NonNullable<TransitDraft>): Tree {
  if (!hasTable) return {};
  const destination = isIpv6 ? "2001:db8:99::/48" : "10.99.0.0/16";
  const partner = {
    id: "tgw-attach-0123abc",
    transitGateway: "backbone",
    association: { routeTable: "hub" },
    propagations: { hub: { routeTable: "hub" } },
  };
  return {
    transitGatewayRouteTables: mapOf([
      ["hub", { transitGateway: "backbone", routes: only("far", { destination, target }) }],
    ]),
    foreignTransitGatewayAttachments: hasForeign ? { partner } : undefined,
  };
}
