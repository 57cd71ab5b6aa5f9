import { computeFacts } from "../../aws/facts/compute.ts";
import { assignsIpv6, hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A host that gets an IPv6 address is of a type that has IPv6. */
export const instanceTypeWithoutIpv6: Rule<"instance-type-without-ipv6"> = {
  id: "instance-type-without-ipv6",
  severity: "error",
  title: "Instance types without IPv6 stay where no IPv6 address is assigned.",
  why: "The oldest families (c1, m1, m2, m3, t1) have no IPv6 at all: EC2 refuses to launch them with an IPv6 address. In an auto scaling group that shows only as instances which never come.",
  sources: [computeFacts.instanceFamiliesWithoutIpv6, computeFacts.currentGenerationHasIpv6],
  check(network, report) {
    for (const { host, tiers, requestedIpv6 } of hostsOf(network)) {
      if (host.instanceType.ipv6 !== "no") continue;
      const tier = tiers.find((candidate) => assignsIpv6(requestedIpv6, candidate));
      if (tier === undefined) continue;
      report(
        [...host.path, "instanceType"],
        `instance type "${host.instanceType.name}" has no IPv6, but subnet tier "${tier.name}" gives it an IPv6 address`,
        "use a Nitro type such as t4g.small",
      );
    }
  },
};
