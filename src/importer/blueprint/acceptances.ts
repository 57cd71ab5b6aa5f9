import { byText } from "../../base/compare-texts.ts";
import { formatPath } from "../../base/path.ts";
import type { Acceptance } from "../../blueprint/blueprint.generated.ts";
import type { Question } from "./questions.ts";

const RULE = "security-group-ipv4-without-ipv6-twin";

/** Of rules that have no twin, as their owner says; that a network ACL has none is nobody's warning. */
export function acceptancesFor(
  answered: readonly { readonly question: Question; readonly reason: string }[],
): readonly Acceptance[] {
  return answered
    .filter(({ question }) => question.kind === "securityGroups")
    .map(({ question: { kind, at }, reason }) => ({
      rule: RULE,
      at: formatPath(["network", kind, ...at]),
      reason,
    }))
    .sort(byText(({ at }) => at));
}
