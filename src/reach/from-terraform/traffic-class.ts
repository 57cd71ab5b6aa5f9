import {
  ANY_ICMP,
  networkAclProtocolNumber,
  protocols,
  securityGroupProtocolNumber,
} from "../../aws/protocols.ts";
import type { TrafficClass } from "../topology/filters.ts";
import type { Value } from "./fields.ts";

/** What a rule or an entry says of the packets that it is for. */
export interface WrittenTraffic {
  readonly protocol: Value<string>;
  readonly from: Value<number>;
  readonly to: Value<number>;
  /** Of a network ACL; a security group writes them as ports. */
  readonly icmpType: Value<number>;
  readonly icmpCode: Value<number>;
}

const UNKNOWN: TrafficClass = { kind: "unknown" };

/** The packets that a rule of a security group is for. */
export function groupTraffic(written: WrittenTraffic): TrafficClass {
  const { protocol } = written;
  if (protocol.kind !== "known") return UNKNOWN;
  const number = securityGroupProtocolNumber(protocol.value.toLowerCase());
  return number === null ? UNKNOWN : classOf(number, written);
}

/** The packets that an entry of a network ACL is for: what it leaves out is sent as 0 (filteringFacts.networkAclIcmpv6WithoutTypeSendsZero). */
export function aclTraffic({ protocol, from, to, icmpType, icmpCode }: WrittenTraffic): TrafficClass {
  if (protocol.kind !== "known") return UNKNOWN;
  const number = networkAclProtocolNumber(protocol.value.toLowerCase());
  if (number === null) return UNKNOWN;
  const sent = { from: orZero(from), to: orZero(to), icmpType: orZero(icmpType), icmpCode: orZero(icmpCode) };
  return classOf(number, { protocol, ...sent });
}

function orZero(value: Value<number>): Value<number> {
  return value.kind === "none" ? { kind: "known", value: 0 } : value;
}

function classOf(number: number, written: WrittenTraffic): TrafficClass {
  switch (number) {
    case protocols.all.number:
      return { kind: "all" };
    case protocols.tcp.number:
      return portsOf("tcp", written);
    case protocols.udp.number:
      return portsOf("udp", written);
    case protocols.icmp.number:
      return icmpOf("ipv4", written);
    case protocols.icmpv6.number:
      return icmpOf("ipv6", written);
    default:
      return { kind: "protocol", number };
  }
}

/** AWS takes a missing pair of ports for all of them. */
function portsOf(protocol: "tcp" | "udp", { from, to }: WrittenTraffic): TrafficClass {
  if (from.kind === "unknown" || to.kind === "unknown") return UNKNOWN;
  const [first, last] = [from.kind === "known" ? from.value : -1, to.kind === "known" ? to.value : -1];
  if (first < 0 && last < 0) return { kind: "ports", protocol, from: 0, to: 65_535 };
  return { kind: "ports", protocol, from: first, to: last };
}

function icmpOf(family: "ipv4" | "ipv6", { icmpType, icmpCode }: WrittenTraffic): TrafficClass {
  if (icmpType.kind === "unknown" || icmpCode.kind === "unknown") return UNKNOWN;
  return { kind: "icmp", family, type: numberOf(icmpType), code: numberOf(icmpCode) };
}

function numberOf(value: Value<number>): number | null {
  return value.kind === "known" && value.value !== ANY_ICMP ? value.value : null;
}
