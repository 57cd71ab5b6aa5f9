import type { NetworkAcl, NetworkAclEntry, SecurityGroup, SecurityGroupRule } from "../../types/filtering.ts";
import type { Network } from "../../types/network.ts";
import { isIpv6Entry, isIpv6Rule } from "../ipv6-rules.ts";
import type { Stage } from "../stage.ts";
import { type WhatIsThere, whatIsThere } from "../what-is-there.ts";

/** The stage `security`. */
export const securityStage: Stage = {
  id: "security",
  title: "Let in and out over IPv6 what is let in and out over IPv4",
  why: "It comes before routes and addresses, because IPv6 addresses are globally routable: from its default route on, a host is open to the internet wherever its security groups and network ACLs let it be. Rules that no packet meets yet do no harm, and can be read in peace",
  without: withoutNewRules,
};

function withoutNewRules(network: Network): Network {
  const there = whatIsThere(network);
  const { securityGroups, networkAcls } = network;
  return {
    ...network,
    prefixLists: [],
    securityGroups: securityGroups
      .filter(({ name }) => there.has("aws_security_group", name))
      .map((group) => ({ ...group, rules: group.rules.filter((rule) => isOldRule(there, group, rule)) })),
    networkAcls: networkAcls
      .filter(({ name }) => there.has("aws_network_acl", name))
      .map((acl) => ({ ...acl, entries: acl.entries.filter((entry) => isOldEntry(there, acl, entry)) })),
  };
}

/** Whoever has the group in hand has the rules that are not added for IPv6, too. */
function isOldRule(there: WhatIsThere, { name }: SecurityGroup, rule: SecurityGroupRule): boolean {
  if (there.has(`aws_vpc_security_group_${rule.direction}_rule`, rule.id)) return true;
  return there.isReferenced("aws_security_group", name) && !isIpv6Rule(rule);
}

function isOldEntry(there: WhatIsThere, { name }: NetworkAcl, entry: NetworkAclEntry): boolean {
  if (there.has("aws_network_acl_rule", entry.id)) return true;
  return there.isReferenced("aws_network_acl", name) && !isIpv6Entry(entry);
}
