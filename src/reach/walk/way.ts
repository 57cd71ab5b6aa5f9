import type { Fact } from "../../aws/facts/fact.ts";
import type { Interface, Node } from "../topology/nodes.ts";
import type { Gateway, Place, TopologySubnet } from "../topology/topology.ts";
import type { TopologyIndex } from "./index-topology.ts";
import type { Packet } from "./packet.ts";
import { inTurn } from "./passage.ts";
import type { Hop, HopKind, Passage } from "./trace.ts";

/** Where packets are to arrive. */
export type Goal =
  | { readonly kind: "interface"; readonly subnet: TopologySubnet }
  /** Outside of all VPCs: the internet, or a service of AWS. */
  | { readonly kind: "outside" }
  /** A private address that nothing known has. */
  | { readonly kind: "elsewhere" };

/** A packet under way. */
export interface Errand {
  readonly packet: Packet;
  readonly goal: Goal;
  readonly direction: Hop["direction"];
  /** Ids of the gateways and appliances passed, in their order. */
  readonly via: readonly string[];
  /** Of answers: the ids that the call passed. */
  readonly passed: readonly string[];
}

/** A NAT gateway. */
export type NatGateway = Extract<Gateway, { readonly kind: "nat-gateway" }>;

/** How far a packet comes. */
export interface Way {
  readonly hops: readonly Hop[];
  readonly passes: Passage;
  readonly end:
    | { readonly kind: "arrived" }
    /** At a NAT gateway, which sends it on under its own address. */
    | { readonly kind: "translated"; readonly gateway: NatGateway }
    /** At an instance that does so, in its subnet. */
    | { readonly kind: "translated-by"; readonly node: Node; readonly own: Interface }
    /** Dropped, or nobody knows. */
    | { readonly kind: "stopped" };
  readonly packet: Packet;
  readonly via: readonly string[];
}

/** Carries a packet on from a subnet: what gateways do with what they let through. */
export type Carry = (index: TopologyIndex, from: TopologySubnet, errand: Errand) => readonly Way[];

/** What a hop is made of, beside the direction of its errand. */
interface HopInShort {
  readonly kind: HopKind;
  readonly what: string;
  readonly passes: Passage;
  readonly reason: string;
  readonly place: Place | null;
  readonly facts: readonly Fact[];
}

/** A hop of the errand. */
export function hopOf({ direction }: Errand, hop: HopInShort): Hop {
  return { direction, ...hop };
}

/** A packet at a gateway, and the subnet from which it comes there. */
export interface AtGateway<Kind extends Gateway = Gateway> {
  readonly gateway: Kind;
  readonly from: TopologySubnet;
  readonly errand: Errand;
}

/** Where a packet comes from to an appliance: a subnet, or (null) the gateway by which it came into the VPC. */
export type Origin = Pick<TopologySubnet, "vpc"> & {
  readonly id: string | null;
  readonly zone: string | null;
};

/** The hop of a gateway. */
export function gatewayHop(
  { id, place }: Gateway,
  passes: Passage,
  reason: string,
  facts: readonly Fact[],
): HopInShort {
  return { kind: "gateway", what: id, passes, reason, place, facts };
}

/** The errand ends here, by the hop; it has arrived unless it is stopped. */
export function endWith(
  errand: Errand,
  hop: HopInShort,
  kind: "arrived" | "stopped" = "stopped",
): readonly Way[] {
  const { packet, via } = errand;
  return [{ hops: [hopOf(errand, hop)], passes: hop.passes, end: { kind }, packet, via: [...via, hop.what] }];
}

/** The ways that follow on a hop. */
export function behind(hop: Hop, ways: readonly Way[]): readonly Way[] {
  return ways.map((way) => ({ ...way, hops: [hop, ...way.hops], passes: inTurn([hop.passes, way.passes]) }));
}

/** What lies behind a hop, where packets pass it; else the way that ends there. */
export function ifPasses(errand: Errand, hop: Hop, onward: () => readonly Way[]): readonly Way[] {
  if (hop.passes !== "no") return behind(hop, onward());
  const { packet, via } = errand;
  return [{ hops: [hop], passes: "no", end: { kind: "stopped" }, packet, via }];
}
