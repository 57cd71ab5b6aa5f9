import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { familyName } from "../../base/family-name.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { tierOf } from "../../model/lookup.ts";
import type { FirewallAddressType } from "../../model/types/network-firewall.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

const NEEDS: Readonly<Record<FirewallAddressType, readonly AddressFamily[]>> = {
  DUALSTACK: ["ipv4", "ipv6"],
  IPV4: ["ipv4"],
  IPV6: ["ipv6"],
};

/** A firewall's endpoints have the families of their subnets. */
export const firewallAddressType: Rule<"firewall-address-type"> = {
  id: "firewall-address-type",
  severity: "error",
  title: "The address type of a Network Firewall asks for families that its subnets have.",
  why: "An endpoint stands in a subnet with an address of the subnet's. IPV4 and DUALSTACK need an IPv4 block there, IPV6 and DUALSTACK an IPv6 block. AWS never changes the type of an endpoint, so that the mistake costs a new firewall endpoint with a new id, and new routes.",
  sources: [networkFirewallFacts.firewallSubnetAddressType],
  check(network, report) {
    for (const { name, path, tier, ipAddressType } of network.networkFirewalls) {
      const { addressing } = tierOf(network, tier);
      const missing = NEEDS[ipAddressType].filter((family) => !hasFamily(addressing, family));
      if (missing.length === 0) continue;
      report(
        [...path, "ipAddressType"],
        `firewall "${name}" is of type ${ipAddressType}, and its tier "${tier}" has no ${missing.map(familyName).join(" and ")}`,
        "leave ipAddressType out: it follows from the tier",
      );
    }
  },
};
