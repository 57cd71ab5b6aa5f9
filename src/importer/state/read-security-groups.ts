import { protocolOfNumber, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import { protocolWord } from "../protocol-word.ts";
import type { FoundPeer, FoundSecurityGroup, FoundSecurityGroupRule } from "../types/filtering.ts";
import { type Fields, nameTag } from "./fields.ts";
import { portsOf } from "./read-filtering.ts";
import { inVpc } from "./read-network.ts";
import type { StateResource, StateResources } from "./resources.ts";

type Direction = FoundSecurityGroupRule["direction"];

/** The VPC's security groups. Rules that stand in the group itself have no ids in a state. */
export function readSecurityGroups(resources: StateResources, vpcId: string): readonly FoundSecurityGroup[] {
  const groups = inVpc(resources.of("aws_security_group", "aws_default_security_group"), vpcId);
  return groups.map((group) => ({
    id: group.id,
    name: nameTag(group.fields),
    groupName: group.fields.text("name") ?? group.id,
    description: group.fields.text("description") ?? "",
    rules: rulesOf(resources, group),
  }));
}

function rulesOf(
  resources: StateResources,
  { id, fields }: StateResource,
): readonly FoundSecurityGroupRule[] {
  const inline = (["ingress", "egress"] as const).flatMap((direction) =>
    fields.blocks(direction).flatMap((block) => readMany(block, direction, id, null)),
  );
  const rules = [...inline, ...ownRules(resources, id), ...olderRules(resources, id)];
  // Of a rule that a state holds twice, the one with an id comes later and stays.
  return [...new Map(rules.map((rule) => [keyOf(rule), rule])).values()];
}

function keyOf({ direction, protocol, ports, peer }: FoundSecurityGroupRule): string {
  return JSON.stringify([direction, protocol, ports?.from, ports?.to, Object.values(peer)]);
}

/** One rule, one resource. */
function ownRules(resources: StateResources, group: string): readonly FoundSecurityGroupRule[] {
  return (["ingress", "egress"] as const).flatMap((direction) =>
    resources
      .of(`aws_vpc_security_group_${direction}_rule`)
      .filter(({ fields }) => fields.text("security_group_id") === group)
      .flatMap(({ id, fields }) => {
        const peers = [
          ...cidrPeers([fields.text("cidr_ipv4"), fields.text("cidr_ipv6")].filter((cidr) => cidr !== null)),
          ...listPeers([fields.text("prefix_list_id")].filter((list) => list !== null)),
          ...groupPeers([fields.text("referenced_security_group_id")].filter((other) => other !== null)),
        ];
        return peers.map((peer) => readRule(fields, "ip_protocol", direction, peer, id));
      }),
  );
}

/** Resources of an older kind, of which each may stand for several rules; its id is known where it stands for one. */
function olderRules(resources: StateResources, group: string): readonly FoundSecurityGroupRule[] {
  return resources
    .of("aws_security_group_rule")
    .filter(({ fields }) => fields.text("security_group_id") === group)
    .flatMap(({ fields }) => {
      const direction = fields.text("type") === "egress" ? "egress" : "ingress";
      return readMany(fields, direction, group, fields.text("security_group_rule_id"));
    });
}

function readMany(
  fields: Fields,
  direction: Direction,
  group: string,
  id: string | null,
): readonly FoundSecurityGroupRule[] {
  const source = fields.text("source_security_group_id");
  const peers = [
    ...cidrPeers([...fields.texts("cidr_blocks"), ...fields.texts("ipv6_cidr_blocks")]),
    ...listPeers(fields.texts("prefix_list_ids")),
    ...groupPeers([...fields.texts("security_groups"), ...(source === null ? [] : [source])]),
    ...(fields.flag("self") ? groupPeers([group]) : []),
  ];
  return peers.map((peer) => readRule(fields, "protocol", direction, peer, peers.length === 1 ? id : null));
}

function readRule(
  fields: Fields,
  protocolKey: string,
  direction: Direction,
  peer: FoundPeer,
  id: string | null,
): FoundSecurityGroupRule {
  const protocol = protocolWord(fields.text(protocolKey) ?? "-1");
  const number = securityGroupProtocolNumber(protocol);
  const hasPorts = number !== null && (protocolOfNumber(number)?.selector ?? "none") !== "none";
  const ports = hasPorts ? portsOf(fields) : null;
  return { id, direction, protocol, ports, peer, description: fields.text("description") };
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
