import { byText } from "../../base/compare-texts.ts";
import { formatPath } from "../../base/path.ts";
import type { Acceptance } from "../../blueprint/blueprint.generated.ts";
import { STAGES, type StageId } from "../../model/types/migration.ts";
import type { Question } from "./questions.ts";

/** The rule that asks the same question; routes for IPv4 alone to one block have none. */
const RULES: Readonly<Record<Question["kind"], string | null>> = {
  securityGroups: "security-group-ipv4-without-ipv6-twin",
  networkAcls: "network-acl-ipv4-without-ipv6-twin",
  routes: null,
};

const REASON = "it was so when the VPC was taken over: write its IPv6 twin, or why there is none";

/**
 * What stands for IPv4 alone in a network that has come to the stage `security` or further: it runs so, and a stage that is
 * reached with an open question is refused. Empty before that stage.
 */
export function acceptancesOf(questions: readonly Question[], stage: StageId): readonly Acceptance[] {
  if (STAGES.indexOf(stage) < STAGES.indexOf("security")) return [];
  const places = questions.flatMap(placeOf);
  const once = new Map(places.map((place) => [`${place.rule} ${place.at}`, place]));
  return [...once.values()].map((place) => ({ ...place, reason: REASON }));
}

/** Of rules that have no twin, as their owner says; that a network ACL has none is nobody's warning. */
export function acceptancesFor(
  answered: readonly { readonly question: Question; readonly reason: string }[],
): readonly Acceptance[] {
  const rules = answered.filter(({ question }) => question.kind === "securityGroups");
  return rules
    .flatMap(({ question, reason }) => placeOf(question).map((place) => ({ ...place, reason })))
    .sort(byText(({ at }) => at));
}

function placeOf({ kind, at }: Question): readonly Pick<Acceptance, "at" | "rule">[] {
  const rule = RULES[kind];
  // A network ACL without any entry for IPv6 is found as a whole.
  const place = kind === "networkAcls" ? at.slice(0, 1) : at;
  return rule === null ? [] : [{ rule, at: formatPath(["network", kind, ...place]) }];
}
