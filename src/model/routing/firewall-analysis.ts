import type { AddressFamily } from "../../base/prefix.ts";
import type {
  FirewallAddresses,
  FirewallPolicy,
  FirewallRule,
  FirewallRuleGroup,
} from "../types/network-firewall.ts";

/** A line of Suricata's that lets ICMPv6 pass. */
const PASSES_ICMP = /^\s*pass\s+(icmp|icmpv6|icmp6|ip)\s/im;
const PASSES = /^\s*pass\s/im;

/** The rules by protocol, addresses and ports of all groups. */
export function statefulRulesOf({ ruleGroups }: FirewallPolicy): readonly FirewallRule[] {
  return ruleGroups.flatMap(({ source }) => (source.kind === "stateful-rules" ? source.rules : []));
}

/** True when the stateful rules are asked at all. */
export function asksRules({ statelessDefaultAction }: FirewallPolicy): boolean {
  return statelessDefaultAction === "aws:forward_to_sfe";
}

/** True when what no rule speaks of is lost, handshakes too. */
export function dropsTheRest({ statefulDefaultActions }: FirewallPolicy): boolean {
  return statefulDefaultActions.includes("aws:drop_strict");
}

/** True when something of the group may pass: of a group that is made elsewhere nobody knows. */
export function mayPass({ source }: FirewallRuleGroup): boolean {
  switch (source.kind) {
    case "stateful-rules":
      return source.rules.some(({ action }) => action === "PASS");
    case "domain-list":
      return source.generatedRulesType === "ALLOWLIST";
    case "suricata":
      return PASSES.test(source.text);
    case "arn":
      return true;
  }
}

/** True when messages of ICMPv6 may pass by a rule of the group. */
export function mayPassIcmpv6({ source }: FirewallRuleGroup): boolean {
  switch (source.kind) {
    case "stateful-rules":
      return source.rules.some(
        (rule) =>
          rule.action === "PASS" &&
          (rule.protocol === "ICMP" || rule.protocol === "IP") &&
          // Suricata lets a rule that names a port match no message of ICMP.
          rule.sourcePort === null &&
          rule.destinationPort === null &&
          familyOf(rule.source) !== "ipv4" &&
          familyOf(rule.destination) !== "ipv4",
      );
    case "domain-list":
      return false;
    case "suricata":
      return PASSES_ICMP.test(source.text);
    case "arn":
      return true;
  }
}

/** The family of a block; null: words stand for both. */
export function familyOf(addresses: FirewallAddresses): AddressFamily | null {
  return addresses.kind === "block" ? addresses.block.prefix.family : null;
}
