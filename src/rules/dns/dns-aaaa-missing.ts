import { dnsFacts } from "../../aws/facts/dns.ts";
import { hasIpv6Address } from "../../model/compute/instance-addresses.ts";
import { tierOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { DnsRecord } from "../../model/types/route53.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** What has IPv6 is found by IPv6. */
export const dnsAaaaMissing: Rule<"dns-aaaa-missing"> = {
  id: "dns-aaaa-missing",
  severity: "warning",
  title: "A name with the A record of a dual-stack target has an AAAA record too.",
  why: "An A record tells clients an IPv4 address and nothing else: the target's IPv6 is there, but nobody comes that way, and clients without IPv4 do not come at all. In Route 53 an alias answers for its own type only, so that a dual-stack load balancer needs two of them.",
  sources: [dnsFacts.bothAddressRecordsNeeded],
  check(network, report) {
    const { records } = network.route53;
    for (const record of records) {
      // An AAAA record is its own twin.
      if (!hasIpv6(network, record)) continue;
      const hasTwin = records.some(
        ({ type, fullName, hostedZone }) =>
          type === "AAAA" && fullName === record.fullName && hostedZone === record.hostedZone,
      );
      if (hasTwin) continue;
      report(
        record.typePath,
        `${record.fullName} has an A record, but no AAAA record, and its target has IPv6`,
        "leave recordTypes out: both records are made then",
      );
    }
  },
};

function hasIpv6(network: Network, { content }: DnsRecord): boolean {
  if (content.kind === "alias") {
    const balancer = network.loadBalancers.find(({ name }) => name === content.loadBalancer);
    return balancer !== undefined && balancer.ipAddressType !== "ipv4";
  }
  if (content.kind === "values" || content.kind === "database") return false;
  return network.compute.instances.some((instance) => {
    const tier = tierOf(network, instance.tier);
    // An A record of a host without IPv4 is another rule's.
    const isDualStack = hasFamily(tier.addressing, "ipv4") && hasIpv6Address(instance, [tier]);
    return instance.name === content.instance && isDualStack;
  });
}
