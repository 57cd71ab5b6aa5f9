import { addressingFacts } from "../../aws/facts/addressing.ts";
import { atKey } from "../../base/diagnostic.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A host in an IPv4-only subnet has no IPv6 address. */
export const ipv6AddressInIpv4OnlySubnet: Rule<"ipv6-address-in-ipv4-only-subnet"> = {
  id: "ipv6-address-in-ipv4-only-subnet",
  severity: "error",
  title: "Hosts in IPv4-only tiers ask for no IPv6 address.",
  why: "An IPv4-only subnet has no IPv6 block: EC2 refuses to launch a host there with an IPv6 address.",
  sources: [addressingFacts.hostAddressesAreOfTheSubnet],
  check(network, report) {
    for (const { host, tiers, requestedIpv6 } of hostsOf(network)) {
      const tier = tiers.find(({ addressing }) => addressing === "ipv4-only");
      if (tier === undefined || requestedIpv6 === null || requestedIpv6 === 0) continue;
      const key = requestedIpv6 === host.ipv6AddressCount ? "ipv6AddressCount" : "ipv6Addresses";
      report(
        atKey([...host.path, key]),
        `an IPv6 address is asked for in IPv4-only tier "${tier.name}"`,
        `remove ${key}, or write addressing: dual-stack for the tier`,
      );
    }
  },
};
