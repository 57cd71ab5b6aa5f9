import { factsOf } from "./fact.ts";

/** What rules cite about names and addresses in DNS. */
export const dnsFacts = factsOf({
  bothAddressRecordsNeeded: {
    claim:
      "A name that clients of both families use has an A and an AAAA record; an alias record answers for its own type only.",
    source: "https://aws.amazon.com/premiumsupport/knowledge-center/route-53-create-alias-records/; RFC 3596",
    checked: "2026-11-21",
    evidence: "2003-10",
    confidence: "high",
  },
  addressRecordsHoldTheirFamily: {
    claim:
      "An A record holds IPv4 addresses and an AAAA record IPv6 addresses; Terraform's validate and plan accept any text in both.",
    source: "RFC 1035; RFC 3596; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  cnameStandsAlone: {
    claim:
      "A name with a CNAME record has no other records, so that a zone's own name, which has SOA and NS records, cannot have one.",
    source: "RFC 1034",
    checked: "2026-11-21",
    evidence: "1987-11",
    confidence: "high",
  },
  privateZoneNeedsVpcDns: {
    claim: "A private hosted zone is answered for only in VPCs with enableDnsSupport and enableDnsHostnames.",
    source:
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html; https://github.com/awsdocs/amazon-route53-docs/blob/2c31968/doc_source/hosted-zone-private-considerations.md",
    checked: "2026-11-28",
    evidence: "2023-04-07",
    confidence: "high",
  },
});
