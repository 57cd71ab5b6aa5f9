import { ANY_ICMP, protocols } from "../../aws/protocols.ts";
import type { IcmpType, PortRange } from "../../model/types/filtering.ts";
import type { TrafficClass } from "../topology/filters.ts";

/** What a filter's entry speaks of; "unknown" for what AWS refuses, as TCP without ports. */
export function trafficClass(
  protocol: number | null,
  ports: PortRange | null,
  icmp: IcmpType | null,
): TrafficClass {
  switch (protocol) {
    case null:
      return { kind: "unknown" };
    case protocols.all.number:
      return { kind: "all" };
    case protocols.tcp.number:
    case protocols.udp.number: {
      if (ports === null || ports.from > ports.to) return { kind: "unknown" };
      const word = protocol === protocols.tcp.number ? "tcp" : "udp";
      return { kind: "ports", protocol: word, from: ports.from, to: ports.to };
    }
    case protocols.icmp.number:
    case protocols.icmpv6.number:
      return {
        kind: "icmp",
        family: protocol === protocols.icmp.number ? "ipv4" : "ipv6",
        type: orNull(icmp?.type),
        code: orNull(icmp?.code),
      };
    default:
      return { kind: "protocol", number: protocol };
  }
}

function orNull(value: number | undefined): number | null {
  return value === undefined || value === ANY_ICMP ? null : value;
}
