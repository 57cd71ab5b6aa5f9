import type { Path } from "../../base/path.ts";
import type { Network } from "../../model/types/network.ts";
import type { Intent } from "../topology/nodes.ts";
import type { Place, Topology } from "../topology/topology.ts";
import type { Hop } from "../walk/trace.ts";
import { type Culprit, closestEntryValue, closestGroupValue, type Filtered } from "./closest-value.ts";

/** A connection that breaks, with what its trace says of it. */
export interface Broken extends Omit<Filtered, "hop"> {
  /** Where it breaks; null: nothing was sent. */
  readonly hop: Hop | null;
  /** Where the last route that the packet took is written. */
  readonly route: Place | null;
  readonly intent: Intent;
}

/** The value of the blueprint that breaks the connection. */
export function culpritOf(network: Network, topology: Topology, broken: Broken): Culprit {
  const meant = pathOf(broken.intent.place, network);
  const { hop, route } = broken;
  if (hop === null) return { path: meant, wrong: "nothing" };
  const own = hop.place === null ? meant : pathOf(hop.place, network);
  switch (hop.kind) {
    case "security-group-out":
    case "security-group-in":
      return closestGroupValue(topology, { ...broken, hop }) ?? nothingIn(network, hop, own, meant);
    case "network-acl-out":
    case "network-acl-in":
      return closestEntry(topology, { ...broken, hop }, own);
    case "route":
    case "gateway":
      return { path: targetOfRoute(network, route) ?? own, wrong: "nothing" };
    default:
      return { path: own, wrong: "nothing" };
  }
}

/** A group of which no rule comes near: the default one is written nowhere. */
function nothingIn({ vpc }: Network, { kind }: Hop, own: Path, meant: Path): Culprit {
  if (own.length <= vpc.path.length) return { path: meant, wrong: "nothing" };
  const path = [...own, kind === "security-group-out" ? "egress" : "ingress"];
  return { path: own[1] === "securityGroups" ? path : own, wrong: "nothing" };
}

/** `network.networkAcls.app`. */
const ACL_PATH_LENGTH = 3;

/** An entry that denies says it itself. */
function closestEntry(topology: Topology, filtered: Filtered, own: Path): Culprit {
  const itself: Culprit = { path: own, wrong: "nothing" };
  return own.length > ACL_PATH_LENGTH ? itself : (closestEntryValue(topology, filtered) ?? itself);
}

/** The target of the author's own route; null for one that follows from a tier's key. */
function targetOfRoute(network: Network, route: Place | null): Path | null {
  if (route === null) return null;
  const path = pathOf(route, network);
  return path[1] === "routes" ? [...path, "target"] : null;
}

function pathOf(place: Place, { vpc }: Network): Path {
  return place.kind === "blueprint" ? place.path : vpc.path;
}
