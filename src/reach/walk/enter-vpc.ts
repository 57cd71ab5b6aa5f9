import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { Node } from "../topology/nodes.ts";
import type { Gateway, TopologyRouteTable, TopologySubnet } from "../topology/topology.ts";
import { carry } from "./carry.ts";
import { type Choice, chooseRoutes } from "./choose-route.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import { unlessBlocked } from "./meet-public-access.ts";
import { partyText } from "./packet-text.ts";
import { passAppliance } from "./pass-appliance.ts";
import { passInspection } from "./pass-inspection.ts";
import type { Hop } from "./trace.ts";
import { unlessLeftOut } from "./unless-left-out.ts";
import { type Errand, endWith, hopOf, ifPasses, type Way } from "./way.ts";

/** An internet gateway. */
export type InternetGateway = Extract<Gateway, { readonly kind: "internet-gateway" }>;

/**
 * A packet that comes into a VPC from outside, for an interface in a subnet: by the edge route table of the internet
 * gateway where that has one, else straight to the subnet. Null: it comes by something else, which can have no such table.
 */
export function enterVpc(
  index: TopologyIndex,
  gateway: InternetGateway | null,
  subnet: TopologySubnet,
  errand: Errand,
): readonly Way[] {
  if (gateway === null) return arrive(index, subnet, errand);
  if (gateway.edgeRouteTable === null) return comeIn(index, { gateway, subnet, errand });
  const table = index.routeTables.get(gateway.edgeRouteTable);
  if (table === undefined) return endWith(errand, unknownTable(gateway));
  return chooseRoutes(index, table, errand.packet.destination).flatMap((choice) => {
    const hop = unlessLeftOut(index, [table.id, gateway.id], routeHop(table, errand, choice));
    const narrowed = { ...errand, packet: { ...errand.packet, destination: choice.party } };
    return ifPasses(narrowed, hop, () => follow(index, { gateway, subnet, errand: narrowed, choice }));
  });
}

/** What the VPC's own calls brought about comes in where they went out; what begins outside meets Block Public Access. */
function comeIn(index: TopologyIndex, { gateway, subnet, errand }: Omit<AtEdge, "choice">): readonly Way[] {
  const onward = () => arrive(index, subnet, errand);
  if (errand.direction === "back") return onward();
  return unlessBlocked(index, { gateway, where: subnet, isOutward: false, inspected: null }, errand, onward);
}

function arrive(index: TopologyIndex, subnet: TopologySubnet, errand: Errand): readonly Way[] {
  const { direction, via } = errand;
  const { hop, packet } = crossBorder(index, subnet, errand.packet, { side: "in", direction });
  return ifPasses(errand, hop, () => [{ hops: [], passes: "yes", end: { kind: "arrived" }, packet, via }]);
}

function unknownTable({ id, place }: InternetGateway) {
  return {
    kind: "route",
    what: id,
    passes: "unknown",
    reason: `which routes the edge route table of ${id} has is not known`,
    place,
    facts: [inspectionFacts.edgeRouteTables],
  } as const;
}

function routeHop({ id, place }: TopologyRouteTable, errand: Errand, { taken, party, isSure }: Choice): Hop {
  const to = partyText(party);
  const hop = { kind: "route", what: id } as const;
  const facts = [inspectionFacts.edgeRouteTables, routingFacts.mostSpecificRouteWins];
  if (taken === null) {
    const reason = `${id} ${isSure ? "has" : "may have"} no route to ${to}`;
    return hopOf(errand, { ...hop, passes: "no", reason, place, facts });
  }
  if (taken.kind === "local") {
    const reason = `${id} ${isSure ? "leaves" : "may leave"} what comes in for ${to} to the local route`;
    return hopOf(errand, { ...hop, passes: "yes", reason, place: null, facts });
  }
  const { target, place: at } = taken.route;
  const isHole = target === "blackhole";
  const reason = `${id} ${isSure ? "sends" : "may send"} what comes in for ${to} to ${isHole ? "a black hole" : target}`;
  return hopOf(errand, { ...hop, passes: isHole ? "no" : "yes", reason, place: at, facts });
}

interface AtEdge {
  readonly gateway: InternetGateway;
  readonly subnet: TopologySubnet;
  readonly errand: Errand;
  readonly choice: Choice;
}

function follow(
  index: TopologyIndex,
  { gateway, subnet, errand, choice: { taken } }: AtEdge,
): readonly Way[] {
  if (taken === null || taken.kind === "local") return comeIn(index, { gateway, subnet, errand });
  const { target, place } = taken.route;
  const from = { id: null, vpc: gateway.vpc, zone: null };
  const endpoint = index.gateways.get(target);
  if (endpoint?.kind === "inspection-endpoint") {
    const onward = () => passInspection(index, carry, { gateway: endpoint, from, errand });
    const where = endpoint.subnet === null ? undefined : index.subnets.get(endpoint.subnet);
    if (errand.direction === "back" || where === undefined) return onward();
    return unlessBlocked(index, { gateway, where, isOutward: false, inspected: endpoint }, errand, onward);
  }
  const node = index.nodes.get(target);
  if (node !== undefined) return intoAppliance(index, { gateway, node, errand });
  const reason = `nothing is known of ${target}`;
  const facts = [inspectionFacts.edgeRouteTables];
  return endWith(errand, { kind: "gateway", what: target, passes: "unknown", reason, place, facts });
}

/** An appliance's own subnet counts; of one in several nobody knows which is taken. */
function intoAppliance(
  index: TopologyIndex,
  { gateway, node, errand }: Pick<AtEdge, "gateway" | "errand"> & { readonly node: Node },
): readonly Way[] {
  const from = { id: null, vpc: gateway.vpc, zone: null };
  const onward = () => passAppliance(index, carry, { node, from, errand });
  const [first, ...others] = node.interfaces.map(({ subnet }) => index.subnets.get(subnet));
  if (errand.direction === "back" || first === undefined) return onward();
  const isOne = others.every((other) => other?.publicAccess === first.publicAccess);
  const where = isOne ? first : { ...first, publicAccess: "unknown" as const };
  return unlessBlocked(index, { gateway, where, isOutward: false, inspected: null }, errand, onward);
}
