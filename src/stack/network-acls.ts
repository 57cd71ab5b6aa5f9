import { NetworkAcl as AwsNetworkAcl } from "@cdktf/provider-aws/lib/network-acl/index.js";
import { NetworkAclRule, type NetworkAclRuleConfig } from "@cdktf/provider-aws/lib/network-acl-rule/index.js";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { formatPrefix } from "../base/prefix.ts";
import type { NetworkAcl, NetworkAclCidr, NetworkAclEntry } from "../model/types/filtering.ts";
import type { Network } from "../model/types/network.ts";
import { type Made, madeFor, type VpcMade } from "./made.ts";
import { withNameTag } from "./name-tag.ts";

interface NetworkAclNeeds extends VpcMade {
  readonly subnets: Made<Subnet>;
}

/** Makes the network ACLs and their entries; returns the entries by the logical id of the subnet they filter. */
export function addNetworkAcls(
  scope: Construct,
  network: Network,
  made: NetworkAclNeeds,
): Made<readonly ITerraformDependable[]> {
  return new Map(network.networkAcls.flatMap((acl) => addNetworkAcl(scope, acl, made)));
}

function addNetworkAcl(
  scope: Construct,
  { name, displayName, subnets, entries, tags }: NetworkAcl,
  made: NetworkAclNeeds,
): [string, ITerraformDependable[]][] {
  const acl = new AwsNetworkAcl(scope, `aws_network_acl.${name}`, {
    vpcId: made.vpc.id,
    subnetIds: subnets.map((subnet) => madeFor(made.subnets, subnet).id),
    tags: withNameTag(displayName, tags),
  });
  const rules = entries.map((entry) => addEntry(scope, acl, entry, made));
  return subnets.map((subnet) => [subnet, rules]);
}

function addEntry(
  scope: Construct,
  acl: AwsNetworkAcl,
  entry: NetworkAclEntry,
  made: VpcMade,
): NetworkAclRule {
  return new NetworkAclRule(scope, `aws_network_acl_rule.${entry.id}`, {
    networkAclId: acl.id,
    egress: entry.direction === "egress",
    ruleNumber: entry.ruleNumber,
    ruleAction: entry.action,
    protocol: entry.protocol,
    ...cidrArguments(entry.cidr, made),
    ...(entry.ports === null ? {} : { fromPort: entry.ports.from, toPort: entry.ports.to }),
    ...(entry.icmp === null ? {} : { icmpType: entry.icmp.type, icmpCode: entry.icmp.code }),
  });
}

function cidrArguments(cidr: NetworkAclCidr, made: VpcMade): Partial<NetworkAclRuleConfig> {
  const blocks = cidr.family === "ipv4" ? made.ipv4Blocks : made.ipv6Blocks;
  const text = cidr.kind === "cidr" ? formatPrefix(cidr.cidr.prefix) : madeFor(blocks, cidr.block).cidr;
  return cidr.family === "ipv4" ? { cidrBlock: text } : { ipv6CidrBlock: text };
}
