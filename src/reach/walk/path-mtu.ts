import { filteringFacts } from "../../aws/facts/filtering.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { icmpv6Messages } from "../../aws/protocols.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { crossBorder } from "./judge-network-acl.ts";
import { icmpMessages } from "./packet.ts";
import { internetParty } from "./parties.ts";
import type { Hop, Query } from "./trace.ts";
import type { Segment } from "./travel.ts";

/** Destination Unreachable, fragmentation needed: RFC 792. */
const FRAGMENTATION_NEEDED = { type: 3, code: 4 } as const;

/**
 * Whether a host hears that its packets are too big for an internet gateway: behind a NAT gateway it need not, which keeps
 * segments small. It stops no connection, only those of large packets: no verdict rests on it.
 */
export function pathMtuHops(
  index: TopologyIndex,
  segments: readonly Segment[],
  { protocol }: Query,
): readonly Hop[] {
  const [only, ...others] = segments;
  if (only === undefined || others.length > 0 || protocol === "icmp") return [];
  const passesInternet = only.via.some((id) => SMALLER_LINKS.includes(index.gateways.get(id)?.kind ?? ""));
  const host = only.from ?? (only.goal.kind === "interface" ? only.goal.subnet : null);
  if (!passesInternet || host === null) return [];
  const { family } = only.packet.source;
  const messages =
    family === "ipv6"
      ? icmpMessages(icmpv6Messages.packetTooBig.type, 0)
      : icmpMessages(FRAGMENTATION_NEEDED.type, FRAGMENTATION_NEEDED.code);
  const anybody = internetParty(index, family);
  const own = only.from === null ? only.packet.destination : only.packet.source;
  const packet = { source: anybody, destination: own, protocol: "icmp", ports: [messages] } as const;
  const { hop } = crossBorder(index, host, packet, { side: "in", direction: "back" });
  const what =
    family === "ipv6" ? "Packet Too Big (ICMPv6 type 2)" : "Fragmentation Needed (ICMP type 3 code 4)";
  const heard = `${hop.what} lets ${what} in`;
  const unheard = `${hop.what} keeps ${what} out: large packets may vanish`;
  return [
    {
      ...hop,
      kind: "path-mtu",
      reason:
        hop.passes === "yes" ? heard : hop.passes === "no" ? unheard : `it is not known whether ${heard}`,
      facts: [reachabilityFacts.pathMtuOutsideTheVpc, filteringFacts.packetTooBig],
    },
  ];
}

const SMALLER_LINKS: readonly string[] = ["internet-gateway", "egress-only-internet-gateway"];
