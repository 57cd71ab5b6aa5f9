import {
  type AddressFamily,
  formatAddress,
  formatPrefix,
  networkOf,
  type Prefix,
} from "../../base/prefix.ts";
import type {
  NetworkAcl,
  NetworkAclEntry,
  NetworkInterface,
  SecurityGroup,
  SecurityGroupRule,
  Traffic,
} from "../cloud/cloud.ts";
import { PORTED, PROTOCOLS } from "../protocols.ts";

const ICMP = PROTOCOLS.icmp;
const ICMPV6 = PROTOCOLS.icmpv6;
/** AWS lets neighbour discovery pass whatever the filters say. */
const NEIGHBOUR_DISCOVERY = "icmpv6 type { 133-137 } accept";
/** What no security group of AWS filters: the resolver, the clock and the metadata service. */
const ALWAYS = [
  "ip daddr { 169.254.169.123, 169.254.169.253, 169.254.169.254 } accept",
  "ip6 daddr { fd00:ec2::123, fd00:ec2::253, fd00:ec2::254 } accept",
];
/** Where the one listener of a namespace waits, whatever port was asked for. */
const LISTENER = 7;

/** The addresses of the members of each security group. */
export type Members = ReadonlyMap<
  string,
  readonly { readonly family: AddressFamily; readonly address: string }[]
>;

/** Who is in which security group. */
export function membersOf(interfaces: readonly NetworkInterface[]): Members {
  const members = new Map<string, { family: AddressFamily; address: string }[]>();
  for (const { securityGroups, ipv4, ipv6 } of interfaces) {
    for (const group of securityGroups ?? []) {
      const own = members.get(group) ?? [];
      if (ipv4 !== null) own.push({ family: "ipv4", address: formatAddress("ipv4", ipv4) });
      if (ipv6 !== null) own.push({ family: "ipv6", address: formatAddress("ipv6", ipv6) });
      members.set(group, own);
    }
  }
  return members;
}

/**
 * The security groups of one interface, stateful, judging before the listener's port replaces the one that was asked
 * for. `resolver` is the VPC's own address for names, which no group filters. `inner`: a device of the host's own, whose
 * packets have not come by the interface.
 */
export function securityGroupRuleset(
  groups: readonly SecurityGroup[],
  members: Members,
  resolver: string | null,
  inner: string | null,
): string {
  const within = (side: "iifname" | "oifname") => (inner === null ? [] : [`${side} "${inner}" accept`]);
  const ingress = groups.flatMap((group) =>
    group.ingress.flatMap((rule) => groupRules(rule, "saddr", members)),
  );
  const egress = groups.flatMap((group) =>
    group.egress.flatMap((rule) => groupRules(rule, "daddr", members)),
  );
  const always = resolver === null ? ALWAYS : [...ALWAYS, `ip daddr ${resolver} accept`];
  return table("security_groups", [
    chain("ingress", "type filter hook prerouting priority -150; policy drop;", [
      'iifname "lo" accept',
      ...within("iifname"),
      NEIGHBOUR_DISCOVERY,
      "ct state established,related accept",
      ...ingress,
    ]),
    chain("allowed", "", [NEIGHBOUR_DISCOVERY, "ct state established,related accept", ...always, ...egress]),
    chain("egress", "type filter hook output priority 0; policy drop;", [
      'oifname "lo" accept',
      ...within("oifname"),
      "jump allowed",
    ]),
    chain("forwarded", "type filter hook forward priority 0; policy drop;", [
      ...within("oifname"),
      "jump allowed",
    ]),
  ]);
}

/** Turns every port into that of the listener. */
export function anyPortRuleset(): string {
  const here = "fib daddr type local";
  return table("any_port", [
    chain("prerouting", "type nat hook prerouting priority -100;", [
      `${here} meta l4proto tcp dnat to :${LISTENER}`,
      `${here} meta l4proto udp dnat to :${LISTENER}`,
    ]),
  ]);
}

/** The chains of a network ACL: to return means to let pass. */
export function networkAclChains(acl: NetworkAcl, name: string): readonly string[] {
  const lines = (entries: readonly NetworkAclEntry[], side: "saddr" | "daddr") => [
    ...entries.flatMap((entry) =>
      matches(entry, [entry.cidr], side).map((match) => `${match}${entry.allow ? "return" : "drop"}`),
    ),
    "drop",
  ];
  return [
    chain(`${name}_ingress`, "", lines(acl.ingress, "saddr")),
    chain(`${name}_egress`, "", lines(acl.egress, "daddr")),
  ];
}

/** A ruleset of one table. */
export function table(name: string, parts: readonly string[]): string {
  return `table inet ${name} {\n${parts.join("\n")}\n}\n`;
}

/** A chain, with its hook when it has one. */
export function chain(name: string, hook: string, lines: readonly string[]): string {
  return [
    `  chain ${name} {`,
    ...(hook === "" ? [] : [`    ${hook}`]),
    ...lines.map((line) => `    ${line}`),
    "  }",
  ].join("\n");
}

function groupRules(rule: SecurityGroupRule, side: "saddr" | "daddr", members: Members): readonly string[] {
  const { peer } = rule;
  if (peer.kind === "prefixes") return matches(rule, peer.prefixes, side).map((match) => `${match}accept`);
  return (["ipv4", "ipv6"] as const).flatMap((family) => {
    const own = (members.get(peer.name) ?? []).filter((one) => one.family === family);
    const set = `{ ${own.map(({ address }) => address).join(", ")} }`;
    return own.length === 0 ? [] : withTraffic(rule, family, `${keyword(family)} ${side} ${set} `, "accept");
  });
}

function matches(traffic: Traffic, prefixes: readonly Prefix[], side: "saddr" | "daddr"): readonly string[] {
  return prefixes.flatMap((prefix) =>
    withTraffic(
      traffic,
      prefix.family,
      `${keyword(prefix.family)} ${side} ${formatPrefix(networkOf(prefix))} `,
      "",
    ),
  );
}

/** Nothing for a protocol that the family does not carry: ICMP in IPv6, ICMPv6 in IPv4. */
function withTraffic(
  { protocol, ports, icmp }: Traffic,
  family: AddressFamily,
  start: string,
  end: string,
): readonly string[] {
  if (protocol === (family === "ipv4" ? ICMPV6 : ICMP)) return [];
  if (protocol === null) return [`${start}${end}`];
  if (ports !== null) return [`${start}${PORTED.get(protocol)} dport ${ports.from}-${ports.to} ${end}`];
  const word = protocol === ICMP ? "icmp" : "icmpv6";
  if (icmp === null) return [`${start}meta l4proto ${protocol} ${end}`];
  const code = icmp.code === null ? "" : `${word} code ${icmp.code} `;
  return [`${start}${word} type ${icmp.type} ${code}${end}`];
}

function keyword(family: AddressFamily): "ip" | "ip6" {
  return family === "ipv4" ? "ip" : "ip6";
}
