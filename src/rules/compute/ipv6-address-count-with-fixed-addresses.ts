import { computeFacts } from "../../aws/facts/compute.ts";
import type { Rule } from "../rule.ts";

/** Addresses are counted or chosen. */
export const ipv6AddressCountWithFixedAddresses: Rule<"ipv6-address-count-with-fixed-addresses"> = {
  id: "ipv6-address-count-with-fixed-addresses",
  severity: "error",
  title: "An instance has either an ipv6AddressCount or ipv6Addresses.",
  why: "EC2 and the provider refuse both at once: either AWS chooses a number of addresses, or the author chooses each.",
  sources: [computeFacts.ipv6CountOrAddresses, computeFacts.fixedAddressesNotWithCount],
  check({ compute }, report) {
    for (const { name, path, host, ipv6Addresses } of compute.instances) {
      if (host.ipv6AddressCount === null || ipv6Addresses.length === 0) continue;
      report(
        [...path, "ipv6AddressCount"],
        `instance "${name}" has ipv6AddressCount ${host.ipv6AddressCount} beside ipv6Addresses`,
        "remove ipv6AddressCount: the addresses count themselves",
      );
    }
  },
};
