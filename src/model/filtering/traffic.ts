import { protocolOfNumber, protocols, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import type { PortRange, SecurityGroupRule } from "../types/filtering.ts";

/** What a filter speaks of, whatever its family: a protocol, and ports where it has them. */
export interface Traffic {
  /** IANA number, -1 for all, ICMPv6 told as ICMP; null: a spelling that nobody knows. */
  readonly protocol: number | null;
  /** Null: all. */
  readonly ports: PortRange | null;
}

/** The traffic of a protocol; ICMP's types differ between the families, and count as one. */
export function trafficOf(protocol: number | null, ports: PortRange | null): Traffic {
  const isIcmp = protocol === protocols.icmpv6.number || protocol === protocols.icmp.number;
  if (isIcmp) return { protocol: protocols.icmp.number, ports: null };
  return { protocol, ports: ports === null ? null : ascending(ports) };
}

/** What a security group rule speaks of. */
export function trafficOfRule({ protocol, ports }: SecurityGroupRule): Traffic {
  const number = securityGroupProtocolNumber(protocol.toLowerCase());
  return trafficOf(number, hasPorts(number) ? ports : null);
}

/** True when the two have a packet in common. A spelling that nobody knows may mean anything. */
export function sharesTraffic(a: Traffic, b: Traffic): boolean {
  const all = protocols.all.number;
  const isSameProtocol = [a.protocol, b.protocol].some((protocol) => protocol === null || protocol === all);
  if (!isSameProtocol && a.protocol !== b.protocol) return false;
  if (a.ports === null || b.ports === null) return true;
  return a.ports.from <= b.ports.to && b.ports.from <= a.ports.to;
}

/** True when a security group rule speaks of a port of TCP or UDP. */
export function speaksOfPort(
  rule: Pick<SecurityGroupRule, "protocol" | "ports">,
  { protocol, port }: { readonly protocol: "tcp" | "udp"; readonly port: number },
): boolean {
  if (rule.protocol === "-1") return true;
  const { ports } = rule;
  return rule.protocol === protocol && (ports === null || (ports.from <= port && port <= ports.to));
}

/** The traffic in words: `tcp 443`, `udp 1024-65535`, `all protocols`. */
export function describeTraffic({ protocol, ports }: Traffic): string {
  const word = protocol === protocols.all.number ? "all protocols" : wordOf(protocol);
  if (ports === null) return word;
  return ports.from === ports.to ? `${word} ${ports.from}` : `${word} ${ports.from}-${ports.to}`;
}

function wordOf(protocol: number | null): string {
  return protocolOfNumber(protocol ?? Number.NaN)?.securityGroupWord ?? `protocol ${protocol}`;
}

/** True for the protocols that filters narrow down by ports: TCP and UDP. */
export function hasPorts(protocol: number | null): boolean {
  return protocolOfNumber(protocol ?? Number.NaN)?.selector === "ports";
}

/** The range as it was meant: a rule of its own calls a range wrong that runs down. */
export function ascending({ from, to }: PortRange): PortRange {
  return { from: Math.min(from, to), to: Math.max(from, to) };
}
