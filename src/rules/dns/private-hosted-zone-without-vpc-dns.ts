import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Rule } from "../rule.ts";

/** A private zone is answered for by the VPC's own resolver. */
export const privateHostedZoneWithoutVpcDns: Rule<"private-hosted-zone-without-vpc-dns"> = {
  id: "private-hosted-zone-without-vpc-dns",
  severity: "error",
  title: "A VPC with a private hosted zone has enableDnsSupport and enableDnsHostnames.",
  why: "A private hosted zone has no name servers that anybody could ask: the VPC's resolver answers for it, and only while both settings are on. Otherwise the zone and its records are made, and no host finds them.",
  sources: [dnsFacts.privateZoneNeedsVpcDns],
  check({ vpc, route53 }, report) {
    const off = [
      ...(vpc.enableDnsSupport ? [] : ["enableDnsSupport"]),
      ...(vpc.enableDnsHostnames ? [] : ["enableDnsHostnames"]),
    ];
    if (off.length === 0) return;
    for (const { name, path, source } of route53.hostedZones) {
      if (source.kind !== "private") continue;
      report(
        [...path, "source"],
        `private hosted zone "${name}" is in a VPC with ${off.join(" and ")} off`,
        `remove ${off.join(" and ")} from network.vpc: on is the default`,
      );
    }
  },
};
