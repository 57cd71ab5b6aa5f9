import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf, ipv6OnlyTier, tierOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A host in an IPv6-only subnet has no IPv4 address. */
export const publicIpv4InIpv6OnlySubnet: Rule<"public-ipv4-in-ipv6-only-subnet"> = {
  id: "public-ipv4-in-ipv6-only-subnet",
  severity: "error",
  title: "Hosts in IPv6-only tiers ask for no IPv4 address.",
  why: "An IPv6-only subnet has no IPv4 block: EC2 refuses to launch a host there with a private or a public IPv4 address.",
  sources: [computeFacts.associatePublicIpIsIpv4],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const tier = ipv6OnlyTier(tiers);
      if (tier === null || host.associatePublicIpAddress !== true) continue;
      report(
        [...host.path, "associatePublicIpAddress"],
        `a public IPv4 address is asked for in IPv6-only tier "${tier.name}"`,
        "remove associatePublicIpAddress",
      );
    }
    for (const { path, privateIp, tier } of network.compute.instances) {
      if (privateIp === null || tierOf(network, tier).addressing !== "ipv6-only") continue;
      report(
        [...path, "privateIp"],
        `IPv4 address "${privateIp}" is asked for in IPv6-only tier "${tier}"`,
        "write ipv6Addresses instead",
      );
    }
  },
};
