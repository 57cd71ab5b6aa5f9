import { ANY_ICMP, icmpv6Messages } from "../../aws/protocols.ts";

/** ICMP types and what says the same in ICMPv6: RFC 792 and RFC 4443. */
const TWINS: ReadonlyMap<number, number> = new Map([
  [ANY_ICMP, ANY_ICMP],
  [0, icmpv6Messages.echoReply.type],
  [3, icmpv6Messages.destinationUnreachable.type],
  [8, icmpv6Messages.echoRequest.type],
  [11, icmpv6Messages.timeExceeded.type],
  [12, icmpv6Messages.parameterProblem.type],
]);

/** The ICMPv6 type that says what an ICMP type says, with any code; null where there is none. */
export function icmpTwin(type: number): number | null {
  return TWINS.get(type) ?? null;
}
