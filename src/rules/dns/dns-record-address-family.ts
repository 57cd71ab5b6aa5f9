import { dnsFacts } from "../../aws/facts/dns.ts";
import { type AddressFamily, parseAddress } from "../../base/prefix.ts";
import type { RecordType } from "../../model/types/route53.ts";
import type { Rule } from "../rule.ts";

/** What the values of a type are, and the key under which the other family's are written. */
const ADDRESSES: Partial<Record<RecordType, readonly [AddressFamily, name: string, otherKey: string]>> = {
  A: ["ipv4", "IPv4", "aaaa"],
  AAAA: ["ipv6", "IPv6", "a"],
};

/** A is for IPv4, AAAA for IPv6. */
export const dnsRecordAddressFamily: Rule<"dns-record-address-family"> = {
  id: "dns-record-address-family",
  severity: "error",
  title: "An A record holds IPv4 addresses, an AAAA record IPv6 addresses.",
  why: "Route 53 refuses any other value. Terraform does not look: validate and plan accept it, and the apply fails half-way.",
  sources: [dnsFacts.addressRecordsHoldTheirFamily],
  check({ route53 }, report) {
    for (const { type, content } of route53.records) {
      const addresses = ADDRESSES[type];
      if (content.kind !== "values" || addresses === undefined) continue;
      const [family, name, otherKey] = addresses;
      for (const { path, text } of content.values) {
        const found = parseAddress(text)?.family;
        if (found === family) continue;
        const hint = found === undefined ? `write an ${name} address` : `write it under ${otherKey}`;
        report(path, `"${text}" in an ${type} record is no ${name} address`, hint);
      }
    }
  },
};
