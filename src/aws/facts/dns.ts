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
  resolverEndpointTwoAddresses: {
    claim:
      "A Resolver endpoint needs two addresses at least (InvalidRequestException RSLVR-00400 with one); AWS advises different Availability Zones.",
    source:
      "botocore 1.43.107 model of route53resolver CreateResolverEndpointRequest.IpAddresses (list of 2 to 20); https://github.com/hashicorp/terraform-provider-aws/issues/6563; https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-choose-vpc.html",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  resolverEndpointTypeOfAllAddresses: {
    claim:
      "The type of a Resolver endpoint (IPV4, IPV6, DUALSTACK) holds for all its addresses, each of which is in a subnet: a dual-stack endpoint has both families in every subnet.",
    source:
      "botocore 1.43.107 model of route53resolver CreateResolverEndpointRequest.ResolverEndpointType; https://aws.amazon.com/blogs/networking-and-content-delivery/introducing-dual-stack-and-ipv6-only-support-for-amazon-route-53-resolver-endpoints/",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
    since: "2023-03",
  },
  resolverEndpointProtocols: {
    claim:
      "An inbound Resolver endpoint speaks Do53, DoH or DoH-FIPS, or Do53 with one of the others; an outbound one Do53, DoH or both. A target's protocol is one of its endpoint's.",
    source:
      "botocore 1.43.107 model of route53resolver CreateResolverEndpointRequest.Protocols and TargetAddress.Protocol",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  resolverEndpointSecurityGroups: {
    claim:
      "The security groups of an inbound Resolver endpoint must let in port 53 over TCP and UDP (443 for DNS over HTTPS), those of an outbound one must let out the port of the servers over TCP and UDP.",
    source:
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries-values.html; https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries-endpoint-values.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
  resolverRuleByOutboundEndpoint: {
    claim: "A forwarding rule names an outbound Resolver endpoint.",
    source: "botocore 1.43.107 model of route53resolver CreateResolverRuleRequest.ResolverEndpointId",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  resolverRuleOneFamily: {
    claim:
      "The targets of one Resolver rule are IPv4 or IPv6 addresses, not both; queries leave from the endpoint's addresses, so that it has none for a family which is not of its type.",
    source:
      "botocore 1.43.107 model of route53resolver CreateResolverRuleRequest.TargetIps and CreateResolverEndpointRequest.ResolverEndpointType",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  resolverRuleMostSpecific: {
    claim:
      "Of the Resolver rules that hold in a VPC, the one with the most specific domain decides: queries for a domain that is forwarded are answered by servers elsewhere, those for a SYSTEM rule by the VPC's resolver.",
    source: "botocore 1.43.107 model of route53resolver CreateResolverRuleRequest.DomainName and RuleType",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  resolverRuleOneForEachDomain: {
    claim:
      'A VPC has one Resolver rule for a domain name: AssociateResolverRule refuses the second (InvalidRequestException RSLVR-00802, "Cannot associate rules with same domain name with same VPC").',
    source:
      "botocore 1.43.107 model of route53resolver AssociateResolverRule.InvalidRequestException; https://github.com/crossplane-contrib/provider-upjet-aws/issues/1010; https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-domain-name-matches.html; RFC 4343",
    checked: "2026-11-30",
    evidence: "2023-12-06",
    confidence: "high",
  },
  resolverRuleNotToOwnEndpoint: {
    claim:
      'A Resolver rule whose target is an inbound endpoint of a VPC would send queries round in a circle there: AssociateResolverRule refuses it in that VPC (InvalidRequestException RSLVR-00804, "the VPC include an INBOUND resolver endpoints with rule\'s target IP"), not in others.',
    source:
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver-endpoints.html; https://github.com/aws-samples/aws-network-hub-for-terraform/pull/26",
    checked: "2026-11-30",
    evidence: "2022-08-09",
    confidence: "high",
  },
  resolverIpv6InternetDenied: {
    claim:
      "Addresses of a Resolver endpoint do not reach the internet over IPv6 unless Ipv6InternetAccessEnabled is set, which is false by default and which AWS provider 6.66 cannot say.",
    source:
      "botocore 1.43.107 model of route53resolver CreateResolverEndpointRequest.Ipv6InternetAccessEnabled; https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries-endpoint-values.html; bindings of AWS provider 6.66",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  dnsFirewallQueryTypes: {
    claim:
      "A rule of the DNS Firewall asks for the query types A, AAAA, CAA, CNAME, DS, MX, NAPTR, NS, PTR, SOA, SPF, SRV and TXT by name, for all others by number, TYPE1 to TYPE65534.",
    source:
      "botocore 1.43.107 model of route53resolver CreateFirewallRuleRequest.Qtype; https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateFirewallRule.html",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  dnsFirewallPriorities: {
    claim:
      "Each rule of a DNS Firewall rule group has a priority of its own, and each rule group of a VPC too, between 100 and 9900.",
    source:
      "botocore 1.43.107 model of route53resolver CreateFirewallRuleRequest.Priority and AssociateFirewallRuleGroupRequest.Priority",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
});
