import type { GroupPeer, GroupRule } from "../topology/filters.ts";
import { blockKey } from "./blocks.ts";

/** True when two rules let the same packets through: a group's own list repeats those beside it. */
export function sameRule(a: GroupRule, b: GroupRule): boolean {
  const key = peerKey(a.peer);
  // Two that are not known may differ.
  if (key === null || a.traffic.kind === "unknown") return false;
  return key === peerKey(b.peer) && JSON.stringify(a.traffic) === JSON.stringify(b.traffic);
}

function peerKey(peer: GroupPeer): string | null {
  switch (peer.kind) {
    case "block":
      return `block ${blockKey(peer.block)}`;
    case "blocks":
      return `list ${peer.id}`;
    case "security-group":
      return `group ${peer.id}`;
    case "service":
      return `service ${peer.service}`;
    case "unknown":
      return null;
  }
}
