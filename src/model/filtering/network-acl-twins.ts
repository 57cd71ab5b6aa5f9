import { protocols } from "../../aws/protocols.ts";
import type { NetworkAcl, NetworkAclEntry } from "../types/filtering.ts";
import type { Network } from "../types/network.ts";
import { entriesThatAllow, meaningOf } from "./network-acl-analysis.ts";
import { blocksPacketTooBig, reverseOf, unansweredEntries } from "./network-acl-conversations.ts";
import { sharesTraffic, type Traffic, trafficOf } from "./traffic.ts";

/** An entry with what it speaks of. */
export interface EntryOfTraffic {
  readonly entry: NetworkAclEntry;
  readonly traffic: Traffic;
}

/**
 * The entries that allow something for IPv4 of which no entry of the direction speaks for IPv6. Without those whose
 * lack already shows as connections that do not open, or as blocked Packet Too Big.
 */
export function entriesWithoutTwin(network: Network, acl: NetworkAcl): readonly EntryOfTraffic[] {
  return ipv4Entries(network, acl, "allow").filter(
    ({ entry, traffic }) =>
      !hasTwin(network, acl, entry, traffic) &&
      !(traffic.protocol === protocols.icmp.number && blocksPacketTooBig(network, acl)) &&
      unansweredEntries(network, acl, reverseOf(entry.direction), "ipv6").length === 0,
  );
}

/**
 * The entries that deny TCP or UDP ports to the whole of IPv4, of which no entry speaks for IPv6 alone, but which some
 * wider entry lets through for IPv6.
 */
export function holesBesideDenies(network: Network, acl: NetworkAcl): readonly EntryOfTraffic[] {
  return ipv4Entries(network, acl, "deny").filter(({ entry, traffic }) => {
    const { block, selectors } = meaningOf(network.vpc, entry);
    const protocol = traffic.protocol === protocols.tcp.number ? "tcp" : "udp";
    if (traffic.protocol !== protocols[protocol].number || block?.length !== 0) return false;
    const denied = acl.entries.filter((other) => other.action === "deny");
    if (hasTwin(network, { ...acl, entries: denied }, entry, traffic)) return false;
    const packets = { direction: entry.direction, family: "ipv6", protocol, selectors, block: null } as const;
    return entriesThatAllow(network.vpc, acl, packets).length > 0;
  });
}

function ipv4Entries(
  network: Network,
  acl: NetworkAcl,
  action: NetworkAclEntry["action"],
): readonly EntryOfTraffic[] {
  return acl.entries
    .filter((entry) => entry.cidr.family === "ipv4" && entry.action === action && !entry.fromPreset)
    .map((entry) => ({ entry, traffic: trafficOfEntry(network, entry) }));
}

function hasTwin(network: Network, acl: NetworkAcl, entry: NetworkAclEntry, traffic: Traffic): boolean {
  return acl.entries.some(
    (other) =>
      other.cidr.family === "ipv6" &&
      other.direction === entry.direction &&
      sharesTraffic(trafficOfEntry(network, other), traffic),
  );
}

function trafficOfEntry(network: Network, entry: NetworkAclEntry): Traffic {
  const { protocol, selectors } = meaningOf(network.vpc, entry);
  return trafficOf(protocol, entry.ports === null ? null : selectors);
}
