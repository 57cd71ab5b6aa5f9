import type { Fact } from "../../aws/facts/fact.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { familyName } from "../../base/family-name.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { callsOut } from "../ends/calls-out.ts";
import { coverage, familyOf } from "../topology/block.ts";
import type { GroupRule, TopologySecurityGroup, TrafficClass } from "../topology/filters.ts";
import type { Node } from "../topology/nodes.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import { mayBeTouched } from "../walk/unless-left-out.ts";
import { membersOf } from "./members-of.ts";
import type { ReachFinding } from "./reach-finding.ts";

/**
 * Rules of security groups that no packet can meet. A rule for both families in a group whose members have one is no mistake;
 * and a group of nothing that is known may belong to what others make.
 */
export function unusedRules(index: TopologyIndex): readonly ReachFinding[] {
  return index.topology.filters.securityGroups.flatMap((group) => {
    const members = membersOf(index, group.id);
    if (members.length === 0 || mayBeTouched(index, [group.id])) return [];
    return (["ingress", "egress"] as const).flatMap((direction) =>
      group[direction].flatMap((rule) => {
        const unused = whyUnused(index, { group, members, direction }, rule);
        return unused === null ? [] : [findingOf(group, rule, unused)];
      }),
    );
  });
}

interface Unused extends Pick<ReachFinding, "severity" | "hint"> {
  readonly why: string;
  readonly fact: Fact;
}

function findingOf(
  { id }: TopologySecurityGroup,
  { place }: GroupRule,
  { severity, why, hint, fact }: Unused,
): ReachFinding {
  const message = `no packet can meet this rule of ${id}: ${why}`;
  return { rule: "rule-unused", severity, what: id, place, message, hint, facts: [fact] };
}

interface InGroup {
  readonly group: TopologySecurityGroup;
  readonly members: readonly Node[];
  readonly direction: "ingress" | "egress";
}

function whyUnused(index: TopologyIndex, own: InGroup, rule: GroupRule): Unused | null {
  return (
    fromNat64(own, rule) ?? ofOtherFamily(own, rule) ?? withoutListener(own, rule) ?? ofNobody(index, rule)
  );
}

const NAT64 = { kind: "known", prefix: knownCidr(NAT64_PREFIX).prefix } as const;

function fromNat64({ direction }: InGroup, { peer }: GroupRule): Unused | null {
  if (direction !== "ingress" || peer.kind !== "block" || coverage(NAT64, peer.block) !== "all") return null;
  return {
    severity: "warning",
    why: `nobody calls from ${NAT64_PREFIX}: what comes through NAT64 has the NAT gateway's IPv4 address`,
    hint: "leave it out; let in the IPv4 block of the NAT gateway's subnet where its calls are meant",
    fact: routingFacts.nat64TranslatesSource,
  };
}

function ofOtherFamily({ group, members, direction }: InGroup, rule: GroupRule): Unused | null {
  if (rule.peer.kind !== "block") return null;
  const family = familyOf(rule.peer.block);
  const hasFamily = members.some(({ interfaces }) => interfaces.some((one) => one[family] !== null));
  if (hasFamily || group[direction].some((other) => isTwin(rule, other))) return null;
  const name = familyName(family);
  return {
    severity: "warning",
    why: `of what has the group nothing has ${name}`,
    hint: `write it for ${familyName(family === "ipv6" ? "ipv4" : "ipv6")}, or give them ${name}`,
    fact: reachabilityFacts.securityGroupsUnite,
  };
}

/** Speaks of the same traffic, and not of the same family alone. */
function isTwin({ peer, traffic }: GroupRule, other: GroupRule): boolean {
  if (peer.kind !== "block" || trafficText(traffic) !== trafficText(other.traffic)) return false;
  return other.peer.kind !== "block" || familyOf(other.peer.block) !== familyOf(peer.block);
}

/** ICMP and ICMPv6 have other numbers for the same. */
function trafficText(traffic: TrafficClass): string {
  return traffic.kind === "icmp" ? "icmp" : JSON.stringify(traffic);
}

/** Of servers of AWS it is known where they listen; on hosts anything may. What is open there leads to nothing. */
function withoutListener({ members, direction }: InGroup, { traffic }: GroupRule): Unused | null {
  if (direction !== "ingress" || traffic.kind !== "ports" || members.some(callsOut)) return null;
  const listens = members.flatMap((member) => member.listens);
  const isMet = listens.some(
    ({ protocol, from, to }) => protocol === traffic.protocol && from <= traffic.to && traffic.from <= to,
  );
  if (isMet || members.some((member) => member.listens.length === 0)) return null;
  const ports = traffic.from === traffic.to ? `${traffic.from}` : `${traffic.from}-${traffic.to}`;
  return {
    severity: "note",
    why: `${members.map(({ id }) => id).join(" and ")} ${members.length === 1 ? "takes" : "take"} no connections on ${traffic.protocol} ${ports}`,
    hint: "leave it out, or add what listens there",
    fact: reachabilityFacts.securityGroupsUnite,
  };
}

/** Others may give the group to things of their own. */
function ofNobody(index: TopologyIndex, { peer }: GroupRule): Unused | null {
  if (peer.kind !== "security-group" || !index.securityGroups.has(peer.id)) return null;
  if (membersOf(index, peer.id).length > 0) return null;
  return {
    severity: "note",
    why: `nothing that is known here has ${peer.id}`,
    hint: null,
    fact: reachabilityFacts.securityGroupsUnite,
  };
}
