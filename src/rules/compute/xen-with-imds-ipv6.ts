import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf, ipv6OnlyTier, tiersWithIpv6 } from "../../model/lookup.ts";
import type { InstanceType } from "../../model/types/compute.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** The metadata service answers over IPv6 on Nitro. */
export const xenWithImdsIpv6: Rule<"xen-with-imds-ipv6"> = {
  id: "xen-with-imds-ipv6",
  severity: "warning",
  title: "Only Nitro hosts have metadata.ipv6.",
  why: "The IPv6 endpoint of the instance metadata service, fd00:ec2::254, exists on Nitro instances only. On a Xen instance requests to it hang.",
  sources: [computeFacts.imdsIpv6NeedsNitro, computeFacts.xenFamilies],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      if (!host.metadata.ipv6 || host.instanceType.hypervisor !== "xen") continue;
      if (isRefusedAnyway(host.instanceType, tiers)) continue;
      report(
        [...host.path, "metadata", "ipv6"],
        `metadata.ipv6 is on, but instance type "${host.instanceType.name}" runs on Xen`,
        "use a Nitro type such as t4g.small, or leave metadata.ipv6 out",
      );
    }
  },
};

/** The type is the mistake then, and other rules report it. */
function isRefusedAnyway(type: InstanceType, tiers: readonly Tier[]): boolean {
  return ipv6OnlyTier(tiers) !== null || (type.ipv6 === "no" && tiersWithIpv6(tiers).length > 0);
}
