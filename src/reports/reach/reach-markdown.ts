import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeBlock, escapePlain, inlineCode } from "../reference/markdown.ts";
import { placeText } from "./hop-words.ts";
import type { ReachTable } from "./reach-table.ts";
import { reachTitle } from "./reach-title.ts";
import { type NamedTrace, renderTrace } from "./render-trace.ts";
import { VERDICT_LEGEND, verdictWord } from "./verdict-words.ts";

/** Characters; GitHub refuses a comment of more than 65,536. */
const LONGEST = 60_000;

/** The matrices for a pull request, each with the reasons of what is not reached, cut where GitHub would refuse it. */
export function renderMatricesMarkdown(tables: readonly ReachTable[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of [...tables.flatMap(renderStack), ...codeBlock("text", VERDICT_LEGEND)]) {
    length += line.length + 1;
    if (length > LONGEST)
      return `${[...lines, "", "… cut here: run `hextet reach` for the rest."].join("\n")}\n`;
    lines.push(line);
  }
  return `${lines.join("\n")}\n`;
}

/** Traces for a pull request. */
export function renderTracesMarkdown(traces: readonly NamedTrace[]): string {
  const plain = { bold: keep, dim: keep, red: keep, yellow: keep, cyan: keep, green: keep };
  const lines = traces.flatMap((one) => {
    const text = renderTrace(one, Number.POSITIVE_INFINITY, plain).trimEnd();
    return [...codeBlock("text", text.split("\n")), ""];
  });
  return lines.join("\n");
}

function keep(text: string): string {
  return text;
}

function renderStack(table: ReachTable): readonly string[] {
  const { stack, region, sources, rows, findings, leftOut } = table;
  const reasons = reasonsOf(table);
  return [
    `### ${safe(`${reachTitle({ stack, region })}: who reaches whom`)}`,
    "",
    `| |${sources.map((source) => ` ${code(source)} |`).join("")}`,
    `|---|${sources.map(() => "---|").join("")}`,
    ...rows.map(({ target, cells }) => {
      const words = cells.map((cell) => ` ${cell === null ? "" : verdictWord(cell.verdict)} |`);
      return `| ${code(target)} |${words.join("")}`;
    }),
    "",
    ...findingLines(findings),
    ...(reasons.length === 0
      ? []
      : ["<details>", `<summary>Why not: ${reasons.length}</summary>`, "", ...reasons, "", "</details>", ""]),
    ...leftOut.map((why) => `- left out: ${safe(why)}`),
    ...(leftOut.length === 0 ? [] : [""]),
  ];
}

function findingLines(findings: ReachTable["findings"]): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ severity, rule, place, message, hint }) => {
    const more = hint === null ? "" : `; ${safe(hint)}`;
    return `- **${severity}** ${code(placeText(place))}: ${safe(message)}${more} (${code(rule)})`;
  });
  return ["#### Findings", "", ...lines, ""];
}

function reasonsOf({ sources, rows }: ReachTable): readonly string[] {
  return rows.flatMap(({ target, cells }) =>
    cells.flatMap((cell, index) => {
      if (cell === null || cell.reason === null) return [];
      return [`- ${code(sources[index] ?? "")} to ${code(target)}: ${safe(cell.reason)}`];
    }),
  );
}

function code(text: string): string {
  return inlineCode(escapeUnsafe(text));
}

function safe(text: string): string {
  return escapePlain(escapeUnsafe(text));
}
