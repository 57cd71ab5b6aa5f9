import { routingFacts } from "../../aws/facts/routing.ts";
import { IMDS_IPV4_ADDRESS, IMDS_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import { atKey } from "../../base/diagnostic.ts";
import { parseAddress } from "../../base/prefix.ts";
import { hostsOf, ipv6OnlyTier } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A URL whose host is four numbers. */
const LITERAL = /https?:\/\/(?:[^\s/@]*@)?(\d{1,3}(?:\.\d{1,3}){3})(?![\w.-])/g;

/** DNS64 acts on names. */
export const userDataIpv4Literal: Rule<"user-data-ipv4-literal"> = {
  id: "user-data-ipv4-literal",
  severity: "warning",
  title: "User data of IPv6-only hosts names servers by name, not by IPv4 address.",
  why: "An IPv6-only host reaches IPv4 through DNS64, which translates names. DNS64 never sees an address that is written as a number, so the request fails. The metadata service has an IPv6 address of its own. Comments are not looked at.",
  sources: [routingFacts.dns64CannotActOnLiterals],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const tier = ipv6OnlyTier(tiers);
      if (tier === null || host.writtenUserData === null) continue;
      for (const address of ipv4LiteralsIn(host.writtenUserData)) {
        const isImds = address === IMDS_IPV4_ADDRESS;
        report(
          atKey([...host.path, "userData"]),
          `user data calls ${address}, but hosts of subnet tier "${tier.name}" are IPv6-only`,
          isImds ? `write [${IMDS_IPV6_ADDRESS}]` : "write the server's name, so that DNS64 can act on it",
        );
      }
    }
  },
};

function ipv4LiteralsIn(script: string): ReadonlySet<string> {
  const lines = script.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  const found = [...lines.join("\n").matchAll(LITERAL)].flatMap(([, address]) => address ?? []);
  return new Set(found.filter((text) => parseAddress(text) !== null && !text.startsWith("127.")));
}
