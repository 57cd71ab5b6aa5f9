import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js";
import {
  VpcSecurityGroupIngressRule,
  type VpcSecurityGroupIngressRuleConfig,
} from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import type { Construct } from "constructs";
import { ANY_ICMP, protocolOfNumber, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import { assertNever } from "../../base/invariant.ts";
import { type AddressFamily, formatPrefix } from "../../base/prefix.ts";
import { familiesOfPeer } from "../../model/filtering/security-group-lookup.ts";
import { ruleAddress, terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Peer, SecurityGroup, SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { isManagedHere } from "../existing/is-managed-here.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import {
  type Identified,
  type Made,
  type PrefixListsMade,
  resourceFor,
  type SecurityGroupsMade,
  type SubnetMade,
  type VpcMade,
} from "../resources.ts";
import { subnetCidr } from "./subnet-cidr.ts";

interface RuleNeeds extends VpcMade, PrefixListsMade {
  readonly subnets: Made<SubnetMade>;
  readonly securityGroups: Made<Identified>;
}

/** Makes the security groups that are not managed outside this stack, then rules: those of one group may name another. */
export function addSecurityGroups(
  scope: Construct,
  network: Network,
  made: Omit<RuleNeeds, "securityGroups">,
): SecurityGroupsMade {
  const securityGroups: Made<Identified> = new Map(
    network.securityGroups.map((group) => [group.name, addSecurityGroup(scope, network, group, made)]),
  );
  const securityGroupRules = new Map(
    network.securityGroups.map((group) => [
      group.name,
      group.rules
        .filter((rule) => isOurRule(network, group, rule))
        .map((rule) => addRule(scope, network, group.name, rule, { ...made, securityGroups })),
    ]),
  );
  return { securityGroups, securityGroupRules };
}

/**
 * AWS changes neither the name nor the description of a security group, and deletes none that is in use. So a new
 * description means: make the new one first, move its users, then delete; and that needs a name that is free. Terraform
 * appends the free part; people read the Name tag.
 */
function addSecurityGroup(
  scope: Construct,
  network: Network,
  group: SecurityGroup,
  { vpc }: VpcMade,
): Identified {
  const address = terraformAddress("aws_security_group", group.name);
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return owner;
  return new AwsSecurityGroup(scope, address, {
    namePrefix: group.namePrefix,
    description: group.description,
    vpcId: vpc.id,
    tags: withNameTag(group.displayName, group.tags),
    lifecycle: { createBeforeDestroy: true },
  });
}

function isOurRule(network: Network, group: SecurityGroup, rule: SecurityGroupRule): boolean {
  const families = rule.protocol === "icmpv6" ? (["ipv6"] as const) : familiesOfPeer(network, rule.peer);
  return isManagedHere(network, terraformAddress("aws_security_group", group.name), {
    address: ruleAddress(rule),
    families,
  });
}

function addRule(
  scope: Construct,
  network: Network,
  group: string,
  rule: SecurityGroupRule,
  made: RuleNeeds,
): ITerraformDependable {
  const isImported = ownershipOf(network, ruleAddress(rule)).kind === "imported";
  const ignored = isImported && hasIdlePorts(rule) ? { ignoreChanges: ["from_port", "to_port"] } : {};
  const settings = {
    // A group that is replaced takes its rules with it: those of the new one come before anybody moves there, and those
    // of the old one go when the last has left.
    lifecycle: { createBeforeDestroy: true, ...ignored },
    securityGroupId: resourceFor(made.securityGroups, group).id,
    ipProtocol: rule.protocol,
    ...portArguments(rule, isImported),
    ...peerArguments(network, rule.peer, made),
    ...omitNull({ description: rule.description }),
  };
  return rule.direction === "ingress"
    ? new VpcSecurityGroupIngressRule(scope, ruleAddress(rule), settings)
    : new VpcSecurityGroupEgressRule(scope, ruleAddress(rule), settings);
}

/** The provider reads -1 of a rule that it imports as "not set", and would change that back. */
function portArguments({ ports }: SecurityGroupRule, isImported: boolean) {
  if (ports === null) return {};
  const { from, to } = ports;
  return {
    ...(isImported && from === ANY_ICMP ? {} : { fromPort: from }),
    ...(isImported && to === ANY_ICMP ? {} : { toPort: to }),
  };
}

/** True for a protocol of which EC2 keeps ports that mean nothing. */
function hasIdlePorts({ protocol }: SecurityGroupRule): boolean {
  const number = securityGroupProtocolNumber(protocol);
  return number !== null && protocolOfNumber(number) === null;
}

/** Ingress and egress rules name their peer by the same arguments. */
function peerArguments(
  network: Network,
  peer: Peer,
  made: RuleNeeds,
): Partial<VpcSecurityGroupIngressRuleConfig> {
  switch (peer.kind) {
    case "cidr":
      return cidrArguments(peer.family, formatPrefix(peer.cidr.prefix));
    case "vpc-cidr": {
      const blocks = peer.family === "ipv4" ? made.ipv4Blocks : made.ipv6Blocks;
      return cidrArguments(peer.family, resourceFor(blocks, peer.block).cidr);
    }
    case "subnet-cidr":
      return cidrArguments(peer.family, subnetCidr(network, made, peer.subnet, peer.family));
    case "security-group":
      return { referencedSecurityGroupId: resourceFor(made.securityGroups, peer.name).id };
    case "security-group-id":
      return { referencedSecurityGroupId: peer.id };
    case "cidr-elsewhere":
      return cidrArguments(peer.family, peer.text);
    case "prefix-list":
      return { prefixListId: resourceFor(made.prefixLists, peer.name).id };
    case "prefix-list-id":
      return { prefixListId: peer.id };
    case "managed-prefix-list":
      return { prefixListId: resourceFor(made.managedPrefixLists, peer.id).id };
    default:
      return assertNever(peer);
  }
}

function cidrArguments(family: AddressFamily, cidr: string): Partial<VpcSecurityGroupIngressRuleConfig> {
  return family === "ipv4" ? { cidrIpv4: cidr } : { cidrIpv6: cidr };
}
