import { filteringFacts } from "../../aws/facts/filtering.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { type Block, coverage, familyOf } from "../topology/block.ts";
import type { GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import { groupsOf } from "../topology/groups-of.ts";
import type { Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Rules of security groups that no packet can meet: of a family that no member has, or for a group that nothing has. */
export function unusedRules(topology: Topology): readonly ReachFinding[] {
  return topology.filters.securityGroups.flatMap((group) => {
    const members = membersOf(topology, group.id);
    // A group of nothing that is known may belong to what others make.
    if (members.length === 0) return [];
    return [...group.ingress, ...group.egress].flatMap((rule) => {
      const why = whyUnused(topology, members, rule);
      if (why === null) return [];
      const message = `no packet can meet this rule of ${group.id}: ${why}`;
      const facts = [reachabilityFacts.securityGroupsUnite];
      return [
        {
          kind: "unused-rule" as const,
          what: group.id,
          place: rule.place,
          message,
          hint: "leave it out",
          facts,
        },
      ];
    });
  });
}

function whyUnused(topology: Topology, members: readonly Node[], { peer }: GroupRule): string | null {
  if (peer.kind === "security-group") {
    const isKnown = topology.filters.securityGroups.some(({ id }) => id === peer.id);
    return isKnown && membersOf(topology, peer.id).length === 0 ? `nothing has ${peer.id}` : null;
  }
  if (peer.kind !== "block") return null;
  const family = familyOf(peer.block);
  const has = members.some(({ interfaces }) => interfaces.some((one) => one[family] !== null));
  return has ? null : `no member has ${family === "ipv6" ? "IPv6" : "IPv4"}`;
}

/**
 * Rules that let the whole internet of a family in, where what is declared means callers inside alone: with the groups that
 * would do.
 */
export function wideOpenings(topology: Topology): readonly ReachFinding[] {
  return topology.filters.securityGroups.flatMap((group) =>
    group.ingress.filter(isForAnybody).flatMap((rule) => narrower(topology, group, rule)),
  );
}

function isForAnybody({ peer }: GroupRule): boolean {
  return peer.kind === "block" && ANYBODY.some((block) => coverage(peer.block, block) === "all");
}

const ANYBODY: readonly Block[] = [
  { kind: "known", prefix: { family: "ipv6", address: 0x2000n << 112n, length: 3 } },
  { kind: "known", prefix: { family: "ipv4", address: 0n, length: 0 } },
];

function narrower(
  topology: Topology,
  { id }: TopologySecurityGroup,
  rule: GroupRule,
): readonly ReachFinding[] {
  const members = membersOf(topology, id);
  const isPublic = members.some(({ intents }) => intents.some(({ to }) => to.kind === "from-internet"));
  const callers = callersOf(topology, members, rule);
  if (isPublic || callers.length === 0) return [];
  const groups = [...new Set(callers.flatMap((caller) => [...groupsOf(caller)]))];
  const hint = groups.length === 0 ? null : `let in ${groups.join(" and ")} alone`;
  const who = callers.map(({ name }) => name).join(", ");
  const message = `${id} lets the whole internet in, where what is declared means ${who} alone`;
  const facts = [filteringFacts.securityGroupOpenToWorld];
  return [{ kind: "wide-opening", what: id, place: rule.place, message, hint, facts }];
}

function callersOf({ nodes }: Topology, members: readonly Node[], { traffic }: GroupRule): readonly Node[] {
  return nodes.filter(({ intents }) =>
    intents.some(({ to, protocol, port }) => {
      if (to.kind !== "node" || !members.some(({ id }) => id === to.id)) return false;
      if (traffic.kind !== "ports") return traffic.kind === "all";
      return traffic.protocol === protocol && traffic.from <= port && port <= traffic.to;
    }),
  );
}

function membersOf({ nodes }: Topology, group: string): readonly Node[] {
  return nodes.filter((node) => groupsOf(node).has(group));
}
