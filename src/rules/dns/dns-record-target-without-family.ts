import { dnsFacts } from "../../aws/facts/dns.ts";
import { hasIpv6Address } from "../../model/compute/instance-addresses.ts";
import { tierOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { DnsRecord } from "../../model/types/route53.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** DNS promises no address that is not there. */
export const dnsRecordTargetWithoutFamily: Rule<"dns-record-target-without-family"> = {
  id: "dns-record-target-without-family",
  severity: "error",
  title: "An A or AAAA record points to something that has an address of the family.",
  why: "An AAAA alias of an IPv4-only load balancer is accepted and answers with nothing. A record of an instance's addresses needs at least one, so that the apply fails where it has none of the family.",
  sources: [dnsFacts.bothAddressRecordsNeeded, dnsFacts.addressRecordsHoldTheirFamily],
  check(network, report) {
    for (const record of network.route53.records) {
      const why = whyWithout(network, record);
      if (why === null) continue;
      report(
        record.typePath,
        `${record.type} record of ${record.fullName} has no address to hold: ${why}`,
        "leave recordTypes out: only the records that the target can fill are made then",
      );
    }
  },
};

function whyWithout(network: Network, { type, content }: DnsRecord): string | null {
  if (content.kind === "values" || content.kind === "database") return null;
  if (content.kind === "alias") {
    const balancer = network.loadBalancers.find(({ name }) => name === content.loadBalancer);
    const isIpv4 = type === "AAAA" && balancer?.ipAddressType === "ipv4";
    return isIpv4 ? `load balancer "${content.loadBalancer}" has ipAddressType: ipv4` : null;
  }
  const instance = network.compute.instances.find(({ name }) => name === content.instance);
  if (instance === undefined) return null;
  const tier = tierOf(network, instance.tier);
  const has = type === "AAAA" ? hasIpv6Address(instance, [tier]) : hasFamily(tier.addressing, "ipv4");
  return has ? null : `instance "${instance.name}" in ${tier.addressing} tier "${tier.name}" has none`;
}
