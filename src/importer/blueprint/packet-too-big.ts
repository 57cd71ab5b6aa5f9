import { ANY_ICMP, icmpv6Messages, protocols } from "../../aws/protocols.ts";
import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import type { NetworkAclEntry } from "../../blueprint/blueprint.generated.ts";
import { LAST_RULE_NUMBER } from "../../model/filtering/network-acl-numbers.ts";
import type { FoundNetworkAclEntry } from "../types/filtering.ts";
import type { Section, Sections } from "./section.ts";

/** Without Packet Too Big, large packets vanish: IPv4 has fragments for that, IPv6 routers make none. */
export function packetTooBig(
  entries: readonly FoundNetworkAclEntry[],
  written: readonly (readonly [string, Section<NetworkAclEntry>])[],
): Sections<NetworkAclEntry> {
  const ipv6 = written.filter(([, { cidr }]) => JSON.stringify(cidr).includes("Ipv6"));
  const isIn = ipv6.some(([, { protocol, cidr, action, icmpType = ANY_ICMP }]) => {
    const fits =
      protocol === "all" ||
      (protocol === protocols.icmpv6.number && [ANY_ICMP, TOO_BIG].includes(Number(icmpType)));
    return action === undefined && fits && JSON.stringify(cidr).includes(ANY_IPV6);
  });
  if (isIn || ipv6.length === 0) return {};
  const taken = new Set(
    [...entries, ...written.map(([, entry]) => entry)].map(({ ruleNumber }) => Number(ruleNumber)),
  );
  const first = Math.max(1, Math.min(...taken) - 10);
  const numbers = Array.from({ length: LAST_RULE_NUMBER - first }, (_, index) => first + index);
  const ruleNumber = numbers.find((number) => !taken.has(number)) ?? first;
  const protocol = protocols.icmpv6.number;
  return {
    "packet-too-big": { ruleNumber, protocol, cidr: { cidrIpv6: ANY_IPV6 }, icmpType: TOO_BIG, icmpCode: 0 },
  };
}

const TOO_BIG = icmpv6Messages.packetTooBig.type;
