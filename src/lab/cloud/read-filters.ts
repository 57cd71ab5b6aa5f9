import type { Prefix } from "../../base/prefix.ts";
import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { PORTED, PROTOCOLS, protocolNumber } from "../protocols.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  flagAt,
  literalAt,
  nameAt,
  neededName,
  numberAt,
  ofType,
  type Resource,
  refuseArguments,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { NetworkAcl, NetworkAclEntry, SecurityGroup, SecurityGroupRule, Traffic } from "./cloud.ts";
import { type Blocks, prefixAt } from "./prefix-at.ts";

/** What a prefix list holds, by its address or id. */
export type PrefixLists = ReadonlyMap<string, readonly Prefix[]>;

const ICMP: readonly number[] = [PROTOCOLS.icmp, PROTOCOLS.icmpv6];
const ALL = "-1";

/** The security groups of a stack with the rules that stand beside them. */
export function readSecurityGroups(
  stack: TerraformStack,
  blocks: Blocks,
  lists: PrefixLists,
): readonly SecurityGroup[] {
  const groups = ofType(stack, "aws_security_group");
  for (const group of groups) refuseArguments(group, ["ingress", "egress"]);
  const ingress = ofType(stack, "aws_vpc_security_group_ingress_rule");
  const egress = ofType(stack, "aws_vpc_security_group_egress_rule");
  const groupOf = (rule: Resource) => neededName(rule, "security_group_id");
  // A group that is only named by its id has other rules too, which nobody here knows.
  const names = new Set([...groups.map(({ address }) => address), ...[...ingress, ...egress].map(groupOf)]);
  const rules = (of: readonly Resource[], name: string) =>
    of.filter((rule) => groupOf(rule) === name).map((rule) => groupRule(rule, blocks, lists));
  return [...names].map((name) => ({ name, ingress: rules(ingress, name), egress: rules(egress, name) }));
}

function groupRule(rule: Resource, blocks: Blocks, lists: PrefixLists): SecurityGroupRule {
  const traffic = trafficOf(rule, "ip_protocol", {
    type: rule.body["from_port"],
    code: rule.body["to_port"],
  });
  const group = nameAt(rule, rule.body["referenced_security_group_id"]);
  if (group !== null) return { ...traffic, peer: { kind: "group", name: group } };
  const list = nameAt(rule, rule.body["prefix_list_id"]);
  if (list !== null) {
    const prefixes = lists.get(list);
    if (prefixes === undefined) throw new CannotModel(rule.address, `nobody knows what is in ${list}`);
    return { ...traffic, peer: { kind: "prefixes", prefixes } };
  }
  const cidr =
    prefixAt(rule, rule.body["cidr_ipv4"], blocks) ?? prefixAt(rule, rule.body["cidr_ipv6"], blocks);
  if (cidr === null) throw new CannotModel(rule.address, "it names no peer");
  return { ...traffic, peer: { kind: "prefixes", prefixes: [cidr] } };
}

/** The network ACLs of a stack, entries by number. */
export function readNetworkAcls(stack: TerraformStack, blocks: Blocks): readonly NetworkAcl[] {
  const rules = ofType(stack, "aws_network_acl_rule");
  return ofType(stack, "aws_network_acl").map((acl) => {
    refuseArguments(acl, ["ingress", "egress"]);
    const own = rules.filter((rule) => neededName(rule, "network_acl_id") === acl.address);
    const side = (egress: boolean) =>
      own
        .filter((rule) => (flagAt(rule, rule.body["egress"]) ?? false) === egress)
        .map((rule) => aclEntry(rule, blocks))
        .sort((a, b) => a.ruleNumber - b.ruleNumber);
    return { name: acl.address, ingress: side(false), egress: side(true) };
  });
}

/** An entry of a network ACL, from the resource that is one. */
export function aclEntry(rule: Resource, blocks: Blocks): NetworkAclEntry {
  const { body } = rule;
  const cidr = prefixAt(rule, body["cidr_block"], blocks) ?? prefixAt(rule, body["ipv6_cidr_block"], blocks);
  const ruleNumber = numberAt(rule, body["rule_number"]);
  const action = literalAt(rule, "rule_action");
  if (cidr === null || ruleNumber === null || (action !== "allow" && action !== "deny"))
    throw new CannotModel(rule.address, "it lacks its block, its number or its action");
  // The provider sends a type or a code that is left out as 0.
  const icmp = { type: body["icmp_type"] ?? 0, code: body["icmp_code"] ?? 0 };
  return { ...trafficOf(rule, "protocol", icmp), cidr, ruleNumber, allow: action === "allow" };
}

function trafficOf(
  rule: Resource,
  key: string,
  icmp: { readonly type: unknown; readonly code: unknown },
): Traffic {
  const text = String(rule.body[key] ?? "").toLowerCase();
  if (text === ALL || text === "all") return { protocol: null, ports: null, icmp: null };
  const protocol = protocolNumber(text) ?? (/^\d{1,3}$/.test(text) ? Number(text) : null);
  if (protocol === null || protocol > 255) throw new CannotModel(rule.address, `unknown protocol ${text}`);
  return {
    protocol,
    ports: PORTED.has(protocol) ? portsOf(rule) : null,
    icmp: ICMP.includes(protocol) ? icmpOf(rule, icmp) : null,
  };
}

function portsOf(rule: Resource): Traffic["ports"] {
  const [from, to] = [numberAt(rule, rule.body["from_port"]), numberAt(rule, rule.body["to_port"])];
  if (from === null || to === null) throw new CannotModel(rule.address, "it lacks its ports");
  if (from === -1) return null;
  return { from, to };
}

function icmpOf(rule: Resource, icmp: { readonly type: unknown; readonly code: unknown }): Traffic["icmp"] {
  const [type, code] = [numberAt(rule, icmp.type) ?? -1, numberAt(rule, icmp.code) ?? -1];
  return type === -1 ? null : { type, code: code === -1 ? null : code };
}

/** The prefix lists that a stack makes; `served` are those of AWS's services, by name such as `com.amazonaws.eu-west-1.s3`. */
export function readPrefixLists(
  stack: TerraformStack,
  blocks: Blocks,
  served: (name: string) => readonly Prefix[] | null,
): PrefixLists {
  const own = ofType(stack, "aws_ec2_managed_prefix_list").map((list) => {
    const entries = listOf(list.body["entry"]).map((entry) => {
      const prefix = isRecord(entry) ? prefixAt(list, entry["cidr"], blocks) : null;
      if (prefix === null) throw new CannotModel(list.address, "an entry has no block");
      return prefix;
    });
    return [list.address, entries] as const;
  });
  const looked = stack.resources
    .filter(({ address }) => address.startsWith("data.aws_ec2_managed_prefix_list."))
    .map((list) => {
      const name = literalAt(list, "name") ?? "";
      const prefixes = served(name);
      if (prefixes === null) throw new CannotModel(list.address, `nobody knows what is in ${name}`);
      return [list.address, prefixes] as const;
    });
  return new Map([...own, ...looked]);
}
