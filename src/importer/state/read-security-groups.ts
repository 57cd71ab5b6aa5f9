import { protocolOfNumber, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import { protocolWord } from "../protocol-word.ts";
import type { FoundPeer, FoundSecurityGroup, FoundSecurityGroupRule } from "../types/filtering.ts";
import { keyOf } from "../with-rule-ids.ts";
import { portsOf } from "./read-filtering.ts";
import type { StateResource, StateResources } from "./resources.ts";
import { nameTag, type Values } from "./values.ts";

type Direction = FoundSecurityGroupRule["direction"];

/** The VPC's security groups. Rules that stand in the group itself have no ids in a state. */
export function readSecurityGroups(resources: StateResources, vpcId: string): readonly FoundSecurityGroup[] {
  const groups = resources.having("vpc_id", vpcId, "aws_security_group", "aws_default_security_group");
  return groups.map((group) => ({
    id: group.id,
    name: nameTag(group.values),
    groupName: group.values.text("name") ?? group.id,
    description: group.values.text("description") ?? "",
    rules: allRulesOf(resources, group),
  }));
}

function allRulesOf(
  resources: StateResources,
  { id, values }: StateResource,
): readonly FoundSecurityGroupRule[] {
  const inline = (["ingress", "egress"] as const).flatMap((direction) =>
    values.blocks(direction).flatMap((block) => readMany(block, direction, id, null)),
  );
  const rules = [...inline, ...rulesOf(resources, id)];
  // Of a rule that a state holds twice, the one with an id comes later and stays.
  return [...new Map(rules.map((rule) => [keyOf(rule), rule])).values()];
}

/** The rules of a group that are resources of their own, of either kind. */
export function rulesOf(resources: StateResources, group: string): readonly FoundSecurityGroupRule[] {
  return [...ownRules(resources, group), ...olderRules(resources, group)];
}

/** One rule, one resource. */
function ownRules(resources: StateResources, group: string): readonly FoundSecurityGroupRule[] {
  return (["ingress", "egress"] as const).flatMap((direction) =>
    resources
      .having("security_group_id", group, `aws_vpc_security_group_${direction}_rule`)
      .flatMap(({ id, values }) => {
        const peers = [
          ...cidrPeers([values.text("cidr_ipv4"), values.text("cidr_ipv6")].filter((cidr) => cidr !== null)),
          ...listPeers([values.text("prefix_list_id")].filter((list) => list !== null)),
          ...groupPeers([values.text("referenced_security_group_id")].filter((other) => other !== null)),
        ];
        return peers.map((peer) => readRule(values, "ip_protocol", direction, peer, id));
      }),
  );
}

/** Resources of an older kind, of which each may stand for several rules; its id is known where it stands for one. */
function olderRules(resources: StateResources, group: string): readonly FoundSecurityGroupRule[] {
  return resources.having("security_group_id", group, "aws_security_group_rule").flatMap(({ values }) => {
    const direction = values.text("type") === "egress" ? "egress" : "ingress";
    return readMany(values, direction, group, values.text("security_group_rule_id"));
  });
}

function readMany(
  values: Values,
  direction: Direction,
  group: string,
  id: string | null,
): readonly FoundSecurityGroupRule[] {
  const source = values.text("source_security_group_id");
  const peers = [
    ...cidrPeers([...values.texts("cidr_blocks"), ...values.texts("ipv6_cidr_blocks")]),
    ...listPeers(values.texts("prefix_list_ids")),
    ...groupPeers([...values.texts("security_groups"), ...(source === null ? [] : [source])]),
    ...(values.flag("self") ? groupPeers([group]) : []),
  ];
  return peers.map((peer) => readRule(values, "protocol", direction, peer, peers.length === 1 ? id : null));
}

function readRule(
  values: Values,
  protocolKey: string,
  direction: Direction,
  peer: FoundPeer,
  id: string | null,
): FoundSecurityGroupRule {
  const protocol = protocolWord(values.text(protocolKey) ?? "-1");
  const number = securityGroupProtocolNumber(protocol);
  const hasPorts = number !== null && (protocolOfNumber(number)?.selector ?? "none") !== "none";
  const ports = hasPorts ? portsOf(values) : null;
  return { id, direction, protocol, ports, peer, description: values.text("description") };
}

function cidrPeers(cidrs: readonly string[]): readonly FoundPeer[] {
  return cidrs.map((cidr) => ({ kind: "cidr", cidr }));
}

function listPeers(ids: readonly string[]): readonly FoundPeer[] {
  return ids.map((id) => ({ kind: "prefix-list", id }));
}

/** A group of another account is written `123456789012/sg-…`. */
function groupPeers(ids: readonly string[]): readonly FoundPeer[] {
  return ids.map((id) => ({ kind: "security-group", id: id.replace(/^\d{12}\//, "") }));
}
