import { EPHEMERAL_PORTS, icmpv6Messages } from "../../aws/protocols.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Node } from "../topology/nodes.ts";
import { icmpMessages, type Packet, type PortRange } from "./packet.ts";

/** Source: reachabilityFacts.clientPorts. */
const PORTS = {
  linux: { from: 32_768, to: 60_999 },
  windows: { from: 49_152, to: 65_535 },
  aws: EPHEMERAL_PORTS,
} as const;

/** The ports that a client may call from. Several where it is not known which range is its own. */
export type CallPorts = readonly PortRange[];

/** The ports of NAT gateways, and of everybody together. */
export const ANY_CALL_PORTS: CallPorts = [EPHEMERAL_PORTS];

/** The ports of a node: of a host whose system is not known, those of either system. */
export function callPortsOf({ system }: Pick<Node, "system">): CallPorts {
  return system === null ? [PORTS.linux, PORTS.windows] : [PORTS[system]];
}

/** ICMP and ICMPv6 number their messages apart: RFC 792, RFC 4443. */
const ECHO = {
  ipv4: { request: 8, reply: 0 },
  ipv6: { request: icmpv6Messages.echoRequest.type, reply: icmpv6Messages.echoReply.type },
} as const;

/** The ports that a call goes to. */
export function requestPorts(
  protocol: Packet["protocol"],
  port: number,
  family: AddressFamily,
): readonly PortRange[] {
  return protocol === "icmp" ? [icmpMessages(ECHO[family].request, 0)] : [{ from: port, to: port }];
}

/** The ports that its answers go to, of a client that calls from the range. */
export function replyPorts(
  protocol: Packet["protocol"],
  calls: PortRange,
  family: AddressFamily,
): readonly PortRange[] {
  return protocol === "icmp" ? [icmpMessages(ECHO[family].reply, 0)] : [calls];
}
