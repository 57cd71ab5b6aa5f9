import {
  networkAclProtocolNumber,
  protocolOfNumber,
  protocols,
  securityGroupProtocolNumber,
} from "../../aws/protocols.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Ports as WrittenPorts } from "../../blueprint/blueprint.generated.ts";
import type { PortRange } from "../types/filtering.ts";

/** One port or a range as a range; null when the author gave none. */
export function portsOf(written: WrittenPorts | undefined): PortRange | null {
  if (written === undefined) return null;
  return typeof written === "number"
    ? { from: written, to: written }
    : { from: written.from, to: written.to };
}

/**
 * The protocol as a security group rule of the family carries it: a word where AWS has one, else the number; a
 * spelling it does not know stays as it is, for a rule to judge. `icmp` on the IPv6 side of a mirrored peer is ICMPv6.
 */
export function securityGroupProtocol(written: string | number, mirroredTo: AddressFamily | null): string {
  const number = securityGroupProtocolNumber(written);
  if (number === null) return String(written);
  if (number === protocols.icmp.number && mirroredTo === "ipv6") return protocols.icmpv6.securityGroupWord;
  return protocolOfNumber(number)?.securityGroupWord ?? String(number);
}

/** The protocol as a network ACL entry carries it: a number; a spelling it does not take stays for a rule to judge. */
export function networkAclProtocol(written: string | number): string {
  const number = networkAclProtocolNumber(written);
  return number === null ? String(written) : String(number);
}
