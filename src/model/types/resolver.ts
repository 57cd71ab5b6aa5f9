import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { FixedIpv6Address } from "./compute.ts";
import type { SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** Where DNS queries come into the VPC, or leave it for servers elsewhere. */
export interface ResolverEndpoint {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly direction: "INBOUND" | "OUTBOUND";
  readonly tiers: readonly TierName[];
  /** One for each subnet. */
  readonly addresses: readonly ResolverAddress[];
  readonly securityGroups: readonly SecurityGroupName[];
  readonly resolverEndpointType: "IPV4" | "IPV6" | "DUALSTACK";
  /** Sorted. */
  readonly protocols: readonly ResolverProtocol[];
  readonly tags: Tags;
}

/** How DNS is spoken: over UDP and TCP, or over HTTPS. */
type ResolverProtocol = "Do53" | "DoH" | "DoH-FIPS";

/** A place of an endpoint; null addresses are AWS's choice. */
interface ResolverAddress {
  readonly subnet: SubnetId;
  readonly path: Path;
  readonly ip: string | null;
  readonly ipv6: FixedIpv6Address | null;
}

/** What the VPC's resolver does with queries for a domain. */
export interface ResolverRule {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly domainName: string;
  readonly type: ResolverRuleType;
  /** Whether it holds in this VPC. */
  readonly isAssociated: boolean;
  readonly tags: Tags;
}

/** To servers elsewhere, or to the resolver itself. */
type ResolverRuleType =
  | { readonly kind: "system" }
  | { readonly kind: "forward"; readonly endpoint: string; readonly targets: readonly ResolverTarget[] };

/** A DNS server elsewhere. */
export interface ResolverTarget {
  readonly name: string;
  readonly path: Path;
  readonly family: AddressFamily;
  /** In canonical form. */
  readonly address: string;
  readonly port: number;
  readonly protocol: "Do53" | "DoH";
}

/** A rule of others that holds in this VPC. */
interface ResolverRuleAssociation {
  readonly name: string;
  readonly path: Path;
  readonly resolverRuleId: string;
}

/** Which names the VPC's resolver answers for. */
export interface DnsFirewall {
  readonly path: Path;
  readonly failOpen: boolean;
  readonly domainLists: readonly DnsFirewallDomainList[];
  readonly ruleGroups: readonly DnsFirewallRuleGroup[];
  readonly associations: readonly DnsFirewallAssociation[];
}

interface DnsFirewallDomainList {
  readonly name: string;
  readonly displayName: string;
  readonly domains: readonly string[];
  readonly tags: Tags;
}

/** A group of rules, and its place among the VPC's. */
export interface DnsFirewallRuleGroup extends DnsFirewallPlace {
  readonly rules: readonly DnsFirewallRule[];
}

/** A rule group of others, and its place among the VPC's. */
interface DnsFirewallAssociation extends DnsFirewallPlace {
  readonly firewallRuleGroupId: string;
}

/** A place among the rule groups of the VPC. */
export interface DnsFirewallPlace {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly priority: number;
  readonly mutationProtection: "ENABLED" | "DISABLED";
  readonly tags: Tags;
}

/** What is done with queries for certain domains. */
export interface DnsFirewallRule {
  /** Logical id: `<group>_<name>`. */
  readonly id: string;
  /** Its name in AWS. */
  readonly awsName: string;
  readonly path: Path;
  readonly priority: number;
  /** A list of the blueprint by name, or one of others by id. */
  readonly domains: { readonly list: string } | { readonly id: string };
  readonly action: DnsFirewallAction;
  /** Null: every one. */
  readonly qType: string | null;
}

/** What is done with a query; the TTL is in seconds. */
export type DnsFirewallAction =
  | { readonly kind: "allow" | "alert" }
  | { readonly kind: "block"; readonly response: "NODATA" | "NXDOMAIN" }
  | { readonly kind: "override"; readonly domain: string; readonly ttl: number };

/** A log of the names that are asked for. */
export interface ResolverQueryLog {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly destination: QueryLogDestination;
  readonly tags: Tags;
}

/** Where a query log is written to. */
export type QueryLogDestination =
  | { readonly kind: "cloud-watch-logs"; readonly retentionInDays: number; readonly kmsKeyId: string | null }
  /** A bucket, with the prefix appended as the API wants it, or a delivery stream. */
  | { readonly kind: "arn"; readonly destinationArn: string };

/** All that a blueprint says of the VPC's resolver. */
export interface Resolver {
  readonly resolverEndpoints: readonly ResolverEndpoint[];
  readonly resolverRules: readonly ResolverRule[];
  readonly resolverRuleAssociations: readonly ResolverRuleAssociation[];
  /** Null: the blueprint says nothing of it. */
  readonly dnsFirewall: DnsFirewall | null;
  readonly resolverQueryLogs: readonly ResolverQueryLog[];
}
