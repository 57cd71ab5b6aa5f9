import { routingFacts } from "../../aws/facts/routing.ts";
import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { dns64Holes } from "../../model/routing/dns64-holes.ts";
import type { Rule } from "../rule.ts";

/** What runs without NAT64 is taken over as it is, and put right in its own time. */
export const existingDns64WithoutNat64Route: Rule<"existing-dns64-without-nat64-route"> = {
  id: "existing-dns64-without-nat64-route",
  severity: "warning",
  title:
    "Subnets that were there with DNS64 have a route of 64:ff9b::/96 to a NAT gateway, or lose their DNS64.",
  why: "DNS64 gives every name without IPv6 an address in 64:ff9b::/96, and nothing behind these subnets translates it. Hosts without an IPv6 address never use it, and dual-stack hosts connect by IPv4 once the attempt over IPv6 has failed, if their software tries both. The network runs like this today, so that it can be taken over as it is: this is no error, as dns64-without-nat64-route is for what is new. Well-known modules turn DNS64 on in every subnet that has IPv6.",
  sources: [routingFacts.dns64NeedsNat64Route, routingFacts.dns64OnlyWithoutAaaa],
  check(network, report) {
    for (const { tier, isOfToday, path } of dns64Holes(network)) {
      if (!isOfToday) continue;
      report(
        path,
        `tier "${tier.name}" has DNS64, as it had before, and no NAT gateway translates ${NAT64_PREFIX}`,
        "first take it over so, and accept this; then remove enableDns64, or write nat64: true, in a change of its own",
      );
    }
  },
};
