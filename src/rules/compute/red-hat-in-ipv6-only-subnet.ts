import { guestFacts } from "../../aws/facts/guests.ts";
import { hostsOf, ipv6OnlyTier } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** What Red Hat's images do without IPv4 is not known. */
export const redHatInIpv6OnlySubnet: Rule<"red-hat-in-ipv6-only-subnet"> = {
  id: "red-hat-in-ipv6-only-subnet",
  severity: "warning",
  title: "Hosts of Red Hat Enterprise Linux in IPv6-only tiers have been tried there.",
  why: "An image whose cloud-init is too old finds no metadata in an IPv6-only subnet: no key, no user data, and no way to look. Whether Red Hat's update servers answer over IPv6 is not known either. Start one host of the very image in such a subnet first; then accept this finding.",
  sources: [guestFacts.redHatInIpv6OnlySubnets],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const tier = ipv6OnlyTier(tiers);
      if (tier === null || host.os === null || !host.os.startsWith("rhel-")) continue;
      report(
        [...host.path, "os"],
        `${host.os} stands in subnet tier "${tier.name}", which is IPv6-only`,
        "try the image in an IPv6-only subnet, or use a dual-stack tier",
      );
    }
  },
};
