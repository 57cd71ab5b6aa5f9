import { filteringFacts } from "../../aws/facts/filtering.ts";
import { takesTraffic } from "../broken/closest-value.ts";
import { type Block, coverage } from "../topology/block.ts";
import type { GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import { groupsOf } from "../topology/groups-of.ts";
import type { Intent, Node } from "../topology/nodes.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import { mayBeTouched } from "../walk/unless-left-out.ts";
import { membersOf } from "./members-of.ts";
import type { ReachFinding } from "./reach-finding.ts";

/**
 * Rules that let the whole internet of a family in, where what is declared means callers inside alone: with the groups that
 * would do. What has a public IPv4 address, which somebody gave it, may be meant for the internet too.
 */
export function wideOpenings(index: TopologyIndex): readonly ReachFinding[] {
  return index.topology.filters.securityGroups.flatMap((group) => {
    const members = membersOf(index, group.id);
    if (members.some(isForInternet)) return [];
    return group.ingress.filter(isForAnybody).flatMap((rule) => narrower(index, group, members, rule));
  });
}

function isForInternet({ intents }: Node): boolean {
  return intents.some(({ to }) => to.kind === "from-internet");
}

function isForAnybody({ peer, traffic }: GroupRule): boolean {
  if (traffic.kind === "unknown") return false;
  return peer.kind === "block" && ANYBODY.some((block) => coverage(peer.block, block) === "all");
}

const ANYBODY: readonly Block[] = [
  { kind: "known", prefix: { family: "ipv6", address: 0x2000n << 112n, length: 3 } },
  { kind: "known", prefix: { family: "ipv4", address: 0n, length: 0 } },
];

function narrower(
  index: TopologyIndex,
  { id }: TopologySecurityGroup,
  members: readonly Node[],
  rule: GroupRule,
): readonly ReachFinding[] {
  const calls = callsTo(index.topology.nodes, members, rule);
  const callers = [...new Set(calls.map(({ caller }) => caller))];
  const groups = [...new Set(callers.flatMap((caller) => [...groupsOf(caller)]))];
  // Without groups of its own a caller is known by its addresses, which are for the author to choose.
  if (groups.length === 0 || callers.some(hasNoGroup) || groups.some(isDefaultGroup)) return [];
  const ports = [...new Set(calls.map(({ protocol, port }) => `${protocol} ${port}`))].sort();
  const isSure = !members.some(hasPublicIpv4) && !mayBeTouched(index, [id]);
  return [
    {
      rule: "opening-too-wide",
      severity: isSure ? "warning" : "note",
      what: id,
      place: rule.place,
      message: `${id} lets the whole internet in, where what is declared means ${callers.map((one) => one.id).join(" and ")} alone`,
      hint: `let in ${ports.join(", ")} from ${groups.join(" and ")} alone`,
      facts: [filteringFacts.securityGroupOpenToWorld],
    },
  ];
}

/** Whoever names no group shares it: a rule for it would let in more than the callers. */
function isDefaultGroup(id: string): boolean {
  return /(^|\.)aws_default_security_group\.|\.default_security_group_id$/.test(id);
}

function hasNoGroup({ interfaces }: Node): boolean {
  return interfaces.some(({ securityGroups }) => securityGroups === null || securityGroups.length === 0);
}

function hasPublicIpv4({ interfaces }: Node): boolean {
  return interfaces.some(({ publicIpv4 }) => publicIpv4 !== "no");
}

interface Call extends Pick<Intent, "protocol" | "port"> {
  readonly caller: Node;
}

/** What is declared to come to the members, and what the rule lets in of it. */
function callsTo(nodes: readonly Node[], members: readonly Node[], { traffic }: GroupRule): readonly Call[] {
  const own = new Set(members.map(({ id }) => id));
  return nodes.flatMap((caller) =>
    caller.intents
      .filter((intent) => intent.to.kind === "node" && own.has(intent.to.id) && takesTraffic(traffic, intent))
      .map(({ protocol, port }) => ({ caller, protocol, port })),
  );
}
