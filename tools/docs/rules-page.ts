import { datesOf, type Fact } from "../../src/aws/facts/fact.ts";
import { byText } from "../../src/base/compare-texts.ts";
import { type Explanation, severityWords } from "../../src/reports/findings/explanation.ts";
import { escapeMarkdown } from "../../src/reports/reference/markdown.ts";
import { ruleAnchor } from "./rule-anchor.ts";

/** The page `docs/rules.md`: every rule with its anchor, reason and evidence, in the order of their ids. */
export function renderRulesPage(explanations: readonly Explanation[]): string {
  const sorted = [...explanations].sort(byText(({ id }) => id));
  const networkRules = sorted.filter(({ id }) => !id.includes("/"));
  const otherRules = sorted.filter(({ id }) => id.includes("/"));
  return [
    "<!-- Generated from the rules in src/ by `npm run generate`. Edits here are lost. -->",
    "",
    "# Rules",
    "",
    "What Hextet reports, why, and what it rests on. The same text comes from `hextet explain <rule>`.",
    "",
    "An **error** says that AWS or Terraform will refuse the blueprint, or that packets will not flow: it stops",
    "`synth` and cannot be accepted. A **warning** is advice: `accept` in the blueprint silences it, with a reason",
    "that reviewers read. A **note** says that the facts do not decide.",
    "",
    "## Rules about the network",
    "",
    ...overview(networkRules),
    "## Rules about files and their shape",
    "",
    ...overview(otherRules),
    ...sorted.flatMap(section),
  ].join("\n");
}

function overview(explanations: readonly Explanation[]): string[] {
  const row = (rule: Explanation) =>
    `| [\`${rule.id}\`](#${ruleAnchor(rule.id)}) | ${severityWords(rule)} | ${escapeMarkdown(rule.title)} |`;
  return ["| rule | severity | what must hold |", "|---|---|---|", ...explanations.map(row), ""];
}

function section(rule: Explanation): string[] {
  const { id, title, why, sources = [] } = rule;
  return [
    `<a id="${ruleAnchor(id)}"></a>`,
    "",
    `### \`${id}\``,
    "",
    `**${severityWords(rule)}**: ${escapeMarkdown(title)}`,
    "",
    escapeMarkdown(why),
    "",
    ...sources.map(renderFact),
    ...(sources.length === 0 ? [] : [""]),
  ];
}

function renderFact({ claim, source, ...dates }: Fact): string {
  const place = /^https:\/\/[^\s<>]+$/.test(source) ? `<${source}>` : escapeMarkdown(source);
  return `- ${escapeMarkdown(claim)} ${place} (${datesOf(dates)})`;
}
