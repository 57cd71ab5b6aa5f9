import { Route53ResolverFirewallConfig } from "@cdktf/provider-aws/lib/route53-resolver-firewall-config/index.js";
import { Route53ResolverFirewallDomainList } from "@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list/index.js";
import { Route53ResolverFirewallRule } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule/index.js";
import { Route53ResolverFirewallRuleGroup } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group/index.js";
import { Route53ResolverFirewallRuleGroupAssociation } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type {
  DnsFirewall,
  DnsFirewallAction,
  DnsFirewallPlace,
  DnsFirewallRule,
} from "../../model/types/resolver.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, resourceFor, type VpcMade } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** Adds the DNS Firewall of the VPC, where the blueprint says something of it. */
export function addDnsFirewall(scope: Construct, { route53 }: Network, { vpc }: Pick<VpcMade, "vpc">): void {
  const { dnsFirewall: model } = route53;
  if (model === null) return;
  new Route53ResolverFirewallConfig(scope, "aws_route53_resolver_firewall_config.main", {
    resourceId: vpc.id,
    firewallFailOpen: model.failOpen ? "ENABLED" : "DISABLED",
  });
  const lists = addDomainLists(scope, model);
  for (const group of model.ruleGroups) {
    const { name, displayName, tags } = group;
    const made = new Route53ResolverFirewallRuleGroup(
      scope,
      terraformAddress("aws_route53_resolver_firewall_rule_group", name),
      { name: displayName, tags: withNameTag(displayName, tags) },
    );
    const rules = group.rules.map((rule) => addRule(scope, lists, made.id, rule));
    // Else the VPC would have the group before it knows what to refuse.
    associate(scope, `group_${name}`, group, { vpc: vpc.id, group: made.id, awaited: rules });
  }
  for (const one of model.associations)
    associate(scope, one.name, one, { vpc: vpc.id, group: one.firewallRuleGroupId, awaited: [] });
}

function addDomainLists(
  scope: Construct,
  { domainLists }: DnsFirewall,
): Made<Route53ResolverFirewallDomainList> {
  return new Map(
    domainLists.map(({ name, displayName, domains, tags }) => [
      name,
      new Route53ResolverFirewallDomainList(
        scope,
        terraformAddress("aws_route53_resolver_firewall_domain_list", name),
        { name: displayName, domains: [...domains], tags: withNameTag(displayName, tags) },
      ),
    ]),
  );
}

function addRule(
  scope: Construct,
  lists: Made<Route53ResolverFirewallDomainList>,
  group: string,
  { id, awsName, priority, domains, action, qType }: DnsFirewallRule,
): Route53ResolverFirewallRule {
  return new Route53ResolverFirewallRule(scope, terraformAddress("aws_route53_resolver_firewall_rule", id), {
    name: awsName,
    firewallRuleGroupId: group,
    firewallDomainListId: "id" in domains ? domains.id : resourceFor(lists, domains.list).id,
    priority,
    ...actionArguments(action),
    ...omitNull({ qType }),
  });
}

function actionArguments(action: DnsFirewallAction) {
  switch (action.kind) {
    case "allow":
      return { action: "ALLOW" };
    case "alert":
      return { action: "ALERT" };
    case "block":
      return { action: "BLOCK", blockResponse: action.response };
    case "override":
      return {
        action: "BLOCK",
        blockResponse: "OVERRIDE",
        // AWS knows no other.
        blockOverrideDnsType: "CNAME",
        blockOverrideDomain: action.domain,
        blockOverrideTtl: action.ttl,
      };
    default:
      return assertNever(action);
  }
}

interface Associated {
  readonly vpc: string;
  readonly group: string;
  readonly awaited: readonly ITerraformDependable[];
}

/** Of the author's groups the id begins with `group_`, which no author's name does. */
function associate(
  scope: Construct,
  id: string,
  { displayName, priority, mutationProtection, tags }: DnsFirewallPlace,
  { vpc, group, awaited }: Associated,
): void {
  const address = terraformAddress("aws_route53_resolver_firewall_rule_group_association", id);
  new Route53ResolverFirewallRuleGroupAssociation(scope, address, {
    name: displayName,
    firewallRuleGroupId: group,
    vpcId: vpc,
    priority,
    mutationProtection,
    tags: withNameTag(displayName, tags),
    ...waitFor(awaited),
  });
}
