import { destinationFacts } from "../../aws/facts/destinations.ts";
import { guestFacts } from "../../aws/facts/guests.ts";
import { atKey } from "../../base/diagnostic.ts";
import { serversBehindIpv4 } from "../../model/dns/server-names.ts";
import type { Rule } from "../rule.ts";

/** Some names have no IPv6. */
export const userDataIpv4OnlyName: Rule<"user-data-ipv4-only-name"> = {
  id: "user-data-ipv4-only-name",
  severity: "warning",
  title: "User data of hosts that reach no IPv4 calls servers that have IPv6.",
  why: "A host without an IPv4 route and without NAT64 reaches only servers with AAAA records. GitHub and its registry have none, and ECR, S3 and most APIs of AWS answer over IPv6 at another name than the usual one; a VPC endpoint whose private DNS has AAAA records answers at the usual one too. The first start then fails or waits for minutes. Comments are not looked at.",
  sources: [
    guestFacts.gitHubHasNoIpv6,
    guestFacts.ecrDualStackRegistry,
    guestFacts.dockerHubHasIpv6,
    destinationFacts.awsUsualNamesAreIpv4,
  ],
  check(network, report) {
    for (const { path, name, instead, tier } of serversBehindIpv4(network, true)) {
      report(atKey(path), `${name} has no IPv6, and hosts of tier "${tier}" reach no IPv4`, instead);
    }
  },
};
