import { routingFacts } from "../../aws/facts/routing.ts";
import type { Rule } from "../rule.ts";

/** Names and DNS64 need the VPC's resolver. */
export const dnsSupportOff: Rule<"dns-support-off"> = {
  id: "dns-support-off",
  severity: "error",
  title: "A VPC with DNS host names or DNS64 has enableDnsSupport.",
  why: "What enableDnsSupport turns off is the VPC's own resolver. EC2 refuses enableDnsHostnames without it. DNS64 is that resolver's work: without it hosts of an IPv6-only tier find nothing that has only IPv4.",
  sources: [routingFacts.dnsHostnamesNeedDnsSupport, routingFacts.dnsSupportIsTheResolver],
  check({ vpc, tiers }, report) {
    if (vpc.enableDnsSupport) return;
    const withDns64 = tiers.filter((tier) => tier.enableDns64).map((tier) => `"${tier.name}"`);
    if (!vpc.enableDnsHostnames && withDns64.length === 0) return;
    const needs = [
      ...(vpc.enableDnsHostnames ? ["enableDnsHostnames is on"] : []),
      ...(withDns64.length > 0 ? [`there is DNS64 in ${withDns64.join(", ")}`] : []),
    ];
    report(
      [...vpc.path, "enableDnsSupport"],
      `enableDnsSupport is off, but ${needs.join(" and ")}`,
      withDns64.length > 0
        ? "remove enableDnsSupport: it is on by default"
        : "remove enableDnsSupport: it is on by default; or write enableDnsHostnames: false",
    );
  },
};
