import fc from "fast-check";

/** Ports that hosts, balancers and endpoints of drawn networks use, and ranges around them. */
const PORTS = [
  443,
  80,
  8080,
  22,
  53,
  { from: 8000, to: 8100 },
  { from: 0, to: 65_535 },
  { from: 1024, to: 65_535 },
] as const;

/** Which packets a rule or an entry is for. */
export const trafficDraft = fc.record({
  protocol: fc.constantFrom("tcp", "all", "tcp", "udp", "icmp", "icmpv6"),
  ports: fc.constantFrom(...PORTS),
  isEcho: fc.boolean(),
});
/** What is drawn of it. */
export type TrafficDraft = typeof trafficDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** The family that a protocol belongs to. */
export function familyOf({ protocol }: TrafficDraft): "ipv4" | "ipv6" | "both" {
  if (protocol === "icmp") return "ipv4";
  return protocol === "icmpv6" ? "ipv6" : "both";
}

/** The keys of a security group rule that say it; `-1`, all types of ICMP, is their default. */
export function groupTraffic({ protocol, ports, isEcho }: TrafficDraft): Readonly<Record<string, unknown>> {
  if (protocol === "all") return { protocol };
  if (protocol === "tcp" || protocol === "udp") return { protocol, ports };
  return isEcho ? { protocol, icmpType: protocol === "icmp" ? 8 : 128, icmpCode: -1 } : { protocol };
}

/** The keys of a network ACL entry that say it: there ICMP has to have a type and a code. */
export function aclTraffic({ protocol, ports, isEcho }: TrafficDraft): Readonly<Record<string, unknown>> {
  if (protocol === "all") return { protocol };
  if (protocol === "tcp" || protocol === "udp") return { protocol, ports };
  const [number, echo] = protocol === "icmp" ? ["icmp", 8] : [58, 128];
  return { protocol: number, icmpType: isEcho ? echo : -1, icmpCode: -1 };
}
