import { type Correction, sourceDocuments } from "../../aws/corrections/correction.ts";
import { datesOf, type Fact } from "../../aws/facts/fact.ts";
import { byText } from "../../base/compare-texts.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import { type Colors, paintBySeverity } from "../colors.ts";
import { renderTable } from "../table.ts";
import { wrapText } from "../wrap-line.ts";
import { type Explanation, severityWords } from "./explanation.ts";
import { stringifySafely } from "./render-findings.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/** The explanation of a rule id; also found by its anchor (`schema-unknown-key`). Null when no rule has the id. */
export function findExplanation(id: string, explanations: readonly Explanation[]): Explanation | null {
  const wanted = id.trim().replace(/^\[(.*)\]$/, "$1");
  const byId = explanations.find((explanation) => explanation.id === wanted);
  return byId ?? explanations.find((explanation) => explanation.id.replaceAll("/", "-") === wanted) ?? null;
}

/** What to say about an id that no rule has: with the nearest one that exists, if one is near. */
export function unknownRule(id: string, explanations: readonly Explanation[]): string {
  const ids = explanations.map((explanation) => explanation.id);
  // Half an id is far from the whole by letters.
  const begun = ids.filter((one) => id.length >= 4 && one.startsWith(id));
  const otherwise =
    begun.length > 0 && begun.length <= 3
      ? `did you mean ${begun.map((one) => `"${one}"`).join(" or ")}?`
      : "hextet explain --list shows all rules";
  const hint = didYouMean(id, ids, otherwise);
  return `unknown rule "${escapeUnsafe(id)}": ${hint}`;
}

/** One rule as text for a terminal of so many columns: what must hold, why, and the evidence with its date and confidence. */
export function renderExplanation(explanation: Explanation, colors: Colors, columns: number): string {
  const { id, severity, title, why, sources = [], corrects = [] } = explanation;
  const label = paintBySeverity(severity, severityWords(explanation), colors);
  const evidence = sources.flatMap((fact) => ["", ...renderFact(fact, colors, columns)]);
  return [
    `${colors.bold(id)} (${label})`,
    "",
    ...wrapText(title, "  ", columns),
    "",
    colors.bold("Why"),
    ...wrapText(why, "  ", columns),
    ...(sources.length === 0 ? [] : ["", colors.bold("Sources"), ...evidence.slice(1)]),
    ...(corrects.length === 0 ? [] : ["", colors.bold("What older documents say")]),
    ...corrects.flatMap((correction) => renderCorrection(correction, colors, columns)),
    "",
  ].join("\n");
}

/** One rule as JSON: `{ version: 1, rule: { id, severity, inSynth, title, why, sources, corrects } }`, two of them only where it has them. */
export function renderExplanationJson(explanation: Explanation): string {
  const { id, severity, inSynth, title, why, sources = [], corrects } = explanation;
  const rule = { id, severity, inSynth, title, why, sources, corrects };
  return `${stringifySafely({ version: 1, rule })}\n`;
}

/** All rules, one a line where so many columns are enough, in the order of their ids. */
export function renderRuleList(
  explanations: readonly Explanation[],
  colors: Colors,
  columns: number,
): string {
  const sorted = [...explanations].sort(byText(({ id }) => id));
  const rows = sorted.map(({ id, severity, title }) => [
    id,
    paintBySeverity(severity, severity, colors),
    title,
  ]);
  return renderTable({ titles: null, rows }, columns, colors.bold)
    .map((line) => `${line}\n`)
    .join("");
}

/** All rules as JSON: `{ version: 1, rules: [{ id, severity, title }] }`, in the order of their ids. */
export function renderRuleListJson(explanations: readonly Explanation[]): string {
  const rules = explanations.map(({ id, severity, title }) => ({ id, severity, title }));
  return `${stringifySafely({ version: 1, rules: rules.sort(byText(({ id }) => id)) })}\n`;
}

function renderFact(fact: Fact, colors: Colors, columns: number): readonly string[] {
  const dates = wrapText(datesOf(fact), "  ", columns).map(colors.dim);
  return [...wrapText(fact.claim, "  ", columns), ...wrapText(fact.source, "  ", columns), ...dates];
}

function renderCorrection(
  { document, claim, verdict }: Correction,
  colors: Colors,
  columns: number,
): readonly string[] {
  const where = `${verdict}: ${sourceDocuments[document]}`;
  return [...wrapText(claim, "  ", columns), ...wrapText(where, "  ", columns).map(colors.dim)];
}
