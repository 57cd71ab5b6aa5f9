import { allStages } from "../../src/model/migration/all-stages.ts";
import { inlineCode } from "../../src/reports/reference/markdown.ts";

/** The stages of a migration, in their order, as a Markdown table. */
export function renderStagesTable(): string {
  const rows = allStages.map(
    ({ id, title, why }, index) => `| ${index + 1} | ${inlineCode(id)} | ${cell(title)}. | ${cell(why)}. |`,
  );
  return ["| | stage | what it does | why here |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\.$/, "");
}
