import { corrections } from "../../aws/corrections/corrections.ts";
import { byText } from "../../base/compare-texts.ts";
import { syntaxRules } from "../../blueprint/syntax-rules.ts";
import { type ModelRule, modelRules } from "../../model/model-rules.ts";
import { acceptanceRules } from "../../rules/acceptances.ts";
import { allRules } from "../../rules/all-rules.ts";
import { adoptRules } from "../reference/adopt-rules.ts";
import { changeRules } from "../reference/change-rules.ts";
import { cliRules } from "../reference/cli-rules.ts";
import { importRules } from "../reference/import-rules.ts";
import type { Explanation } from "./explanation.ts";

/** An explanation for every rule id that any stage reports, sorted by id. */
export const explanations: readonly Explanation[] = [
  ...allRules,
  ...acceptanceRules,
  ...syntaxRules.map(withHint),
  ...(modelRules as readonly ModelRule[]).map(
    ({ sources, ...rule }): Explanation => ({ ...withHint(rule), ...(sources && { sources }) }),
  ),
  ...adoptRules,
  ...changeRules,
  ...cliRules,
  ...importRules,
]
  .map(withCorrections)
  .sort(byText(({ id }) => id));

function withHint({ id, title, why, hint }: Pick<ModelRule, "id" | "title" | "why" | "hint">): Explanation {
  return { id, severity: "error", title, why: `${why} ${hint}` };
}

function withCorrections(explanation: Explanation): Explanation {
  const corrects = corrections.filter(({ rules }) => rules.includes(explanation.id));
  return corrects.length === 0 ? explanation : { ...explanation, corrects };
}
