import type { GroupPeer, GroupRule, TrafficClass } from "../topology/filters.ts";
import { knownBlock } from "./blocks.ts";
import type { Fields, Items, Value } from "./fields.ts";
import { placeOf } from "./place-of.ts";
import type { PrefixLists } from "./read-prefix-lists.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";
import { groupTraffic } from "./traffic-class.ts";

/** A rule and the group that it stands in. */
export interface OwnedRule {
  readonly group: string;
  readonly isEgress: boolean;
  readonly rule: GroupRule;
}

const NONE = { kind: "none" } as const;

/** The rules that are resources of their own: one each, or `aws_security_group_rule` with lists. */
export function separateRules(reading: Reading, lists: PrefixLists): readonly OwnedRule[] {
  return reading.index
    .ofType(
      "aws_vpc_security_group_ingress_rule",
      "aws_vpc_security_group_egress_rule",
      "aws_security_group_rule",
    )
    .flatMap((resource) => rulesOf(reading, resource, lists));
}

/** The same of what a plan takes away, which the list of the group still has. */
export function formerRules(reading: Reading, lists: PrefixLists): readonly OwnedRule[] {
  return reading.index.document.former
    .filter(({ type }) => /^aws_(vpc_)?security_group_((in|e)gress_)?rule$/.test(type))
    .flatMap((resource) => rulesOf(reading, resource, lists));
}

function rulesOf(reading: Reading, resource: TerraformResource, lists: PrefixLists): readonly OwnedRule[] {
  const fields = reading.fields(resource);
  const group = reading.one(resource, referents.securityGroup, "security_group_id");
  const isEgress = isEgressRule(resource, fields);
  if (group.kind !== "one" || isEgress === null) {
    const closed = group.kind === "one-of" && group.isClosed ? group.ids : [];
    const why = "a rule of a security group: of which is known after apply";
    reading.leaveOut(resource, why, group.kind === "one" ? [group.id] : closed);
    return [];
  }
  const isList = resource.type === "aws_security_group_rule";
  const peers = isList
    ? listedPeers(reading, resource, fields, [], group.id, lists)
    : onePeer(reading, resource, fields, lists);
  const traffic = trafficOf(fields, isList ? "protocol" : "ip_protocol");
  return peers.map((peer) => ({
    group: group.id,
    isEgress,
    rule: { place: placeOf(resource), traffic, peer },
  }));
}

/** Null: not known. */
function isEgressRule({ type: resourceType }: TerraformResource, fields: Fields): boolean | null {
  if (resourceType !== "aws_security_group_rule") return resourceType.includes("egress");
  const type = fields.text("type");
  return type.kind === "known" ? type.value === "egress" : null;
}

/** The rules in a group itself. */
export function inlineRules(
  reading: Reading,
  resource: TerraformResource,
  isEgress: boolean,
  lists: PrefixLists,
): readonly GroupRule[] {
  const name = isEgress ? "egress" : "ingress";
  const { known, isComplete } = reading.fields(resource).blocks(name);
  const place = placeOf(resource);
  const rules = known.flatMap((fields) => {
    const traffic = trafficOf(fields, "protocol");
    const peers = listedPeers(reading, resource, fields, [name], resource.address, lists);
    return peers.map((peer): GroupRule => ({ place, traffic, peer }));
  });
  const unknown: GroupRule = { place, traffic: { kind: "unknown" }, peer: { kind: "unknown" } };
  return isComplete ? rules : [...rules, unknown];
}

function trafficOf(fields: Fields, protocol: string): TrafficClass {
  const [from, to] = [fields.number("from_port"), fields.number("to_port")];
  return groupTraffic({ protocol: fields.text(protocol), from, to, icmpType: from, icmpCode: to });
}

function onePeer(
  reading: Reading,
  resource: TerraformResource,
  fields: Fields,
  lists: PrefixLists,
): readonly GroupPeer[] {
  const blocks = [fields.text("cidr_ipv4"), fields.text("cidr_ipv6")];
  const block = blocks.find(({ kind }) => kind !== "none") ?? NONE;
  if (block.kind !== "none") return [blockPeer(block)];
  const group = reading.one(resource, referents.securityGroup, "referenced_security_group_id");
  if (group.kind !== "none") return [group.kind === "one" ? groupPeer(group.id) : { kind: "unknown" }];
  const list = reading.one(resource, referents.prefixList, "prefix_list_id");
  return [list.kind === "one" ? listPeer(list.id, lists) : { kind: "unknown" }];
}

/** The peers in the lists of a rule; one that is unknown for each list of which not all is known. */
function listedPeers(
  reading: Reading,
  resource: TerraformResource,
  fields: Fields,
  path: readonly string[],
  self: string,
  lists: PrefixLists,
): readonly GroupPeer[] {
  const peers = [fields.texts("cidr_blocks"), fields.texts("ipv6_cidr_blocks")].flatMap(blockPeers);
  const source = path.length === 0 ? "source_security_group_id" : "security_groups";
  const groups = path.length === 0 ? singleton(fields.text(source)) : fields.texts(source);
  peers.push(...groupPeers(reading, resource, groups, [...path, source]));
  const named = fields.texts("prefix_list_ids");
  peers.push(...named.known.map((id) => listPeer(reading.idOf(id, referents.prefixList), lists)));
  if (!named.isComplete) peers.push(...unknownLists(reading, resource, [...path, "prefix_list_ids"], lists));
  const isSelf = fields.flag("self");
  if (isSelf.kind === "known" && isSelf.value) peers.push(groupPeer(self));
  if (isSelf.kind === "unknown") peers.push({ kind: "unknown" });
  return peers;
}

function singleton(value: Value<string>): Items<string> {
  return { known: value.kind === "known" ? [value.value] : [], isComplete: value.kind !== "unknown" };
}

function blockPeers({ known, isComplete }: Items<string>): GroupPeer[] {
  const peers = known.map((value) => blockPeer({ kind: "known", value }));
  return isComplete ? peers : [...peers, { kind: "unknown" }];
}

function blockPeer(text: Value<string>): GroupPeer {
  const block = text.kind === "known" ? knownBlock(text.value) : null;
  return block === null ? { kind: "unknown" } : { kind: "block", block };
}

function groupPeer(id: string): GroupPeer {
  return { kind: "security-group", id };
}

function groupPeers(
  reading: Reading,
  resource: TerraformResource,
  { known, isComplete }: Items<string>,
  path: readonly string[],
): readonly GroupPeer[] {
  const peers = known.map((id) => groupPeer(reading.idOf(withoutAccount(id), referents.securityGroup)));
  if (isComplete) return peers;
  // Of several inline rules a plan shows together what they refer to: which rule has which group is not known.
  const { ids, isExact } = reading.many(resource, referents.securityGroup, ...path);
  const [only, ...more] = ids.filter(
    (id) => !peers.some((peer) => peer.kind === "security-group" && peer.id === id),
  );
  const isOne = isExact && only !== undefined && more.length === 0;
  return [...peers, isOne ? groupPeer(only) : { kind: "unknown" }];
}

function unknownLists(
  reading: Reading,
  resource: TerraformResource,
  path: readonly string[],
  lists: PrefixLists,
): readonly GroupPeer[] {
  const { ids, isExact } = reading.many(resource, referents.prefixList, ...path);
  return isExact ? ids.map((id) => listPeer(id, lists)) : [{ kind: "unknown" }];
}

function listPeer(id: string, lists: PrefixLists): GroupPeer {
  const list = lists.get(id);
  if (list === undefined || list.kind === "unknown") return { kind: "unknown" };
  return list.kind === "service" ? list : { kind: "blocks", id, blocks: list.blocks };
}

/** A group of another account is written with the account before it. */
function withoutAccount(id: string): string {
  return id.replace(/^\d{12}\//, "");
}
