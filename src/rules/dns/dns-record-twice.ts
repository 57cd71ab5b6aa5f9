import { dnsFacts } from "../../aws/facts/dns.ts";
import type { DnsRecord } from "../../model/types/route53.ts";
import type { Rule } from "../rule.ts";

/** One answer to one question. */
export const dnsRecordTwice: Rule<"dns-record-twice"> = {
  id: "dns-record-twice",
  severity: "error",
  title: "A name in a hosted zone has one record of each type, and nothing beside a CNAME.",
  why: "Route 53 keeps one record set for each name and type: the second one fails at apply, because the first exists already. A CNAME answers for all types of its name, so no other record may be beside it; the zone's own name always has records, and cannot be a CNAME.",
  sources: [dnsFacts.cnameStandsAlone],
  check({ route53: { records, hostedZones } }, report) {
    records.forEach((record, index) => {
      const { name, typePath, fullName, type, hostedZone } = record;
      const domain = hostedZones.find((zone) => zone.name === hostedZone)?.domain;
      if (type === "CNAME" && fullName === domain) {
        report(
          typePath,
          `${fullName} is the zone's own name: it cannot be a CNAME`,
          "write an alias, or addresses",
        );
      }
      const before = records.slice(0, index).find((other) => clash(record, other));
      if (before === undefined) return;
      const what = before.type === type ? `${type} record` : `record beside a CNAME`;
      report(
        typePath,
        `${fullName} has a second ${what}: record "${before.name}" has the first`,
        `merge "${name}" with it, or remove one of the two`,
      );
    });
  },
};

function clash(one: DnsRecord, other: DnsRecord): boolean {
  if (one.fullName !== other.fullName || one.hostedZone !== other.hostedZone) return false;
  return one.type === other.type || one.type === "CNAME" || other.type === "CNAME";
}
