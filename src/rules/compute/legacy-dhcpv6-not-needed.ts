import { guestFacts } from "../../aws/facts/guests.ts";
import { systemOf } from "../../model/guests/guest-systems.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Current images ask for their IPv6 address by themselves. */
export const legacyDhcpv6NotNeeded: Rule<"legacy-dhcpv6-not-needed"> = {
  id: "legacy-dhcpv6-not-needed",
  severity: "warning",
  title: "Only old images are taught DHCPv6.",
  why: "Every image that os can name asks for its IPv6 address by itself. The recipes of AWS's migration guide edit files that such images no longer read, or start a second DHCPv6 client beside the first.",
  sources: [guestFacts.imagesConfiguredForDhcpv6],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      const { guest } = host;
      const system = systemOf(host);
      if (guest === null || guest.legacyDhcpv6 === null || system === null) continue;
      const isForWindows = guest.legacyDhcpv6 === "windowsServer2008";
      if (isForWindows !== (system.platform === "windows")) continue;
      report(
        [...guest.path, "legacyDhcpv6"],
        `${system.name} needs no legacyDhcpv6: its images are configured for DHCPv6`,
        "leave legacyDhcpv6 out",
      );
    }
  },
};
