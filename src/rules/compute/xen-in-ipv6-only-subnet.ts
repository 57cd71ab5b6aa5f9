import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf, ipv6OnlyTier } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv6-only subnets take Nitro instances. */
export const xenInIpv6OnlySubnet: Rule<"xen-in-ipv6-only-subnet"> = {
  id: "xen-in-ipv6-only-subnet",
  severity: "error",
  title: "Hosts in IPv6-only tiers run on Nitro.",
  why: "EC2 refuses to launch Xen instances in an IPv6-only subnet. Families such as t2, m4 and c4 do have IPv6, but in dual-stack subnets only.",
  sources: [computeFacts.ipv6OnlySubnetNeedsNitro, computeFacts.xenFamilies],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const { name, hypervisor, ipv6 } = host.instanceType;
      const tier = ipv6OnlyTier(tiers);
      // A type without any IPv6 is another rule's.
      if (tier === null || hypervisor !== "xen" || ipv6 === "no") continue;
      report(
        [...host.path, "instanceType"],
        `instance type "${name}" runs on Xen, and subnet tier "${tier.name}" is IPv6-only`,
        "use a Nitro type such as t4g.small",
      );
    }
  },
};
