import { ANY_ICMP } from "../../aws/protocols.ts";
import { byName, byText } from "../../base/compare-texts.ts";
import type { EgressRule, IngressRule, Peer, SecurityGroup } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FoundSecurityGroup, FoundSecurityGroupRule } from "../types/filtering.ts";
import type { Inventory } from "../types/inventory.ts";
import { clusterRules, type RulePlan } from "./cluster-rules.ts";
import { withoutCoveredQuestions } from "./covered-questions.ts";
import type { Draft } from "./draft.ts";
import { icmpTwin, noIcmpTwin } from "./icmp-twin.ts";
import { nameIn } from "./known.ts";
import { inNameOrder, nameOf, startNaming } from "./names.ts";
import { descriptionText } from "./plain-text.ts";
import { ipv4List, isOfUnknownFamily } from "./prefix-list-words.ts";
import { isTypedIcmp, trafficName, writeTraffic } from "./rule-words.ts";
import { compact, type Section, type Sections } from "./section.ts";
import type { TierPlan } from "./tier-plan.ts";

/** The names of security groups by their ids. */
export type GroupNames = ReadonlyMap<string, string>;

const [DEFAULT, LONGEST_DESCRIPTION] = ["default", 255] as const;

/** Names the groups. The VPC's default group, which nobody can delete, gets one only where it is used. */
export function nameSecurityGroups(draft: Draft): GroupNames {
  const { securityGroups } = draft.inventory;
  const used = groupsInUse(draft.inventory);
  const name = nameIn(draft, "aws_security_group", "network", "securityGroups");
  const named = inNameOrder(securityGroups).map(({ id, groupName, name: tag }): [string, string] => {
    return [id, groupName === DEFAULT ? DEFAULT : name(id, groupName, tag, "group")];
  });
  return new Map(named.filter(([id, group]) => group !== DEFAULT || used.has(id)));
}

function groupsInUse({ securityGroups, instances, loadBalancers, databases, vpcEndpoints }: Inventory) {
  const members = [...instances, ...loadBalancers, ...databases, ...vpcEndpoints];
  const peers = securityGroups.flatMap(({ id, rules }) =>
    rules.flatMap(({ peer }) => (peer.kind === "security-group" && peer.id !== id ? [peer.id] : [])),
  );
  return new Set([...members.flatMap(({ securityGroupIds }) => securityGroupIds), ...peers]);
}

/** Writes `network.securityGroups`: every rule of today, and IPv6 beside IPv4 where it is clear what it must be. */
export function writeSecurityGroups(
  draft: Draft,
  tiers: readonly TierPlan[],
  names: GroupNames,
): Sections<SecurityGroup> {
  const groups = draft.inventory.securityGroups.flatMap((group) => {
    const name = names.get(group.id);
    return name === undefined ? [] : [{ group, name }];
  });
  const sorted = groups.sort(byName);
  return Object.fromEntries(
    sorted.map(({ group, name }) => [name, writeGroup(draft, tiers, names, group, name)]),
  );
}

function writeGroup(
  draft: Draft,
  tiers: readonly TierPlan[],
  names: GroupNames,
  group: FoundSecurityGroup,
  name: string,
): Section<SecurityGroup> {
  const isDefault = name === DEFAULT;
  if (isDefault) draft.referTo(terraformAddress("aws_security_group", name), group.id);
  else draft.importAs(terraformAddress("aws_security_group", name), group.id);
  if (isDefault) draft.remark(["network", "securityGroups", name], DEFAULT_GROUP);
  const write = (direction: Direction) => writeRules(draft, { tiers, names, group, name, direction });
  const ingress = write("ingress");
  return {
    ...compact<SecurityGroup>({
      description: descriptionText(group.description, LONGEST_DESCRIPTION),
      ingress,
    }),
    // Left out would mean: everything.
    egress: write("egress"),
  };
}

const SAID = ["protocol", "ports", "icmpType", "icmpCode", "from", "to"];
const DEFAULT_GROUP =
  "The VPC's default group, which AWS lets nobody delete: it is only referred to, its rules are taken over.";

type Direction = FoundSecurityGroupRule["direction"];

interface DirectionOfGroup {
  readonly tiers: readonly TierPlan[];
  readonly names: GroupNames;
  readonly group: FoundSecurityGroup;
  /** Of the group. */
  readonly name: string;
  readonly direction: Direction;
}

function writeRules(draft: Draft, side: DirectionOfGroup): Sections<IngressRule & EgressRule> {
  const { group, direction, tiers } = side;
  const rules = group.rules.filter((rule) => rule.direction === direction).sort(byText(orderOf));
  const plans = withoutCoveredQuestions(draft.inventory, [
    ...clusterRules(draft.inventory, tiers, rules),
    ...rules.flatMap((rule) => planReference(draft, side, rule)),
  ]);
  const name = startNaming(draft.known.keysAt("network", "securityGroups", side.name, direction));
  return Object.fromEntries(
    plans.map((plan) => {
      const ruleName = knownName(draft, side, plan) ?? name(preferredNameOf(plan, plans));
      takeRule(draft, side, plan, ruleName);
      return [ruleName, writeRule(plan, direction)];
    }),
  );
}

function orderOf(rule: FoundSecurityGroupRule): string {
  const { from = -1, to = -1 } = rule.ports ?? {};
  const peer = rule.peer.kind === "cidr" ? rule.peer.cidr : rule.peer.id;
  return [rule.protocol, String(from + 1).padStart(6, "0"), to, peer, rule.id].join("\u0000");
}

/** By its id, or where nobody knew that, by what it lets through. */
function knownName({ known }: Draft, { name, direction }: DirectionOfGroup, plan: RulePlan): string | null {
  const type = `aws_vpc_security_group_${direction}_rule`;
  const names = plan.found.map(([, { id }]) => (id === null ? null : known.nameOf(type, id, 1)));
  const byId = names.find((one) => one !== null);
  return byId ?? known.sameAt(writeRule(plan, direction), SAID, "network", "securityGroups", name, direction);
}

/** What passes, and from whom where the same passes from several. */
function preferredNameOf({ traffic, peerName }: RulePlan, plans: readonly RulePlan[]): string {
  const preferredName = trafficName(traffic);
  const isAlone = plans.filter((plan) => trafficName(plan.traffic) === preferredName).length === 1;
  return isAlone || peerName === "" ? preferredName : nameOf(`${preferredName}-${peerName}`);
}

function takeRule(
  draft: Draft,
  { name, group, direction }: DirectionOfGroup,
  plan: RulePlan,
  ruleName: string,
): void {
  for (const [suffix, rule] of plan.found) {
    const address = terraformAddress(
      `aws_vpc_security_group_${direction}_rule`,
      `${name}_${ruleName}${suffix}`,
    );
    if (rule.id === null) draft.lackId(address, group.id);
    else draft.importAs(address, rule.id);
  }
  const path = ["network", "securityGroups", name, direction, ruleName];
  const { prefixListId } = plan.peer;
  if (typeof prefixListId === "string" && isOfUnknownFamily(draft, prefixListId))
    draft.remark(path, `Whether ${prefixListId} holds IPv4 or IPv6 is not known: of IPv4 it needs a twin.`);
  if (plan.withoutTwin === null) return;
  const { from: type = ANY_ICMP, to: code = ANY_ICMP } = plan.traffic.ports ?? {};
  if (isTypedIcmp(plan.traffic) && icmpTwin({ type, code }) === null)
    draft.remark(path, `${noIcmpTwin(type)}.`);
  else draft.ask({ kind: "securityGroups", about: plan.withoutTwin, at: [name, direction, ruleName] });
}

function writeRule(
  { traffic, peer, description }: RulePlan,
  direction: Direction,
): Section<IngressRule & EgressRule> {
  return compact<IngressRule & EgressRule>({
    ...writeTraffic(traffic),
    ...(direction === "ingress" ? { from: peer } : { to: peer }),
    description: descriptionText(description, LONGEST_DESCRIPTION),
  });
}

/** A rule whose peer is no block; it holds for both families. */
function planReference(
  draft: Draft,
  side: DirectionOfGroup,
  rule: FoundSecurityGroupRule,
): readonly RulePlan[] {
  const { peer, description } = rule;
  const plan = (
    written: Section<Peer>,
    peerName: string,
    withoutTwin: string | null = null,
  ): readonly RulePlan[] => [
    { traffic: rule, peer: written, peerName, description, found: [["", rule]], withoutTwin },
  ];
  if (peer.kind === "cidr") return [];
  if (peer.kind === "prefix-list") {
    return plan({ prefixListId: peer.id }, peer.id, ipv4List(draft, peer.id));
  }
  const name = side.names.get(peer.id);
  if (peer.id === side.group.id) return plan({ self: {} }, "self");
  if (name !== undefined) return plan({ securityGroup: name }, name);
  const detail = `of group ${side.group.id}: it names ${peer.id}, a group of another VPC; it stays as it is`;
  draft.leaveOut({ kind: "security group rule", id: rule.id ?? "without an id", detail });
  return [];
}
