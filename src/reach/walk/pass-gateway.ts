import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { assertNever } from "../../base/invariant.ts";
import type { Gateway } from "../topology/topology.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { endWhereBlocked } from "./meet-public-access.ts";
import { partyText } from "./packet-text.ts";
import { passInspection } from "./pass-inspection.ts";
import { passNatGateway } from "./pass-nat-gateway.ts";
import { passPeering } from "./pass-peering.ts";
import { passTransitGateway } from "./pass-transit-gateway.ts";
import type { Passage } from "./trace.ts";
import { type AtGateway, type Carry, endWith, gatewayHop, type Way } from "./way.ts";

/** A packet at the gateway that its route leads to. */
export function passGateway(index: TopologyIndex, carry: Carry, at: AtGateway): readonly Way[] {
  const { gateway } = at;
  switch (gateway.kind) {
    case "internet-gateway":
      return passInternetGateway(index, { ...at, gateway });
    case "egress-only-internet-gateway":
      return passEgressOnlyGateway(index, { ...at, gateway });
    case "gateway-endpoint":
      return passGatewayEndpoint({ ...at, gateway });
    case "nat-gateway":
      return passNatGateway(index, { ...at, gateway });
    case "vpc-peering-connection":
      return passPeering(index, { ...at, gateway });
    case "transit-gateway":
      return passTransitGateway(index, carry, { ...at, gateway });
    case "inspection-endpoint":
      return passInspection(index, carry, { ...at, gateway });
    case "virtual-private-gateway":
      return unknownBehind(at, `what lies behind the virtual private gateway ${gateway.id} is not known`);
    case "other":
      return unknownBehind(at, `what lies behind ${gateway.what} is not known`);
    default:
      return assertNever(gateway);
  }
}

function unknownBehind({ gateway, errand }: AtGateway, reason: string): readonly Way[] {
  return endWith(errand, gatewayHop(gateway, "unknown", reason, [reachabilityFacts.noRouteNoWay]));
}

type Of<Kind extends Gateway["kind"]> = AtGateway<Extract<Gateway, { readonly kind: Kind }>>;

function passInternetGateway(
  index: TopologyIndex,
  { gateway, from, errand }: Of<"internet-gateway">,
): readonly Way[] {
  const { source, destination } = errand.packet;
  const { id } = gateway;
  const facts = [
    reachabilityFacts.internetGatewayMapsPublicIpv4,
    reachabilityFacts.privateNatDroppedAtInternetGateway,
  ];
  const no = (reason: string, passes: Passage = "no") =>
    endWith(errand, gatewayHop(gateway, passes, reason, facts));
  const foreign = foreignSource({ gateway, from, errand });
  if (foreign !== null) return foreign;
  if (destination.embeds !== null) return translatesNothing({ gateway, from, errand });
  if (errand.goal.kind !== "outside") return notOutside({ gateway, from, errand });
  const who = partyText(source);
  if (source.isPublic === "no") {
    const why = source.family === "ipv4" ? "it has no public IPv4 address" : "AWS keeps it from the internet";
    return no(`${id} drops what comes from ${who}: ${why}`);
  }
  const { isNatGateway } = source;
  const blocked = endWhereBlocked(index, atBorder(index, { gateway, from, errand }, isNatGateway), errand);
  if (blocked !== null) return blocked;
  if (source.isPublic === "unknown")
    return endWith(
      errand,
      gatewayHop(gateway, "unknown", `whether ${id} carries packets of ${who} is not known`, facts),
      "arrived",
    );
  return endWith(errand, gatewayHop(gateway, "yes", `${id} leads to the internet`, facts), "arrived");
}

function passEgressOnlyGateway(
  index: TopologyIndex,
  { gateway, from, errand }: Of<"egress-only-internet-gateway">,
): readonly Way[] {
  const { packet, direction, goal } = errand;
  const foreign = foreignSource({ gateway, from, errand });
  if (foreign !== null) return foreign;
  if (packet.destination.embeds !== null) return translatesNothing({ gateway, from, errand });
  const facts = [routingFacts.egressOnlyGatewayIsStateful, routingFacts.egressOnlyGatewayTakesNoIpv4];
  const end = (passes: Passage, reason: string, kind: "arrived" | "stopped" = "stopped") =>
    endWith(errand, gatewayHop(gateway, passes, reason, facts), kind);
  if (packet.destination.family === "ipv4") return end("no", `${gateway.id} carries no IPv4`);
  if (goal.kind !== "outside") return notOutside({ gateway, from, errand });
  if (direction === "back")
    return end("no", `${gateway.id} drops answers to what the internet began: it lets nothing in`);
  const blocked = endWhereBlocked(index, atBorder(index, { gateway, from, errand }, true), errand);
  if (blocked !== null) return blocked;
  return end("yes", `${gateway.id} leads to the IPv6 internet, and lets answers back in`, "arrived");
}

function atBorder({ gateways }: TopologyIndex, { gateway, from, errand }: AtGateway, isOutward: boolean) {
  const last = gateways.get(errand.via.at(-1) ?? "");
  const inspected = last?.kind === "inspection-endpoint" ? last : null;
  return { gateway, where: from, isOutward, inspected };
}

function passGatewayEndpoint({ gateway, from, errand }: Of<"gateway-endpoint">): readonly Way[] {
  const foreign = foreignSource({ gateway, from, errand });
  if (foreign !== null) return foreign;
  const facts = [vpcEndpointFacts.gatewayEndpointServices, vpcEndpointFacts.gatewayEndpointIpv4MissesAaaa];
  const hop = gatewayHop(gateway, "yes", `${gateway.id} leads to ${gateway.service}`, facts);
  return endWith(errand, hop, "arrived");
}

/** What came into the VPC by another gateway, or is not the VPC's: only its own addresses may leave here. */
function foreignSource({ gateway, from, errand }: AtGateway): readonly Way[] | null {
  const { source } = errand.packet;
  if (source.vpc === from.vpc) return null;
  const facts = [reachabilityFacts.gatewaysServeTheirVpc];
  if (source.vpc === null) {
    const reason = `whether ${gateway.id} carries packets of ${partyText(source)} is not known`;
    return endWith(errand, gatewayHop(gateway, "unknown", reason, facts));
  }
  const reason = `${gateway.id} serves addresses of ${from.vpc} alone, and drops those of ${source.vpc}`;
  return endWith(errand, gatewayHop(gateway, "no", reason, facts));
}

function translatesNothing({ gateway, errand }: AtGateway): readonly Way[] {
  const reason = `${gateway.id} translates nothing: packets to 64:ff9b::/96 need a NAT gateway`;
  return endWith(
    errand,
    gatewayHop(gateway, "no", reason, [routingFacts.dns64NeedsNat64Route, routingFacts.nat64Prefix]),
  );
}

/** A private address of another network is not on the internet; a global one may be reached through it. */
function notOutside({ gateway, errand }: AtGateway): readonly Way[] {
  const { destination } = errand.packet;
  const isPrivate = destination.family === "ipv4" && errand.goal.kind === "interface";
  const reason = `${gateway.id} leads to the internet, ${isPrivate ? "where" : "and it is not known whether"} ${partyText(destination)} ${isPrivate ? "is not" : "is reached from there"}`;
  const facts = [reachabilityFacts.internetGatewayMapsPublicIpv4];
  return endWith(errand, gatewayHop(gateway, isPrivate ? "no" : "unknown", reason, facts));
}
