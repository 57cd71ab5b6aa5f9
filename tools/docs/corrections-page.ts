import { type Correction, sourceDocuments } from "../../src/aws/corrections/correction.ts";
import { escapeMarkdown, inlineCode } from "../../src/reports/reference/markdown.ts";
import { ruleAnchor } from "./rule-anchor.ts";

/** The page `docs/corrections.md`: what the source documents say, what is true today, and where Hextet acts on it. */
export function renderCorrectionsPage(corrections: readonly Correction[]): string {
  const documents = Object.entries(sourceDocuments);
  return [
    "<!-- Generated from src/aws/corrections/corrections.ts by `npm run generate`. Edits here are lost. -->",
    "",
    "# Corrections",
    "",
    "Hextet was made from five texts about IPv6 on AWS, written between 2016 and 2022. This page lists what they say that",
    "is wrong or no longer so, what is true instead, the evidence, and where Hextet acts on it: the rules that speak up",
    "and the blueprints that do it right. What the texts say and is not listed here still holds as they say it.",
    "",
    "**wrong**: it never was so. **outdated**: it was so once. **incomplete**: so, with something left out. **holds**: so",
    "to this day, though one would not expect it. **not verified**: nobody here knows, so it is never an error.",
    "",
    ...documents.flatMap(([document, title]) =>
      section(
        title,
        corrections.filter((correction) => correction.document === document),
      ),
    ),
  ].join("\n");
}

function section(title: string, corrections: readonly Correction[]): readonly string[] {
  return [
    `## ${title}`,
    "",
    "| what it says | | what is true | evidence | where |",
    "|---|---|---|---|---|",
    ...corrections.map(row),
    "",
  ];
}

function row({ claim, verdict, truth, since, ...rest }: Correction): string {
  const age = since === undefined ? "" : ` Since ${since}.`;
  const cells = [escapeMarkdown(claim), verdict, escapeMarkdown(truth + age), evidence(rest), where(rest)];
  return `| ${cells.join(" | ")} |`;
}

function evidence({
  source,
  checked,
  confidence,
}: Pick<Correction, "source" | "checked" | "confidence">): string {
  const place = /^https:\/\/[^\s<>|]+$/.test(source) ? `<${source}>` : escapeMarkdown(source);
  return `${place} (${checked}, confidence ${confidence})`;
}

function where({
  rules,
  blueprints,
  elsewhere,
}: Pick<Correction, "rules" | "blueprints" | "elsewhere">): string {
  const places = [
    ...rules.map((rule) => `[${inlineCode(rule)}](rules.md#${ruleAnchor(rule)})`),
    ...blueprints.map((name) => `blueprint [${inlineCode(name)}](../blueprints/${name}.yaml)`),
    ...(elsewhere === undefined ? [] : [escapeMarkdown(elsewhere)]),
  ];
  return places.join("; ");
}
