import { byText } from "../../base/compare-texts.ts";
import type { Draft } from "./draft.ts";
import type { Todo } from "./todos.ts";

/** Rules of one security group that are there, and whose ids nobody knows. */
export interface LackingIds {
  /** The group, how many rules, and what tells their ids: one line. */
  readonly words: string;
  /** Terraform addresses. */
  readonly addresses: readonly string[];
}

/** By group, the rules whose ids are not known: those that stand inside their group in a state. */
export function lackingIds({ inventory, notes }: Draft): readonly LackingIds[] {
  const { securityGroups, region } = inventory;
  const groups = [...notes.rulesWithoutId].map(([id, addresses]) => {
    const name = securityGroups.find((group) => group.id === id)?.groupName ?? id;
    const rules = addresses.length === 1 ? "1 rule" : `${addresses.length} rules`;
    const command = `aws ec2 describe-security-group-rules --region ${region} --filters Name=group-id,Values=${id}`;
    return { words: `${rules} of security group ${name}: ${command}`, addresses };
  });
  return groups.sort(byText(({ words }) => words));
}

/** What to do about them, for all groups. */
export const LACKING_IDS =
  "a state has no ids for rules that stand inside their security group. Import again with --region <region> beside --state, " +
  "which asks AWS for them, or write them in existing.import. Until then Terraform neither owns nor deletes these rules, and in the stage security it would make them a second time.";

/** What else is there and is to be looked up: a heading. */
export const UNKNOWN_IDS = "these are there, but their ids for existing.import are not known:";

/** The same as what is left to the owner. */
export function todosOfIds(unknownIds: readonly string[], lacking: readonly LackingIds[]): readonly Todo[] {
  const path = ["network", "vpc", "existing", "import"];
  const ofRules = new Set(lacking.flatMap(({ addresses }) => addresses));
  const others = unknownIds.filter((address) => !ofRules.has(address));
  return [
    ...(ofRules.size === 0 ? [] : [{ path, kind: "ids of rules", text: LACKING_IDS } as const]),
    ...(others.length === 0
      ? []
      : [{ path, kind: "ids of other things", text: `${UNKNOWN_IDS} ${others.join(", ")}.` } as const]),
  ];
}
