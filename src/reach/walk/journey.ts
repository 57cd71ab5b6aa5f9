import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { bitsOf } from "../../base/prefix.ts";
import type { Interface, Node } from "../topology/nodes.ts";
import { inTurn } from "./passage.ts";
import type { Hop } from "./trace.ts";
import type { Journey, Segment } from "./travel.ts";
import type { NatGateway, Way } from "./way.ts";

/** How far a way has come, over these segments. */
export function journey(
  { hops, passes, packet }: Way,
  hasArrived: boolean,
  segments: readonly Segment[],
): Journey {
  return { hops, passes, hasArrived, packet, segments };
}

/** A guest of Hextet's lets nobody come to itself so. Of an address that is not known it may be another's. */
export function toItself(
  { id, place }: Node,
  { ipv4 }: Interface,
  way: Way,
  segments: readonly Segment[],
): Journey {
  const passes = ipv4?.kind === "known" && ipv4.prefix.length === bitsOf("ipv4") ? "no" : "unknown";
  const hop: Hop = {
    ...{ kind: "gateway", direction: "there", what: id, passes, place },
    reason: `${id} lets nobody come to itself by what it translates`,
    facts: [routingFacts.nat64ByInstance],
  };
  return endedBy(hop, way, segments);
}

/** A translation of which nobody can say where it goes on. */
export function unknownNat(
  { id, place }: Pick<NatGateway, "id" | "place">,
  way: Way,
  segments: readonly Segment[],
): Journey {
  const hop: Hop = {
    kind: "gateway",
    direction: "there",
    what: id,
    passes: "unknown",
    reason: `where ${id} stands and where its packets go is not known`,
    place,
    facts: [reachabilityFacts.natGatewaySubnetDecides],
  };
  return endedBy(hop, way, segments);
}

function endedBy(hop: Hop, way: Way, segments: readonly Segment[]): Journey {
  const hops = [...way.hops, hop];
  return { ...journey(way, false, segments), hops, passes: inTurn([way.passes, hop.passes]) };
}
