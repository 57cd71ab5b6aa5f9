import { computeFacts } from "../../aws/facts/compute.ts";
import { IMDS_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import { hostsOf, ipv6OnlyTier } from "../../model/lookup.ts";
import type { Host } from "../../model/types/compute.ts";
import type { Rule } from "../rule.ts";

/** An IPv6-only host reads its metadata over IPv6. */
export const imdsIpv6OffInIpv6OnlySubnet: Rule<"imds-ipv6-off-in-ipv6-only-subnet"> = {
  id: "imds-ipv6-off-in-ipv6-only-subnet",
  severity: "warning",
  title: "Hosts in IPv6-only tiers have metadata.ipv6.",
  why: "Credentials, user data and tags come from the instance metadata service. Its IPv6 endpoint is off by default, also in IPv6-only subnets. Software there that speaks IPv6 only finds neither the role's credentials nor its configuration.",
  sources: [computeFacts.imdsIpv6IsOffByDefault, computeFacts.imdsIpv6InTerraform],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const tier = ipv6OnlyTier(tiers);
      if (tier === null || host.metadata.ipv6 || !couldHaveIt(host)) continue;
      report(
        [...host.path, "metadata", "ipv6"],
        `metadata.ipv6 is off in IPv6-only tier "${tier.name}": nothing answers at ${IMDS_IPV6_ADDRESS}`,
        "write metadata: { ipv6: true }",
      );
    }
  },
};

/** On Xen there is none to switch on, and a type nobody knows has it off unless the author says otherwise. */
function couldHaveIt({ instanceType, metadata }: Host): boolean {
  return (
    instanceType.hypervisor === "nitro" || (instanceType.hypervisor === "unknown" && metadata.ipv6IsExplicit)
  );
}
