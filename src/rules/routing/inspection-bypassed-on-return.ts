import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { familyName } from "../../base/family-name.ts";
import { contains } from "../../base/prefix.ts";
import {
  type InspectedWay,
  inspectedWays,
  isInspector,
  placeOfTarget,
  wordsOf,
} from "../../model/routing/inspected-ways.ts";
import { isInsideVpc, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { TransitGatewayAttachment } from "../../model/types/transit.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** What was inspected on the way to a transit gateway is inspected on the way back. */
export const inspectionBypassedOnReturn: Rule<"inspection-bypassed-on-return"> = {
  id: "inspection-bypassed-on-return",
  severity: "warning",
  title: "What leaves for a transit gateway through an inspection endpoint comes back through the same one.",
  why: "What a transit gateway sends into the VPC comes out in the attachment's subnets and takes their route table. Without a route there for the tier's block it takes the local one, straight to the host. A firewall that has seen half of a connection drops the rest: AWS supports no asymmetric routing. A route more specific than the local one is for the whole block of a subnet.",
  sources: [
    inspectionFacts.asymmetricRoutingUnsupported,
    routingFacts.mostSpecificRouteWins,
    reachabilityFacts.statefulOnTheWayBack,
  ],
  check(network, report) {
    const tell = reportOnce(report);
    for (const way of inspectedWays(network)) {
      if (isInsideVpc(network.vpc, way.route.destination) || isOfTransit(network, way)) continue;
      const attachment = attachmentOf(network, way);
      const straight = attachment?.tiers.find((tier) => !comesBack(network, way, tier));
      if (attachment === undefined || straight === undefined) continue;
      tell(
        placeOfTarget(way.route),
        `tier "${way.tier.name}" sends ${way.route.destination.text} through ${wordsOf(way.inspector)} to transit gateway attachment "${attachment.name}", whose tier "${straight}" hands ${familyName(way.family)} answers straight to it`,
        `route the blocks of "${way.tier.name}" in network.routes.${straight} to the same endpoint`,
      );
    }
  },
};

/** True for what a transit gateway itself sends through the endpoint. */
function isOfTransit({ transitGatewayAttachments }: Network, { tier }: InspectedWay): boolean {
  return transitGatewayAttachments.some(({ tiers }) => tiers.includes(tier.name));
}

/** The attachment to which the packets go on from the endpoint; undefined: they go elsewhere. */
function attachmentOf(
  { transitGatewayAttachments }: Network,
  { onward }: InspectedWay,
): TransitGatewayAttachment | undefined {
  const target = onward?.target;
  return transitGatewayAttachments.find(({ name, gateway }) =>
    target?.kind === "transit-gateway"
      ? gateway.kind === "id" && gateway.id === target.id
      : target?.kind === "transit-gateway-attachment" && target.name === name,
  );
}

/** True when the tier sends packets for the subnet to what inspects, or may: an Amazon block is known after apply only. */
function comesBack(network: Network, { subnet, family, inspector }: InspectedWay, tier: string): boolean {
  const own = routesByTier(network).find((one) => one.tier.name === tier);
  if (own === undefined || !own.isComplete) return true;
  const block = family === "ipv4" ? (subnet.ipv4?.cidr ?? null) : null;
  return own.routes.some(
    ({ destination, target }) =>
      destination.prefix.family === family &&
      isInspector(target) &&
      isSameMaker(target, inspector) &&
      (block === null || contains(destination.prefix, block.prefix)),
  );
}

/** In another zone, the endpoint of the same firewall. */
function isSameMaker(one: InspectedWay["inspector"], other: InspectedWay["inspector"]): boolean {
  if (one.kind === "vpc-endpoint" || other.kind === "vpc-endpoint") return one.kind === other.kind;
  return one.of === other.of && one.name === other.name;
}
