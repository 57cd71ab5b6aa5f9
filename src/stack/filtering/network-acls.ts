import { NetworkAcl as AwsNetworkAcl } from "@cdktf/provider-aws/lib/network-acl/index.js";
import { NetworkAclRule, type NetworkAclRuleConfig } from "@cdktf/provider-aws/lib/network-acl-rule/index.js";
import type { Construct } from "constructs";
import { formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { NetworkAcl, NetworkAclCidr, NetworkAclEntry } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { isManagedHere } from "../existing/is-managed-here.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { withNameTag } from "../name-tag.ts";
import { type Identified, type Made, resourceFor, type SubnetMade, type VpcMade } from "../resources.ts";

interface NetworkAclNeeds extends VpcMade {
  readonly subnets: Made<SubnetMade>;
}

/**
 * Makes the network ACLs that are not managed outside this stack, and entries; returns the entries by the logical id of the subnet
 * they filter, none for a subnet without an ACL. Which subnets an ACL managed outside this stack filters is for its owner to say.
 */
export function addNetworkAcls(
  scope: Construct,
  network: Network,
  made: NetworkAclNeeds,
): Made<readonly ITerraformDependable[]> {
  const unfiltered = [...made.subnets.keys()].map((subnet) => [subnet, []] as const);
  const filtered = network.networkAcls.flatMap((model) => {
    const acl = addNetworkAcl(scope, network, model, made);
    const rules = model.entries
      .filter((entry) => isOurEntry(network, model, entry))
      .map((entry) => addEntry(scope, acl, entry, made));
    return model.subnets.map((subnet) => [subnet, rules] as const);
  });
  return new Map<string, readonly ITerraformDependable[]>([...unfiltered, ...filtered]);
}

function addNetworkAcl(
  scope: Construct,
  network: Network,
  { name, displayName, subnets, tags }: NetworkAcl,
  made: NetworkAclNeeds,
): Identified {
  const address = terraformAddress("aws_network_acl", name);
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return owner;
  return new AwsNetworkAcl(scope, address, {
    vpcId: made.vpc.id,
    subnetIds: subnets.map((subnet) => resourceFor(made.subnets, subnet).id),
    tags: withNameTag(displayName, tags),
  });
}

function isOurEntry(network: Network, acl: NetworkAcl, { id, cidr }: NetworkAclEntry): boolean {
  const part = { address: terraformAddress("aws_network_acl_rule", id), families: [cidr.family] };
  return isManagedHere(network, terraformAddress("aws_network_acl", acl.name), part);
}

function addEntry(scope: Construct, acl: Identified, entry: NetworkAclEntry, made: VpcMade): NetworkAclRule {
  return new NetworkAclRule(scope, terraformAddress("aws_network_acl_rule", entry.id), {
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
  const text = cidr.kind === "cidr" ? formatPrefix(cidr.cidr.prefix) : resourceFor(blocks, cidr.block).cidr;
  return cidr.family === "ipv4" ? { cidrBlock: text } : { ipv6CidrBlock: text };
}
