import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** No address cannot be asked for where the subnet gives one. */
export const ipv6AddressCountZero: Rule<"ipv6-address-count-zero"> = {
  id: "ipv6-address-count-zero",
  severity: "error",
  title: "A host asks for no IPv6 addresses only where its tiers assign none.",
  why: "AWS treats 0 as if nothing were given: the subnet's own setting decides, and the host gets an address. The next plan takes it away from an instance, in an IPv6-only tier its only one; the hosts of an auto scaling group keep theirs. Whether hosts have IPv6 is said by the tier.",
  sources: [computeFacts.addressCountZeroDoesNotPrevent],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const assigning = tiers.find((tier) => tier.assignIpv6AddressOnCreation);
      if (host.ipv6AddressCount !== 0 || assigning === undefined) continue;
      report(
        [...host.path, "ipv6AddressCount"],
        `ipv6AddressCount: 0 is asked for, but tier "${assigning.name}" gives each host an IPv6 address`,
        assigning.addressing === "ipv6-only"
          ? "leave ipv6AddressCount out: an IPv6-only tier cannot do without"
          : "leave ipv6AddressCount out, or place the host in a tier with assignIpv6AddressOnCreation: false",
      );
    }
  },
};
