import { securityGroupProtocolNumber } from "../../aws/protocols.ts";
import { shortServiceName } from "../../aws/vpc-endpoint-services.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { assertNever, invariant } from "../../base/invariant.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Direction, Peer, SecurityGroup, SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { GroupPeer, GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import type { LeftOut } from "../topology/topology.ts";
import { blockElsewhere, knownBlock, vpcBlock } from "./blocks.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { trafficClass } from "./traffic-class.ts";

/** The id of the group of whatever names none, where AWS wants one: of the resource that takes it over, or the VPC's word for it. */
export function defaultGroupId({ vpc: { defaults } }: Network): string {
  return defaults.securityGroup === "emptied"
    ? "aws_default_security_group.main"
    : "aws_vpc.main.default_security_group_id";
}

/** The ids of the groups by their names in the blueprint; where there is none, the VPC's default one. */
export function groupsOrDefault(network: Network, names: readonly string[]): readonly string[] {
  return names.length === 0
    ? [defaultGroupId(network)]
    : names.map((name) => terraformAddress("aws_security_group", name));
}

/** The blueprint's security groups, and the VPC's default one. */
export function securityGroupsOf(context: NetworkContext): Parts {
  const { network, there } = context;
  const others = network.securityGroups.filter(({ name }) => there.isReferenced("aws_security_group", name));
  return {
    securityGroups: [
      ...network.securityGroups.map((group) => groupOf(context, group)),
      defaultGroup(context),
    ],
    leftOut: others.map(
      (group): LeftOut => ({
        place: at(group.path),
        why: `security group "${group.name}" is managed outside this stack, and may have rules of which nothing is said here`,
        touches: [terraformAddress("aws_security_group", group.name)],
      }),
    ),
  };
}

function groupOf(context: NetworkContext, group: SecurityGroup): TopologySecurityGroup {
  const rules = (direction: Direction) =>
    group.rules.filter((rule) => rule.direction === direction).map((rule) => ruleOf(context, rule));
  return {
    id: terraformAddress("aws_security_group", group.name),
    place: at(group.path),
    vpc: VPC,
    ingress: rules("ingress"),
    egress: rules("egress"),
  };
}

function ruleOf(context: NetworkContext, { path, protocol, ports, peer }: SecurityGroupRule): GroupRule {
  const number = securityGroupProtocolNumber(protocol.toLowerCase());
  const icmp = ports === null ? null : { type: ports.from, code: ports.to };
  return { place: at(path), traffic: trafficClass(number, ports, icmp), peer: peerOf(context, peer) };
}

function peerOf({ network, subnets }: NetworkContext, peer: Peer): GroupPeer {
  switch (peer.kind) {
    case "cidr":
      return { kind: "block", block: knownBlock(peer.cidr) };
    case "vpc-cidr":
      return { kind: "block", block: vpcBlock(network, peer.family, peer.block) };
    case "subnet-cidr": {
      const block = subnets.get(peer.subnet)?.[peer.family] ?? null;
      invariant(block !== null, `subnet ${peer.subnet} has no ${peer.family} block`);
      return { kind: "block", block };
    }
    case "security-group":
      return { kind: "security-group", id: terraformAddress("aws_security_group", peer.name) };
    case "security-group-id":
      return { kind: "security-group", id: peer.id };
    case "cidr-elsewhere":
      return { kind: "block", block: blockElsewhere(peer.family, peer.text) };
    case "prefix-list": {
      const list = network.prefixLists.find(({ name }) => name === peer.name);
      invariant(list !== undefined, `no prefix list ${peer.name}`);
      const blocks = list.entries.map(({ cidr }) => knownBlock(cidr));
      return { kind: "blocks", id: terraformAddress("aws_ec2_managed_prefix_list", peer.name), blocks };
    }
    case "prefix-list-id":
      return { kind: "unknown" };
    case "managed-prefix-list":
      return { kind: "service", service: shortServiceName(peer.name, network.region) ?? peer.name };
    default:
      return assertNever(peer);
  }
}

/** Emptied, or as AWS makes it: everything from its own members, and everything out. Of one that was there nothing is known. */
function defaultGroup({ network }: NetworkContext): TopologySecurityGroup {
  const place = at(network.vpc.path);
  const any = (text: string): GroupRule => ({
    place,
    traffic: { kind: "all" },
    peer: { kind: "block", block: knownBlock(knownCidr(text)) },
  });
  const unknown: GroupRule = { place, traffic: { kind: "unknown" }, peer: { kind: "unknown" } };
  const own: GroupRule = {
    place,
    traffic: { kind: "all" },
    peer: { kind: "security-group", id: defaultGroupId(network) },
  };
  const isEmptied = network.vpc.defaults.securityGroup === "emptied";
  const isMadeHere = network.existing === null;
  return {
    id: defaultGroupId(network),
    place,
    vpc: VPC,
    ...(isEmptied
      ? { ingress: [], egress: [] }
      : {
          ingress: isMadeHere ? [own] : [unknown],
          egress: isMadeHere ? [any(ANY_IPV4), any(ANY_IPV6)] : [unknown],
        }),
  };
}
