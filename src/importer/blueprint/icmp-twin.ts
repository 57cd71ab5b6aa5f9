import { ANY_ICMP, icmpv6Messages } from "../../aws/protocols.ts";

/** A type of ICMP or ICMPv6 with its code; -1 stands for each of them. */
export interface IcmpMessage {
  readonly type: number;
  readonly code: number;
}

/** ICMP types and what says the same in ICMPv6: RFC 792 and RFC 4443. */
const TWINS: ReadonlyMap<number, number> = new Map([
  [ANY_ICMP, ANY_ICMP],
  [0, icmpv6Messages.echoReply.type],
  [3, icmpv6Messages.destinationUnreachable.type],
  [8, icmpv6Messages.echoRequest.type],
  [11, icmpv6Messages.timeExceeded.type],
  [12, icmpv6Messages.parameterProblem.type],
]);
/** "Fragmentation needed", RFC 792: in ICMPv6 a type of its own, whose only code is 0. */
const FRAGMENTATION_NEEDED: IcmpMessage = { type: 3, code: 4 };

/** What says in ICMPv6 what an ICMP message says; null where there is none. The codes of the two differ, so any counts. */
export function icmpTwin({ type, code }: IcmpMessage): IcmpMessage | null {
  if (type === FRAGMENTATION_NEEDED.type && code === FRAGMENTATION_NEEDED.code)
    return { type: icmpv6Messages.packetTooBig.type, code: 0 };
  const twin = TWINS.get(type);
  return twin === undefined ? null : { type: twin, code: ANY_ICMP };
}

/** Why there is none. */
export function noIcmpTwin(type: number): string {
  return `ICMPv6 has no message like type ${type} of ICMP`;
}
