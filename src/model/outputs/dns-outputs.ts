import { namesOf } from "../references.ts";
import type { ValueKind } from "../types/outputs.ts";
import type { ResolverEndpoint } from "../types/resolver.ts";
import { named, type OutputKind, type Shown, type WhyEmpty } from "./output-kind.ts";

const hostedZones: Shown = {
  entity: "hosted zone",
  written: ({ route53 }) => namesOf(route53.hostedZones),
  there: ({ route53 }) => route53.hostedZones,
};
const resolverEndpoints: Shown = {
  entity: "Resolver endpoint",
  written: ({ route53 }) => namesOf(route53.resolverEndpoints),
  there: ({ route53 }) => route53.resolverEndpoints,
};
const resolverRules: Shown = {
  entity: "Resolver rule",
  written: ({ route53 }) => namesOf(route53.resolverRules),
  there: ({ route53 }) => route53.resolverRules,
};
const dnsFirewallDomainLists: Shown = {
  entity: "domain list",
  written: ({ route53 }) => namesOf(route53.dnsFirewall?.domainLists ?? {}),
  there: ({ route53 }) => route53.dnsFirewall?.domainLists ?? [],
};
const dnsFirewallRuleGroups: Shown = {
  entity: "rule group",
  written: ({ route53 }) => namesOf(route53.dnsFirewall?.ruleGroups ?? {}),
  there: ({ route53 }) => route53.dnsFirewall?.ruleGroups ?? [],
};

/** Outputs of hosted zones and of the VPC's resolver. */
export const DNS_OUTPUTS = {
  hostedZoneId: { ...hostedZones, type: one("hosted zone id") },
  hostedZoneNameServers: {
    ...hostedZones,
    type: { of: "DNS name", shape: "list" },
    whyEmpty: ({ route53 }, name) => {
      const kind = named(route53.hostedZones, name)?.source.kind;
      return kind === undefined || kind === "public" ? null : `hosted zone ${name} is no new public zone`;
    },
  },
  resolverEndpointId: { ...resolverEndpoints, type: one("Resolver endpoint id") },
  resolverEndpointArn: { ...resolverEndpoints, type: one("ARN") },
  resolverEndpointIpv4Addresses: {
    ...resolverEndpoints,
    type: { of: "IPv4 address", shape: "list" },
    whyEmpty: isOfType("IPV6"),
  },
  resolverEndpointIpv6Addresses: {
    ...resolverEndpoints,
    type: { of: "IPv6 address", shape: "list" },
    whyEmpty: isOfType("IPV4"),
  },
  resolverRuleId: { ...resolverRules, type: one("resolver rule id") },
  resolverRuleArn: { ...resolverRules, type: one("ARN") },
  dnsFirewallDomainListId: { ...dnsFirewallDomainLists, type: one("DNS Firewall domain list id") },
  dnsFirewallRuleGroupId: { ...dnsFirewallRuleGroups, type: one("DNS Firewall rule group id") },
  dnsFirewallRuleGroupArn: { ...dnsFirewallRuleGroups, type: one("ARN") },
} satisfies Readonly<Record<string, OutputKind>>;

function one(of: ValueKind) {
  return { of, shape: "one" } as const;
}

function isOfType(type: ResolverEndpoint["resolverEndpointType"]): WhyEmpty {
  return ({ route53 }, name) =>
    named(route53.resolverEndpoints, name)?.resolverEndpointType === type
      ? `Resolver endpoint ${name} is of type ${type}`
      : null;
}
