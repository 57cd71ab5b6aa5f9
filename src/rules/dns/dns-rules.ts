import { dhcpDnsBreaksDns64 } from "./dhcp-dns-breaks-dns64.ts";
import { dhcpOptionsInvalid } from "./dhcp-options-invalid.ts";
import { dnsAaaaMissing } from "./dns-aaaa-missing.ts";
import { dnsAliasWithoutFamily } from "./dns-alias-without-family.ts";
import { dnsFirewallPriorityTwice } from "./dns-firewall-priority-twice.ts";
import { dnsFirewallQueryType } from "./dns-firewall-query-type.ts";
import { dnsRecordAddressFamily } from "./dns-record-address-family.ts";
import { dnsRecordTargetWithoutFamily } from "./dns-record-target-without-family.ts";
import { dnsRecordTwice } from "./dns-record-twice.ts";
import { dnsSupportOff } from "./dns-support-off.ts";
import { privateHostedZoneWithoutVpcDns } from "./private-hosted-zone-without-vpc-dns.ts";
import { resolverEndpointFamily } from "./resolver-endpoint-family.ts";
import { resolverEndpointPortClosed } from "./resolver-endpoint-port-closed.ts";
import { resolverEndpointProtocols } from "./resolver-endpoint-protocols.ts";
import { resolverEndpointSingleZone } from "./resolver-endpoint-single-zone.ts";
import { resolverEndpointTooFewAddresses } from "./resolver-endpoint-too-few-addresses.ts";
import { resolverRuleDomainTwice } from "./resolver-rule-domain-twice.ts";
import { resolverRuleEndpointDirection } from "./resolver-rule-endpoint-direction.ts";
import { resolverRuleTargetFamily } from "./resolver-rule-target-family.ts";
import { resolverRuleTargetOwnEndpoint } from "./resolver-rule-target-own-endpoint.ts";
import { resolverRuleTargetProtocol } from "./resolver-rule-target-protocol.ts";
import { resolverRuleTargetWithoutWay } from "./resolver-rule-target-without-way.ts";

/** The rules on dns, sorted by id. */
export const dnsRules = [
  dhcpDnsBreaksDns64,
  dhcpOptionsInvalid,
  dnsAaaaMissing,
  dnsAliasWithoutFamily,
  dnsFirewallPriorityTwice,
  dnsFirewallQueryType,
  dnsRecordAddressFamily,
  dnsRecordTargetWithoutFamily,
  dnsRecordTwice,
  dnsSupportOff,
  privateHostedZoneWithoutVpcDns,
  resolverEndpointFamily,
  resolverEndpointPortClosed,
  resolverEndpointProtocols,
  resolverEndpointSingleZone,
  resolverEndpointTooFewAddresses,
  resolverRuleDomainTwice,
  resolverRuleEndpointDirection,
  resolverRuleTargetFamily,
  resolverRuleTargetOwnEndpoint,
  resolverRuleTargetProtocol,
  resolverRuleTargetWithoutWay,
] as const;
