import { once, type TopologyIndex } from "./index-topology.ts";
import type { Packet, Party } from "./packet.ts";

/** A packet behind an appliance: rules that name a security group as their peer do not match it any more. */
export function withoutGroups(index: TopologyIndex, packet: Packet): Packet {
  return {
    ...packet,
    source: strange(index, packet.source),
    destination: strange(index, packet.destination),
  };
}

function strange(index: TopologyIndex, party: Party): Party {
  if (party.groups !== "unknown" && party.groups.length === 0) return party;
  return once(index, "behind an appliance", party, () => ({ ...party, groups: [] }));
}
