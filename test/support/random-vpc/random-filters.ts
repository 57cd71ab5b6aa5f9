import type { Draw } from "./drawing.ts";
import type { RandomNetwork } from "./random-network.ts";
import type { StateInMaking, StateValues } from "./state-of.ts";

/** Draws security groups with rules of all three kinds, and gives their ids; network ACLs as well. */
export function drawFilters(draw: Draw, state: StateInMaking, network: RandomNetwork): readonly string[] {
  drawNetworkAcls(draw, state, network);
  const list = draw.chance(40)
    ? state.add("aws_ec2_managed_prefix_list", "pl", {
        name: "offices",
        address_family: draw.oneOf("IPv4", "IPv6"),
      })
    : "pl-0000000000000000a";
  const groups: string[] = [];
  for (let index = 0; index <= draw.upTo(3); index += 1) {
    const peers = peersOf(draw, list, groups);
    const isInline = draw.chance(40);
    const group = state.add("aws_security_group", "sg", {
      vpc_id: network.vpcId,
      name: draw.oneOf("web", "many rules", "Größe"),
      description: "drawn",
      ...(isInline ? { ingress: peers.map((peer) => inlineRule(draw, peer)) } : {}),
    });
    if (!isInline) for (const peer of peers) addRule(draw, state, group, peer);
    groups.push(group);
  }
  return groups;
}

type Peer = readonly [kind: "cidr" | "cidr6" | "list" | "group", value: string];

function peersOf(draw: Draw, list: string, groups: readonly string[]): readonly Peer[] {
  const all: readonly Peer[] = [
    ["cidr", "0.0.0.0/0"],
    ["cidr", "10.0.0.0/16"],
    ["cidr", "10.0.1.0/24"],
    ["cidr", "203.0.113.7/32"],
    ["cidr6", "2001:db8:9::/48"],
    ["cidr6", "::/0"],
    ["list", list],
    ...groups.map((id): Peer => ["group", id]),
    ["group", "sg-0000000000000ffff"],
  ];
  return draw.some(all);
}

/** Protocols with the ports that EC2 gives them; each peer has one rule. */
function traffic(draw: Draw): StateValues {
  return draw.oneOf<StateValues>(
    { protocol: "tcp", from_port: 443, to_port: 443 },
    { protocol: "tcp", from_port: 0, to_port: 65_535 },
    { protocol: "udp", from_port: 53, to_port: 53 },
    { protocol: "icmp", from_port: -1, to_port: -1 },
    { protocol: "icmp", from_port: 3, to_port: 4 },
    { protocol: "50", from_port: 0, to_port: 0 },
    { protocol: "-1", from_port: 0, to_port: 0 },
  );
}

function inlineRule(draw: Draw, [kind, value]: Peer): StateValues {
  const peer = {
    cidr: { cidr_blocks: [value] },
    cidr6: { ipv6_cidr_blocks: [value] },
    list: { prefix_list_ids: [value] },
    group: { security_groups: [value] },
  }[kind];
  return { ...traffic(draw), ...peer, description: "" };
}

function addRule(draw: Draw, state: StateInMaking, group: string, [kind, value]: Peer): void {
  const { protocol, ...ports } = traffic(draw);
  const peer = {
    cidr: { cidr_ipv4: value },
    cidr6: { cidr_ipv6: value },
    list: { prefix_list_id: value },
    group: { referenced_security_group_id: value },
  }[kind];
  const type = `aws_vpc_security_group_${draw.oneOf("ingress", "egress")}_rule`;
  state.add(type, "sgr", { security_group_id: group, ip_protocol: protocol, ...ports, ...peer });
}

function drawNetworkAcls(draw: Draw, state: StateInMaking, { vpcId, subnets }: RandomNetwork): void {
  const free = [...subnets];
  for (let count = draw.upTo(2); count > 0 && free.length > 0; count -= 1) {
    const own = free.splice(0, 1 + draw.upTo(free.length - 1)).map(({ id }) => id);
    const numbers = draw.some([1, 100, 101, 32_766]);
    const entries = numbers.map((number) => ({
      rule_no: number,
      action: draw.oneOf("allow", "deny"),
      protocol: draw.oneOf("-1", "6", "1", "50"),
      from_port: 0,
      to_port: 0,
      icmp_type: -1,
      icmp_code: -1,
      cidr_block: draw.oneOf("0.0.0.0/0", "10.0.0.0/8"),
    }));
    const isInline = draw.chance(50);
    const acl = state.add("aws_network_acl", "acl", {
      vpc_id: vpcId,
      subnet_ids: own,
      ingress: isInline ? entries : [],
    });
    if (isInline) continue;
    for (const { rule_no, action, ...entry } of entries)
      state.add("aws_network_acl_rule", "nacl", {
        network_acl_id: acl,
        rule_number: rule_no,
        rule_action: action,
        egress: draw.chance(50),
        ...entry,
      });
  }
}
