import fc from "fast-check";
import { IPV4_BLOCKS, IPV6_BLOCKS } from "./peers.ts";
import type { Tier } from "./tiers.ts";
import { aclTraffic, familyOf, trafficDraft } from "./traffic.ts";
import { anyPlace, mapOf, nameAt, pick, type Tree } from "./tree.ts";

const entryDraft = fc.record({
  action: fc.constantFrom("allow", "allow", "allow", "deny"),
  traffic: trafficDraft,
  family: fc.constantFrom("ipv6", "ipv4"),
  /** Half of the time everything of the family. */
  block: fc.oneof(fc.constant(0), anyPlace),
  isVpc: fc.constantFrom(false, false, false, true),
});
type EntryDraft = typeof entryDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** To which ports answers may go: to all that callers use, to Linux's, to some, seldom to none. */
const answersDraft = fc.record({ ipv4: answerPorts(), ipv6: answerPorts() });

function answerPorts() {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ from: 1024, to: 65_535 }) },
    { weight: 6, arbitrary: fc.constant({ from: 32_768, to: 60_999 }) },
    { weight: 2, arbitrary: fc.constant({ from: 40_000, to: 50_000 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

/** What is drawn of a network ACL. */
export const networkAclDraft = fc.record({
  tiers: fc.array(anyPlace, { minLength: 1, maxLength: 2 }),
  preset: fc.constantFrom(
    null,
    null,
    "allow-all",
    "web-dual-stack",
    "web-ipv6",
    "private-dual-stack",
    "private-ipv6",
  ),
  ingress: fc.array(entryDraft, { maxLength: 4 }),
  egress: fc.array(entryDraft, { maxLength: 4 }),
  answersIn: answersDraft,
  answersOut: answersDraft,
});
export type NetworkAclDraft = typeof networkAclDraft extends fc.Arbitrary<infer Draft> ? Draft : never;
type Answers = NetworkAclDraft["answersIn"];

/** `network.networkAcls`; a tier has one, so the first that names it keeps it. */
export function networkAclsOf(
  drafts: readonly NetworkAclDraft[],
  tiers: readonly Tier[],
  vpcHasIpv6: boolean,
): Tree | undefined {
  const taken = new Set<string>();
  const acls = drafts.map((draft, index): readonly [string, unknown] => {
    const wanted = [...new Set(draft.tiers.flatMap((place) => pick(tiers, place)?.name ?? []))];
    const subnets = wanted.filter((name) => !taken.has(name));
    for (const name of subnets) taken.add(name);
    return [nameAt("acl", index), subnets.length === 0 ? undefined : aclOf(draft, subnets, vpcHasIpv6)];
  });
  return mapOf(acls);
}

function aclOf(draft: NetworkAclDraft, subnets: readonly string[], vpcHasIpv6: boolean): Tree {
  // A preset has the numbers from 100 on for itself.
  const isWhole = draft.preset !== null;
  return {
    subnets,
    preset: draft.preset ?? undefined,
    ingress: entriesOf(draft.ingress, isWhole ? null : draft.answersIn, vpcHasIpv6),
    egress: entriesOf(draft.egress, isWhole ? null : draft.answersOut, vpcHasIpv6),
  };
}

function entriesOf(
  drafts: readonly EntryDraft[],
  answers: Answers | null,
  vpcHasIpv6: boolean,
): Tree | undefined {
  const entries = drafts.map((draft, index): readonly [string, unknown] => [
    nameAt("entry", index),
    { ruleNumber: 10 * (index + 1), ...entryOf(draft, vpcHasIpv6) },
  ]);
  return mapOf([...entries, ...(answers === null ? [] : answerEntries(answers))]);
}

function entryOf({ action, traffic, family, block, isVpc }: EntryDraft, vpcHasIpv6: boolean): Tree {
  const own = familyOf(traffic);
  const isIpv6 = own === "both" ? family === "ipv6" : own === "ipv6";
  return {
    action: action === "allow" ? undefined : action,
    ...aclTraffic(traffic),
    cidr: isVpc && (vpcHasIpv6 || !isIpv6) ? vpcBlock(isIpv6) : blockOf(isIpv6, block),
  };
}

function vpcBlock(isIpv6: boolean): Tree {
  return isIpv6 ? { vpcIpv6: {} } : { vpcIpv4: {} };
}

function blockOf(isIpv6: boolean, place: number): Tree {
  return isIpv6 ? { cidrIpv6: pick(IPV6_BLOCKS, place) } : { cidrIpv4: pick(IPV4_BLOCKS, place) };
}

function answerEntries({ ipv4, ipv6 }: Answers): readonly (readonly [string, unknown])[] {
  const entry = (ruleNumber: number, ports: Answers["ipv4"], cidr: Tree) =>
    ports === null ? undefined : { ruleNumber, protocol: "tcp", ports, cidr };
  return [
    ["answers", entry(80, ipv4, blockOf(false, 0))],
    ["answers-six", entry(81, ipv6, blockOf(true, 0))],
  ];
}
