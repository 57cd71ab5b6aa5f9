import { NetworkAcl as AwsNetworkAcl } from "@cdktf/provider-aws/lib/network-acl/index.js";
import { NetworkAclAssociation } from "@cdktf/provider-aws/lib/network-acl-association/index.js";
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
import { waitFor } from "../wait-for.ts";

interface NetworkAclNeeds extends VpcMade {
  readonly subnets: Made<SubnetMade>;
}

/** A network ACL, and the resource of this stack that it is; null where it is managed outside. */
interface AddedAcl {
  readonly model: NetworkAcl;
  readonly acl: Identified;
  readonly imported: ITerraformDependable | null;
  readonly isNew: boolean;
}

/**
 * Makes the network ACLs that are not managed outside this stack, and entries; returns what filters a subnet by its logical id,
 * none for a subnet without an ACL. Which subnets an ACL managed outside this stack filters is for its owner to say.
 */
export function addNetworkAcls(
  scope: Construct,
  network: Network,
  made: NetworkAclNeeds,
): Made<readonly ITerraformDependable[]> {
  const unfiltered = [...made.subnets.keys()].map((subnet) => [subnet, []] as const);
  const acls = network.networkAcls.map((model) => addNetworkAcl(scope, network, model, made));
  const imported = acls.flatMap((added) => added.imported ?? []);
  const filtered = acls.flatMap(({ model, acl, isNew }) => {
    const rules = model.entries
      .filter((entry) => isOurEntry(network, model, entry))
      .map((entry) => addEntry(scope, acl, entry, made));
    return model.subnets.map((subnet) => {
      const filters = isNew ? [associate(scope, made, subnet, acl, [...rules, ...imported])] : rules;
      return [subnet, filters] as const;
    });
  });
  return new Map<string, readonly ITerraformDependable[]>([...unfiltered, ...filtered]);
}

function addNetworkAcl(
  scope: Construct,
  network: Network,
  model: NetworkAcl,
  made: NetworkAclNeeds,
): AddedAcl {
  const address = terraformAddress("aws_network_acl", model.name);
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return { model, acl: owner, imported: null, isNew: false };
  const isNew = owner.kind === "created";
  // One that was there has its entries, and its associations are known to it alone.
  const subnetIds = model.subnets.map((subnet) => resourceFor(made.subnets, subnet).id);
  const acl = new AwsNetworkAcl(scope, address, {
    vpcId: made.vpc.id,
    ...(isNew ? {} : { subnetIds }),
    tags: withNameTag(model.displayName, model.tags),
  });
  return { model, acl, imported: isNew ? null : acl, isNew };
}

/**
 * Puts a subnet behind a new network ACL, which denies everything until its entries are there: these come first. An imported
 * one that gives the subnet up would put it behind the VPC's default if it came later.
 */
function associate(
  scope: Construct,
  made: NetworkAclNeeds,
  subnet: string,
  acl: Identified,
  first: readonly ITerraformDependable[],
): NetworkAclAssociation {
  return new NetworkAclAssociation(scope, terraformAddress("aws_network_acl_association", subnet), {
    networkAclId: acl.id,
    subnetId: resourceFor(made.subnets, subnet).id,
    ...waitFor(first),
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
  const text = textOf(cidr, made);
  return cidr.family === "ipv4" ? { cidrBlock: text } : { ipv6CidrBlock: text };
}

function textOf(cidr: NetworkAclCidr, made: VpcMade): string {
  switch (cidr.kind) {
    case "cidr":
      return formatPrefix(cidr.cidr.prefix);
    case "vpc":
      return resourceFor(cidr.family === "ipv4" ? made.ipv4Blocks : made.ipv6Blocks, cidr.block).cidr;
    case "cidr-elsewhere":
      return cidr.text;
  }
}
