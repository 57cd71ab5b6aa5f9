import { destinationFacts } from "../../aws/facts/destinations.ts";
import { guestFacts } from "../../aws/facts/guests.ts";
import { atKey } from "../../base/diagnostic.ts";
import { serversBehindIpv4 } from "../../model/dns/server-names.ts";
import type { Rule } from "../rule.ts";

/** Of some names it is not known whether they have IPv6. */
export const userDataNameUnverified: Rule<"user-data-name-unverified"> = {
  id: "user-data-name-unverified",
  severity: "note",
  title: "User data of hosts that reach no IPv4 calls servers that are known to have IPv6.",
  why: "A host without an IPv4 route and without NAT64 reaches only servers with AAAA records. In 2020 the regional package mirrors of Ubuntu had none, and what they all have today is not verified; nor what the usual names of Amazon SQS and SNS, Maven Central or the Go module proxy have. Without AAAA records nothing comes from there.",
  sources: [guestFacts.ubuntuRegionalMirrorsUnknown, destinationFacts.namesOfUnknownFamilies],
  check(network, report) {
    for (const { path, name, instead, tier } of serversBehindIpv4(network, false)) {
      report(
        atKey(path),
        `whether ${name} has IPv6 is not known, and hosts of tier "${tier}" reach no IPv4`,
        instead,
      );
    }
  },
};
