import { parsePrefix } from "../../base/prefix.ts";
import type {
  NetworkSettings,
  RouteTarget,
  TransitGatewayAttachment,
  VpcPeeringConnection,
  VpcPeeringRequest,
} from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { attachmentArguments } from "../fields/transit-gateway-attachment.ts";
import type { FoundRoute } from "../types/inventory.ts";
import type { FoundAttachment, FoundPeering } from "../types/links.ts";
import type { Draft } from "./draft.ts";
import { isImportId } from "./is-import-id.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";
import { type TierPlan, wholeTiers } from "./tier-plan.ts";
import { planVpn } from "./vpn-section.ts";

/** What leads out of the VPC to others, as a blueprint has it. */
export interface LinkPlan {
  readonly sections: LinkSections;
  /** What a route of the tiers leads to, by the blueprint's name of it; null: it is none of these, or cannot be named. */
  readonly targetOf: (route: FoundRoute, tiers: readonly TierPlan[]) => Section<RouteTarget> | null;
}

type LinkSections = Pick<
  Section<NetworkSettings>,
  | "customerGateways"
  | "transitGatewayAttachments"
  | "virtualPrivateGateways"
  | "vpcPeeringConnections"
  | "vpnConnections"
>;

/** Names what leads out of the VPC, and takes it over where a blueprint can say what it is. */
export function planLinks(draft: Draft, tiers: readonly TierPlan[]): LinkPlan {
  const peerings = planPeerings(draft);
  const attachments = planAttachments(draft, tiers);
  const vpn = planVpn(draft);
  return {
    sections: {
      vpcPeeringConnections: sectionsOf(peerings),
      transitGatewayAttachments: sectionsOf(attachments),
      ...vpn.sections,
    },
    targetOf(route, users) {
      const id = route.target ?? "";
      const peering = peerings.find((one) => one.found.id === id);
      if (peering !== undefined) return { vpcPeeringConnection: peering.name };
      const gateway = vpn.gatewayNamed(id);
      if (gateway !== null) return { virtualPrivateGateway: gateway };
      const attachment = attachments.find(({ found }) => found.gatewayId === id);
      if (attachment === undefined || !serves(attachment.found, tiers, users)) return null;
      return isForOtherFamily(attachment.found, route) ? null : { transitGateway: attachment.name };
    },
  };
}

interface Planned<Found, Written> {
  readonly name: string;
  readonly found: Found;
  readonly section: Section<Written>;
}

function sectionsOf<Found, Written>(planned: readonly Planned<Found, Written>[]): Sections<Written> {
  return Object.fromEntries(planned.map(({ name, section }) => [name, section]));
}

type Attached = Planned<FoundAttachment, TransitGatewayAttachment>;
type Peered = Planned<FoundPeering, VpcPeeringConnection>;

function planPeerings(draft: Draft): readonly Peered[] {
  const name = nameIn(draft, "aws_vpc_peering_connection", "network", "vpcPeeringConnections");
  const peers = new Set<string>();
  return inNameOrder(draft.inventory.links.peerings).flatMap((found): Peered[] => {
    const { id, peerVpcId, peerOwnerId, peerRegion } = found;
    const isSayable =
      isImportId("aws_vpc_peering_connection", id) &&
      /^vpc-[0-9a-f]+$/.test(peerVpcId) &&
      /^[0-9]{12}$/.test(peerOwnerId ?? "000000000000") &&
      /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/.test(peerRegion ?? "eu-west-1");
    if (!isSayable || peers.has(peerVpcId)) {
      const detail = isSayable ? `a second one to ${peerVpcId}` : "a blueprint cannot say its other side";
      draft.leaveOut({ kind: "VPC peering connection", id, detail });
      return [];
    }
    peers.add(peerVpcId);
    const own = name(id, found.name, "peering");
    draft.importAs(terraformAddress("aws_vpc_peering_connection", own), id);
    const request = compact<VpcPeeringRequest>({
      peerVpcId,
      peerRegion: peerRegion ?? undefined,
      peerOwnerId: peerOwnerId ?? undefined,
    });
    return [{ name: own, found, section: { side: { request } } }];
  });
}

function planAttachments(draft: Draft, tiers: readonly TierPlan[]): readonly Attached[] {
  const name = nameIn(
    draft,
    "aws_ec2_transit_gateway_vpc_attachment",
    "network",
    "transitGatewayAttachments",
  );
  return inNameOrder(draft.inventory.links.attachments).flatMap((found): Attached[] => {
    const subnets = wholeTiers(tiers, found.subnetIds);
    const isSayable =
      isImportId("aws_ec2_transit_gateway_vpc_attachment", found.id) &&
      /^tgw-[0-9a-f]+$/.test(found.gatewayId);
    if (subnets === null || !isSayable) {
      const why = isSayable
        ? "its subnets are not those of whole tiers"
        : "a blueprint cannot say its gateway";
      draft.leaveOut({ kind: "transit gateway attachment", id: found.id, detail: why });
      return [];
    }
    const own = name(found.id, found.name, "transit-gateway");
    draft.importAs(terraformAddress("aws_ec2_transit_gateway_vpc_attachment", own), found.id);
    remarkAttachment(draft, own, found);
    const section = compact<TransitGatewayAttachment>({
      transitGateway: { id: found.gatewayId },
      subnets,
      ...write(attachmentArguments, found),
      association: found.isAssociatedByDefault ? undefined : { none: {} },
    });
    return [{ name: own, found, section }];
  });
}

function remarkAttachment(
  draft: Draft,
  name: string,
  { ipv6Support, isAssociatedByDefault }: FoundAttachment,
): void {
  const path = ["network", "transitGatewayAttachments", name];
  if (ipv6Support !== "enable") {
    const text =
      "It carries IPv4 alone, as today: take out ipv6Support when its subnets have IPv6 blocks, in a change of its own.";
    draft.remark(path, text);
  }
  if (!isAssociatedByDefault) {
    draft.remark(path, "It is not in the gateway's default association table: where it is stays as it is.");
  }
}

/** A route by name promises a way in each zone; one by the gateway's id promises nothing. */
function serves(
  { subnetIds }: FoundAttachment,
  tiers: readonly TierPlan[],
  users: readonly TierPlan[],
): boolean {
  const own: readonly string[] = subnetIds;
  const members = tiers.flatMap((tier) => tier.members);
  const zones = members.filter(({ subnet }) => own.includes(subnet.id)).map(({ letter }) => letter);
  return users.every((tier) => tier.members.every(({ letter }) => zones.includes(letter)));
}

function isForOtherFamily({ ipv6Support }: FoundAttachment, { destination }: FoundRoute): boolean {
  return ipv6Support !== "enable" && parsePrefix(destination)?.family === "ipv6";
}
