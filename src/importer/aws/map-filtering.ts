import type { NetworkAcl, NetworkAclEntry, SecurityGroup, SecurityGroupRule } from "@aws-sdk/client-ec2";
import { protocolWord } from "../protocol-word.ts";
import type {
  FoundNetworkAcl,
  FoundNetworkAclEntry,
  FoundPeer,
  FoundSecurityGroup,
  FoundSecurityGroupRule,
} from "../types/filtering.ts";
import { nameOfTags } from "./map-network.ts";

/** AWS's own last entry. */
const CATCH_ALL = 32767;

/** A network ACL as an inventory has it. */
export function mapNetworkAcl({
  NetworkAclId,
  Tags,
  IsDefault,
  Associations = [],
  Entries = [],
}: NetworkAcl): FoundNetworkAcl {
  return {
    id: NetworkAclId ?? "",
    name: nameOfTags(Tags),
    isDefault: IsDefault ?? false,
    subnetIds: Associations.flatMap(({ SubnetId }) => SubnetId ?? []),
    entries: Entries.filter(({ RuleNumber = 0 }) => RuleNumber < CATCH_ALL).map(mapEntry),
  };
}

function mapEntry(entry: NetworkAclEntry): FoundNetworkAclEntry {
  const { PortRange: ports, IcmpTypeCode: icmp } = entry;
  return {
    egress: entry.Egress ?? false,
    ruleNumber: entry.RuleNumber ?? 0,
    action: entry.RuleAction === "deny" ? "deny" : "allow",
    protocol: entry.Protocol ?? "-1",
    cidr: entry.CidrBlock ?? entry.Ipv6CidrBlock ?? "",
    ports: ports === undefined ? null : { from: ports.From ?? 0, to: ports.To ?? 0 },
    icmp: icmp === undefined ? null : { type: icmp.Type ?? -1, code: icmp.Code ?? -1 },
  };
}

/** The security groups as an inventory has them, each with its rules. */
export function mapSecurityGroups(
  groups: readonly SecurityGroup[],
  rules: readonly SecurityGroupRule[],
): readonly FoundSecurityGroup[] {
  return groups.map(({ GroupId = "", GroupName = "", Description = "", Tags }) => ({
    id: GroupId,
    name: nameOfTags(Tags),
    groupName: GroupName,
    description: Description,
    rules: rules.filter((rule) => rule.GroupId === GroupId).flatMap(mapRule),
  }));
}

function mapRule(rule: SecurityGroupRule): readonly FoundSecurityGroupRule[] {
  const peer = peerOf(rule);
  if (peer === null) return [];
  const protocol = protocolWord(rule.IpProtocol ?? "-1");
  const hasPorts = ["tcp", "udp", "icmp", "icmpv6"].includes(protocol);
  return [
    {
      id: rule.SecurityGroupRuleId ?? null,
      direction: rule.IsEgress ? "egress" : "ingress",
      protocol,
      ports: hasPorts ? { from: rule.FromPort ?? -1, to: rule.ToPort ?? -1 } : null,
      peer,
      description: rule.Description || null,
    },
  ];
}

function peerOf({
  CidrIpv4,
  CidrIpv6,
  PrefixListId,
  ReferencedGroupInfo,
}: SecurityGroupRule): FoundPeer | null {
  const cidr = CidrIpv4 ?? CidrIpv6;
  if (cidr !== undefined) return { kind: "cidr", cidr };
  if (PrefixListId !== undefined) return { kind: "prefix-list", id: PrefixListId };
  const group = ReferencedGroupInfo?.GroupId;
  return group === undefined ? null : { kind: "security-group", id: group };
}
