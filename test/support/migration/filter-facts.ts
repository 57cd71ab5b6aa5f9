import { at, listAt } from "../json.ts";
import type { Asked, Fact } from "./network-facts.ts";

/** Security groups and network ACLs, those aside that every VPC comes with. */
export function filterFacts(asked: Asked, vpc: string): readonly Fact[] {
  const groups = listAt(asked.answer("security_groups"), "SecurityGroups")
    .filter((one) => at(one, "VpcId") === vpc && at(one, "GroupName") !== "default")
    .map((one) => at(one, "GroupId"));
  const rules = listAt(asked.answer("security_group_rules"), "SecurityGroupRules").filter((one) =>
    groups.includes(at(one, "GroupId")),
  );
  const acls = listAt(asked.answer("network_acls"), "NetworkAcls").filter(
    (one) => at(one, "VpcId") === vpc && at(one, "IsDefault") !== true,
  );
  return [
    ...groups.map((id): Fact => ["ipv4", `${asked.name(id)} is there`]),
    ...rules.map((rule) => ruleFact(asked, rule)),
    ...acls.flatMap((acl) => aclFacts(asked, acl)),
  ];
}

function ruleFact(asked: Asked, rule: unknown): Fact {
  const ipv6 = at(rule, "CidrIpv6");
  const group = at(rule, "ReferencedGroupInfo", "GroupId");
  const peer = ipv6 !== undefined ? asked.place(ipv6) : (at(rule, "CidrIpv4") ?? asked.name(group));
  const ports = [at(rule, "FromPort"), at(rule, "ToPort")].filter(
    (port) => port !== undefined && port !== -1,
  );
  const way = at(rule, "IsEgress") === true ? "lets out to" : "lets in from";
  const what = [at(rule, "IpProtocol"), ...new Set(ports)].join(" ");
  return [ipv6 === undefined ? "ipv4" : "ipv6", `${asked.name(at(rule, "GroupId"))} ${way} ${peer}: ${what}`];
}

/** The number of the entry that every network ACL ends with. */
const LAST = 32767;

function aclFacts(asked: Asked, acl: unknown): readonly Fact[] {
  const name = asked.name(at(acl, "NetworkAclId"));
  const entries = listAt(acl, "Entries").filter((one) => Number(at(one, "RuleNumber")) < LAST);
  return [
    ...listAt(acl, "Associations").map(
      (one): Fact => ["ipv4", `${name} filters ${asked.name(at(one, "SubnetId"))}`],
    ),
    ...entries.map((entry) => entryFact(asked, name, entry)),
  ];
}

function entryFact(asked: Asked, acl: string, entry: unknown): Fact {
  const ipv6 = at(entry, "Ipv6CidrBlock");
  const peer = ipv6 === undefined ? at(entry, "CidrBlock") : asked.place(ipv6);
  const way = at(entry, "Egress") === true ? "out to" : "in from";
  const what = [at(entry, "Protocol"), ...detailsOf(entry)].join(" ");
  return [
    ipv6 === undefined ? "ipv4" : "ipv6",
    `${acl} ${at(entry, "RuleNumber")} ${at(entry, "RuleAction")} ${way} ${peer}: ${what}`,
  ];
}

/** Ports of TCP and UDP, type and code of ICMP; the emulator has zeros for the rest. */
function detailsOf(entry: unknown): readonly unknown[] {
  switch (at(entry, "Protocol")) {
    case "6":
    case "17":
      return [at(entry, "PortRange", "From"), at(entry, "PortRange", "To")];
    case "1":
    case "58":
      return [at(entry, "IcmpTypeCode", "Type"), at(entry, "IcmpTypeCode", "Code")];
    default:
      return [];
  }
}
