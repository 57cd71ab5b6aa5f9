import { dhcpDnsBreaksDns64 } from "./dhcp-dns-breaks-dns64.ts";
import { dhcpOptionsInvalid } from "./dhcp-options-invalid.ts";
import { dnsAaaaMissing } from "./dns-aaaa-missing.ts";
import { dnsAliasWithoutFamily } from "./dns-alias-without-family.ts";
import { dnsRecordAddressFamily } from "./dns-record-address-family.ts";
import { dnsRecordTargetWithoutFamily } from "./dns-record-target-without-family.ts";
import { dnsRecordTwice } from "./dns-record-twice.ts";
import { dnsSupportOff } from "./dns-support-off.ts";
import { privateHostedZoneWithoutVpcDns } from "./private-hosted-zone-without-vpc-dns.ts";

/** The rules on dns, sorted by id. */
export const dnsRules = [
  dhcpDnsBreaksDns64,
  dhcpOptionsInvalid,
  dnsAaaaMissing,
  dnsAliasWithoutFamily,
  dnsRecordAddressFamily,
  dnsRecordTargetWithoutFamily,
  dnsRecordTwice,
  dnsSupportOff,
  privateHostedZoneWithoutVpcDns,
] as const;
