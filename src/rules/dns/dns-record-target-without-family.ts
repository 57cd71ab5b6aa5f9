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
  title: "An A or AAAA record of an instance holds at least one address of the family.",
  why: "A record of an instance's addresses is made of those that it has. Where it has none of the family Terraform stops, or Route 53 refuses the empty record.",
  sources: [dnsFacts.addressRecordsHoldTheirFamily],
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
  if (content.kind !== "instance-address") return null;
  const instance = network.compute.instances.find(({ name }) => name === content.instance);
  if (instance === undefined) return null;
  const tier = tierOf(network, instance.tier);
  const has = type === "AAAA" ? hasIpv6Address(instance, [tier]) : hasFamily(tier.addressing, "ipv4");
  return has ? null : `instance "${instance.name}" in ${tier.addressing} tier "${tier.name}" has none`;
}
