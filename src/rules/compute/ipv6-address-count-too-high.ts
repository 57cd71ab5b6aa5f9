import { computeFacts } from "../../aws/facts/compute.ts";
import { atKey } from "../../base/diagnostic.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A network interface takes only so many addresses. */
export const ipv6AddressCountTooHigh: Rule<"ipv6-address-count-too-high"> = {
  id: "ipv6-address-count-too-high",
  severity: "error",
  title: "A host asks for no more IPv6 addresses than its type takes on one interface.",
  why: "Each instance type has a limit of IPv6 addresses for one network interface, as many as of IPv4. EC2 refuses to launch a host that asks for more.",
  sources: [computeFacts.maxIpv6AddressesPerInterface],
  check(network, report) {
    for (const { host, requestedIpv6 } of hostsOf(network)) {
      const { name, ipv6, maxIpv6Addresses } = host.instanceType;
      if (ipv6 !== "yes" || maxIpv6Addresses === null || requestedIpv6 === null) continue;
      if (requestedIpv6 <= maxIpv6Addresses) continue;
      const key = requestedIpv6 === host.ipv6AddressCount ? "ipv6AddressCount" : "ipv6Addresses";
      report(
        atKey([...host.path, key]),
        `${requestedIpv6} IPv6 addresses are asked for, and instance type "${name}" takes ${maxIpv6Addresses}`,
        `ask for at most ${maxIpv6Addresses}, or take a larger type`,
      );
    }
  },
};
