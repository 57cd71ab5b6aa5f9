import { networkAclProtocolNumber } from "../../aws/protocols.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { NetworkAcl, NetworkAclCidr, NetworkAclEntry } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { Block } from "../topology/block.ts";
import type { AclEntry, TopologyNetworkAcl } from "../topology/filters.ts";
import type { LeftOut } from "../topology/topology.ts";
import { blockElsewhere, knownBlock, vpcBlock } from "./blocks.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { trafficClass } from "./traffic-class.ts";

/** The id of the ACL of subnets that have no other: of the resource that takes it over, or the VPC's word for it. */
export function defaultAclId({ vpc: { defaults } }: Network): string {
  return defaults.networkAcl === "untouched"
    ? "aws_vpc.main.default_network_acl_id"
    : "aws_default_network_acl.main";
}

/** The blueprint's network ACLs, and the default one where its entries are known. */
export function networkAclsOf({ network, there, subnets }: NetworkContext): Parts {
  const others = network.networkAcls.filter(({ name }) => there.isReferenced("aws_network_acl", name));
  const own = network.networkAcls.map((acl) => aclOf({ network, there, subnets }, acl));
  const isDefaultKnown = network.existing === null || network.vpc.defaults.networkAcl !== "untouched";
  return {
    networkAcls: isDefaultKnown ? [...own, defaultAcl(network)] : own,
    leftOut: others.map(
      (acl): LeftOut => ({
        place: at(acl.path),
        why: `network ACL "${acl.name}" is managed outside this stack, and may have entries of which nothing is said here`,
        touches: acl.subnets.map((id) => terraformAddress("aws_subnet", id)),
      }),
    ),
  };
}

function aclOf(context: NetworkContext, acl: NetworkAcl): TopologyNetworkAcl {
  const entries = (direction: NetworkAclEntry["direction"]) =>
    acl.entries.filter((entry) => entry.direction === direction).map((entry) => entryOf(context, entry));
  return {
    id: terraformAddress("aws_network_acl", acl.name),
    place: at(acl.path),
    vpc: VPC,
    ingress: entries("ingress"),
    egress: entries("egress"),
  };
}

function entryOf({ network }: NetworkContext, entry: NetworkAclEntry): AclEntry {
  const { path, ruleNumber, action, protocol, ports, icmp, cidr } = entry;
  return {
    place: at(path),
    ruleNumber,
    action,
    traffic: trafficClass(networkAclProtocolNumber(protocol), ports, icmp),
    block: blockOf(network, cidr),
  };
}

function blockOf(network: Network, cidr: NetworkAclCidr): Block {
  switch (cidr.kind) {
    case "cidr":
      return knownBlock(cidr.cidr);
    case "vpc":
      return vpcBlock(network, cidr.family, cidr.block);
    case "cidr-elsewhere":
      return blockElsewhere(cidr.family, cidr.text);
  }
}

/** Emptied, or as AWS makes it: everything passes, in both families (filteringFacts.defaultNetworkAclAllowsAll). */
function defaultAcl(network: Network): TopologyNetworkAcl {
  const { path, defaults } = network.vpc;
  const [id, place] = [defaultAclId(network), at(path)];
  if (defaults.networkAcl === "emptied") {
    return { id, place, vpc: VPC, ingress: [], egress: [] };
  }
  const entries = [ANY_IPV4, ANY_IPV6].map(
    (text, index): AclEntry => ({
      place,
      ruleNumber: 100 + index,
      action: "allow",
      traffic: { kind: "all" },
      block: knownBlock(knownCidr(text)),
    }),
  );
  return { id, place, vpc: VPC, ingress: entries, egress: entries };
}
