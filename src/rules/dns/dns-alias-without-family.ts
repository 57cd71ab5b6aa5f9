import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Rule } from "../rule.ts";

/** An alias answers with what its load balancer has. */
export const dnsAliasWithoutFamily: Rule<"dns-alias-without-family"> = {
  id: "dns-alias-without-family",
  severity: "warning",
  title: "An AAAA alias points to a load balancer with IPv6.",
  why: "Route 53 takes an AAAA alias of an IPv4-only load balancer and answers with nothing: clients go on with IPv4. The record is of use once the load balancer is dualstack.",
  sources: [dnsFacts.bothAddressRecordsNeeded],
  check(network, report) {
    for (const { typePath, type, fullName, content } of network.route53.records) {
      if (type !== "AAAA" || content.kind !== "alias") continue;
      const balancer = network.loadBalancers.find(({ name }) => name === content.loadBalancer);
      if (balancer?.ipAddressType !== "ipv4") continue;
      report(
        typePath,
        `AAAA record of ${fullName} has no address to answer with: load balancer "${balancer.name}" has ipAddressType: ipv4`,
        "leave recordTypes out: only the records that the target can fill are made then",
      );
    }
  },
};
