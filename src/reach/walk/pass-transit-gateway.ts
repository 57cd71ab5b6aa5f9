import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { transitFacts } from "../../aws/facts/transit.ts";
import type { Gateway, TopologySubnet, TransitAttachment } from "../topology/topology.ts";
import { chooseAttachment } from "./choose-attachment.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import type { Party } from "./packet.ts";
import { partyText } from "./packet-text.ts";
import { ASK_FOR_BOTH } from "./pass-peering.ts";
import type { Passage } from "./trace.ts";
import { type AtGateway, behind, type Carry, endWith, gatewayHop, hopOf, ifPasses, type Way } from "./way.ts";

type TransitGateway = Extract<Gateway, { readonly kind: "transit-gateway" }>;

const facts = [
  reachabilityFacts.transitGatewayRoutes,
  transitFacts.attachmentServesItsZones,
  reachabilityFacts.transitGatewayAcls,
  reachabilityFacts.groupReferencesAcrossTransitGateway,
];

/** A packet at a transit gateway: in through the attachment of its VPC and zone, out by the gateway's own table. */
export function passTransitGateway(
  index: TopologyIndex,
  carry: Carry,
  at: AtGateway<TransitGateway>,
): readonly Way[] {
  const { gateway, from, errand } = at;
  const end = (passes: Passage, reason: string) =>
    endWith(errand, gatewayHop(gateway, passes, reason, facts));
  const attachment = gateway.attachments.find(({ vpc }) => vpc === from.vpc);
  if (attachment === undefined)
    return end("unknown", `how ${from.vpc} is attached to ${gateway.id} is not known`);
  const own = attachment.subnets.map((id) => index.subnets.get(id)).filter((subnet) => subnet !== undefined);
  const entry = own.find(({ zone }) => zone === from.zone);
  if (entry === undefined) {
    const isKnown = own.length === attachment.subnets.length && own.length > 0;
    return end(
      isKnown ? "no" : "unknown",
      `${attachment.id} has no subnet in ${from.zone}, where the packet comes from`,
    );
  }
  const { hop, packet } = crossBorder(index, entry, errand.packet, {
    side: "in",
    direction: errand.direction,
  });
  return ifPasses(errand, hop, () =>
    through(index, carry, { ...at, errand: { ...errand, packet } }, attachment),
  );
}

function through(
  index: TopologyIndex,
  carry: Carry,
  { gateway, from, errand }: AtGateway<TransitGateway>,
  attachment: TransitAttachment,
): readonly Way[] {
  const { packet } = errand;
  const left = [gateway.id, ...(attachment.associatedWith === null ? [] : [attachment.associatedWith])]
    .map((id) => index.leftOut.get(id))
    .find((one) => one !== undefined);
  if (left !== undefined)
    return endWith(errand, { ...gatewayHop(gateway, "unknown", left.why, facts), place: left.place });
  return chooseAttachment(index, gateway, attachment, packet.destination).flatMap(({ taken, party }) => {
    const to = partyText(party);
    const end = (passes: Passage, reason: string) =>
      endWith(errand, gatewayHop(gateway, passes, reason, facts));
    if (taken === "unknown")
      return end("unknown", `where ${gateway.id} sends what goes to ${to} is not known`);
    const table = `${attachment.associatedWith} of ${gateway.id}`;
    if (taken === null) return end("no", `${table} has no route to ${to}`);
    if (taken === "blackhole") return end("no", `${table} drops what goes to ${to}: a black hole`);
    if (!("vpc" in taken))
      return end(
        "unknown",
        `${gateway.id} sends it by ${taken.id} to ${taken.to}, of which nothing is known: ${ASK_FOR_BOTH}`,
      );
    const passes = carriesFamily([attachment, taken], party);
    const reason = `${gateway.id} sends it to ${taken.vpc} by ${taken.id}`;
    const cited =
      passes === "yes"
        ? facts
        : [...facts, transitFacts.attachmentIpv6Support, transitFacts.attachmentNeedsIpv6Addresses];
    const hop = hopOf(errand, gatewayHop(gateway, passes, reason, cited));
    const onward = {
      ...errand,
      packet: { ...packet, source: strange(index, packet.source), destination: strange(index, party) },
      via: [...errand.via, gateway.id],
    };
    const exits = exitsOf(index, taken, from, errand.passed);
    if (exits.length === 0) return end("unknown", `which subnets ${taken.id} has is not known`);
    return behind(
      hop,
      exits.flatMap((exit) =>
        carry(index, exit, { ...onward, via: [...onward.via, ...keptZone(taken, exit)] }),
      ),
    );
  });
}

/** Whether the attachments are made for the family; those that are not do not drop IPv6, as far as AWS says. */
function carriesFamily(attachments: readonly TransitAttachment[], { family }: Party): Passage {
  return family === "ipv4" || attachments.every(({ ipv6 }) => ipv6 === "yes") ? "yes" : "unknown";
}

/** Whether rules for groups match across the gateway depends on a setting of it that is not known. */
function strange(index: TopologyIndex, party: Party): Party {
  if (party.groups === "unknown" || party.groups.length === 0) return party;
  return once(index, "behind a transit gateway", party, () => ({ ...party, groups: "unknown" }));
}

/** What the answers must pass again. */
function keptZone({ applianceMode }: TransitAttachment, { id }: TopologySubnet): readonly string[] {
  return applianceMode === "yes" ? [id] : [];
}

/** The subnets from which the gateway's packets may go on: in the zone of origin where there is one, else in any. */
function exitsOf(
  index: TopologyIndex,
  { subnets, applianceMode }: TransitAttachment,
  from: TopologySubnet,
  passed: readonly string[],
): readonly TopologySubnet[] {
  const all = subnets.map((id) => index.subnets.get(id)).filter((subnet) => subnet !== undefined);
  // Appliance mode keeps both halves of a conversation in one zone, which may be any.
  if (applianceMode === "yes") {
    const same = all.filter(({ id }) => passed.includes(id));
    return same.length > 0 ? same : all;
  }
  const near = all.filter(({ zone }) => zone === from.zone);
  return near.length > 0 ? near : all;
}
