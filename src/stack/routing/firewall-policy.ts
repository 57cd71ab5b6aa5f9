import {
  NetworkfirewallFirewallPolicy,
  type NetworkfirewallFirewallPolicyFirewallPolicy,
} from "@cdktf/provider-aws/lib/networkfirewall-firewall-policy/index.js";
import {
  NetworkfirewallRuleGroup,
  type NetworkfirewallRuleGroupRuleGroupRulesSource,
  type NetworkfirewallRuleGroupRuleGroupRulesSourceStatefulRule,
} from "@cdktf/provider-aws/lib/networkfirewall-rule-group/index.js";
import type { Construct } from "constructs";
import { formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { PortRange } from "../../model/types/filtering.ts";
import type {
  FirewallAddresses,
  FirewallPolicy,
  FirewallRule,
  FirewallRuleGroup,
  FirewallRulesSource,
  NetworkFirewall,
} from "../../model/types/network-firewall.ts";
import { withNameTag } from "../name-tag.ts";
import type { VpcMade } from "../resources.ts";

const STRICT = "STRICT_ORDER";
const ANY = "ANY";

/** Makes the policy of a firewall, and its rule groups that are not made elsewhere. */
export function addFirewallPolicy(
  scope: Construct,
  { name, displayName, policy, tags }: NetworkFirewall,
  vpc: VpcMade,
): NetworkfirewallFirewallPolicy {
  const groups = policy.ruleGroups.map((group) => ({
    priority: group.priority,
    resourceArn: arnOf(scope, group, tags),
  }));
  return new NetworkfirewallFirewallPolicy(
    scope,
    terraformAddress("aws_networkfirewall_firewall_policy", name),
    {
      name: displayName,
      firewallPolicy: policyArguments(policy, groups, vpc),
      tags: withNameTag(displayName, tags),
    },
  );
}

function policyArguments(
  policy: FirewallPolicy,
  groups: readonly { readonly priority: number; readonly resourceArn: string }[],
  vpc: VpcMade,
): NetworkfirewallFirewallPolicyFirewallPolicy {
  const { statelessDefaultAction, statelessFragmentDefaultAction, statefulDefaultActions } = policy;
  return {
    statelessDefaultActions: [statelessDefaultAction],
    statelessFragmentDefaultActions: [statelessFragmentDefaultAction],
    ...(statefulDefaultActions.length === 0 ? {} : { statefulDefaultActions: [...statefulDefaultActions] }),
    statefulEngineOptions: { ruleOrder: STRICT },
    policyVariables: {
      ruleVariables: [{ key: "HOME_NET", ipSet: { definition: homeNet(policy, vpc) } }],
    },
    ...(groups.length === 0 ? {} : { statefulRuleGroupReference: [...groups] }),
  };
}

/** AWS's own default is "the CIDR of the VPC", in one number: all blocks of both families are written. */
function homeNet({ homeNet: written }: FirewallPolicy, { ipv4Blocks, ipv6Blocks }: VpcMade): string[] {
  if (written !== null) return written.map(({ prefix }) => formatPrefix(prefix));
  return [...ipv4Blocks.values(), ...ipv6Blocks.values()].map(({ cidr }) => cidr);
}

function arnOf(scope: Construct, group: FirewallRuleGroup, tags: NetworkFirewall["tags"]): string {
  const { id, displayName, capacity, source } = group;
  if (source.kind === "arn") return source.arn;
  return new NetworkfirewallRuleGroup(scope, terraformAddress("aws_networkfirewall_rule_group", id), {
    name: displayName,
    type: "STATEFUL",
    capacity,
    ruleGroup: {
      statefulRuleOptions: { ruleOrder: STRICT },
      rulesSource: rulesSource(source),
    },
    tags: withNameTag(displayName, tags),
  }).arn;
}

function rulesSource(
  source: Exclude<FirewallRulesSource, { readonly kind: "arn" }>,
): NetworkfirewallRuleGroupRuleGroupRulesSource {
  switch (source.kind) {
    case "stateful-rules":
      return { statefulRule: source.rules.map(statefulRule) };
    case "domain-list": {
      const { generatedRulesType, targets, targetTypes } = source;
      return {
        rulesSourceList: { generatedRulesType, targets: [...targets], targetTypes: [...targetTypes] },
      };
    }
    case "suricata":
      return { rulesString: source.text };
  }
}

function statefulRule(rule: FirewallRule): NetworkfirewallRuleGroupRuleGroupRulesSourceStatefulRule {
  const { action, protocol, direction } = rule;
  return {
    action,
    header: {
      ...{ protocol, direction },
      source: addresses(rule.source),
      sourcePort: ports(rule.sourcePort),
      destination: addresses(rule.destination),
      destinationPort: ports(rule.destinationPort),
    },
    ruleOption: [{ keyword: "sid", settings: [String(rule.sid)] }],
  };
}

function addresses(from: FirewallAddresses): string {
  return from.kind === "word" ? from.word : formatPrefix(from.block.prefix);
}

/** A range as Suricata writes it. */
function ports(range: PortRange | null): string {
  if (range === null) return ANY;
  return range.from === range.to ? String(range.from) : `${range.from}:${range.to}`;
}
