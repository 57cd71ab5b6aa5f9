import { DataAwsVpcSecurityGroupRule } from "@cdktf/provider-aws/lib/data-aws-vpc-security-group-rule/index.js";
import { DataAwsVpcSecurityGroupRules } from "@cdktf/provider-aws/lib/data-aws-vpc-security-group-rules/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { ImportBlock } from "./import-blocks.ts";
import { ownershipOf } from "./ownership-of.ts";

/**
 * When a VPC gets its IPv6 block, AWS itself adds a rule to each security group whose outbound rules are the ones that
 * it began with: everything to `::/0`. The same rule of the blueprint would then be refused as a duplicate, so it is
 * looked for in groups that were there before: imported where AWS has added it, made where not. To be called when the
 * stack is whole; only while a migration is under way.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html,
 * https://github.com/hashicorp/terraform-provider-aws/issues/15202
 */
export function addedByAws(scope: Construct, network: Network): readonly ImportBlock[] {
  if (network.migration === null) return [];
  return network.securityGroups.flatMap(({ name, rules }) => {
    const owner = ownershipOf(network, terraformAddress("aws_security_group", name));
    if (owner.kind === "created") return [];
    const addresses = rules
      .filter(isAllToAnywhere)
      .map(({ id }) => terraformAddress("aws_vpc_security_group_egress_rule", id))
      .filter((address) => ownershipOf(network, address).kind === "created");
    return addresses.slice(0, 1).map((to) => {
      invariant(scope.node.tryFindChild(to) !== undefined, `${to} is not in the stack`);
      return lookFor(scope, name, owner.id, to);
    });
  });
}

function isAllToAnywhere({ direction, protocol, peer }: SecurityGroupRule): boolean {
  if (direction !== "egress" || protocol !== "-1" || peer.kind !== "cidr") return false;
  return peer.family === "ipv6" && peer.cidr.prefix.length === 0;
}

/** The group's id is written out: an unknown one would put the reading off until the apply, too late for an import. */
function lookFor(scope: Construct, group: string, groupId: string, to: string): ImportBlock {
  const ids = `data.aws_vpc_security_group_rules.${group}`;
  const rules = `data.aws_vpc_security_group_rule.${group}`;
  new DataAwsVpcSecurityGroupRules(scope, ids, { filter: [{ name: "group-id", values: [groupId] }] });
  new DataAwsVpcSecurityGroupRule(scope, rules, { securityGroupRuleId: EACH }).addOverride(
    "for_each",
    `\${toset(${ids}.ids)}`,
  );
  const isIt = `rule.is_egress && rule.ip_protocol == "-1" && rule.cidr_ipv6 == "::/0"`;
  const found = `[for rule in ${rules} : rule.security_group_rule_id if ${isIt}]`;
  return { to, id: EACH, for_each: `\${toset(${found})}` };
}

const EACH = `\${each.value}`;
