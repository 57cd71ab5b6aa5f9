import { protocols } from "../../aws/protocols.ts";
import type { NetworkAclEntry, SecurityGroupRule } from "../types/filtering.ts";

/** True when the rule speaks of IPv6 alone; a rule whose peer is a group or a list speaks of both families. */
export function isIpv6Rule({ peer, protocol }: SecurityGroupRule): boolean {
  return ("family" in peer && peer.family === "ipv6") || protocol === protocols.icmpv6.securityGroupWord;
}

/** True when the entry speaks of IPv6. */
export function isIpv6Entry({ cidr }: NetworkAclEntry): boolean {
  return cidr.family === "ipv6";
}
