import fc from "fast-check";
import { type Named, peerDraft, peerOf } from "./peers.ts";
import { familyOf, groupTraffic, trafficDraft } from "./traffic.ts";
import { mapOf, nameAt, type Tree } from "./tree.ts";

const OPEN = {
  traffic: { protocol: "all", ports: 443, isEcho: false },
  peer: { kind: "anywhere", place: 0 },
} as const;
/** Now and then everything passes, so that other filters decide. */
const ruleDraft = fc.oneof(
  { weight: 3, arbitrary: fc.record({ traffic: trafficDraft, peer: peerDraft }) },
  { weight: 1, arbitrary: fc.constant(OPEN) },
);
type RuleDraft = typeof ruleDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** What is drawn of a security group; no egress: everything goes out. */
export const securityGroupDraft = fc.record({
  ingress: fc.array(ruleDraft, { maxLength: 4, size: "medium" }),
  egress: fc.option(fc.array(ruleDraft, { minLength: 1, maxLength: 3 }), { freq: 2 }),
});
export type SecurityGroupDraft = typeof securityGroupDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** `network.securityGroups`; a rule that is written twice stands once. */
export function securityGroupsOf(drafts: readonly SecurityGroupDraft[], named: Named): Tree | undefined {
  return mapOf(
    drafts.map(({ ingress, egress }, index) => [
      named.groups[index] ?? nameAt("group", index),
      {
        ingress: rulesOf(ingress, "from", named),
        egress: egress === null ? undefined : rulesOf(egress, "to", named),
      },
    ]),
  );
}

function rulesOf(drafts: readonly RuleDraft[], key: "from" | "to", named: Named): Tree | undefined {
  const rules = drafts.map(({ traffic, peer }) => ({
    ...groupTraffic(traffic),
    [key]: peerOf(peer, familyOf(traffic), named),
  }));
  const distinct = [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
  return mapOf(distinct.map((rule, index) => [nameAt("rule", index), rule]));
}
