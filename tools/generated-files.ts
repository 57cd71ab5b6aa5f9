import { readFileSync } from "node:fs";
import { corrections } from "../src/aws/corrections/corrections.ts";
import { blueprintSchema } from "../src/blueprint/schema.ts";
import { expand } from "../src/pipeline.ts";
import { explanations } from "../src/reports/findings/explanations.ts";
import { systems } from "../test/support/systems.ts";
import { renderBlueprintPage } from "./docs/blueprint-page.ts";
import { renderBlueprintTypes } from "./docs/blueprint-types.ts";
import { renderChangesPage } from "./docs/changes-page.ts";
import { renderCorrectionsPage } from "./docs/corrections-page.ts";
import { renderGapTable } from "./docs/gap-table.ts";
import { renderKeptArgumentsPage } from "./docs/kept-arguments-page.ts";
import { renderStagesTable } from "./docs/migration-stages-table.ts";
import { renderRulesPage } from "./docs/rules-page.ts";
import { renderSystemsPage } from "./docs/systems-page.ts";

/** The repository's folder, with a slash at its end. */
export const ROOT = new URL("../", import.meta.url).pathname;

/** A committed file that is made from the sources. */
export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly render: () => string | Promise<string>;
}

/** Every committed file that is made from the sources, but for `generated/` itself. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: "src/blueprint/blueprint.generated.ts", render: renderBlueprintTypes },
  { path: "docs/blueprint.md", render: () => renderBlueprintPage(blueprintSchema) },
  { path: "docs/changes.md", render: renderChangesPage },
  { path: "docs/corrections.md", render: () => renderCorrectionsPage(corrections) },
  { path: "docs/hooks.md", render: () => withGenerated("docs/hooks.md", renderGapTable()) },
  { path: "docs/kept-arguments.md", render: renderKeptArgumentsPage },
  { path: "docs/migration.md", render: () => withGenerated("docs/migration.md", renderStagesTable()) },
  { path: "docs/rules.md", render: () => renderRulesPage(explanations) },
  { path: "docs/systems.md", render: () => renderSystemsPage(systems) },
  ...systems.map(({ name }) => ({
    path: `test/reports/expand/${name}.yaml`,
    render: () => expandedText(`blueprints/${name}.yaml`),
  })),
];

function expandedText(file: string): string {
  const text = expand({ file, text: readFileSync(ROOT + file, "utf8") });
  if (text === null) throw new Error(`${file} cannot be read`);
  return text;
}

/** A page that is written by hand but for the part between its two marks. Throws when the marks are not there. */
function withGenerated(path: string, part: string): string {
  const page = readFileSync(ROOT + path, "utf8");
  const [opening = "", closing = "", ...more] = page.match(/^<!-- .*Generated.* -->$/gm) ?? [];
  if (!opening.includes("Generated from") || closing !== "<!-- /Generated -->" || more.length > 0)
    throw new Error(`${path} has not one pair of marks`);
  const before = page.slice(0, page.indexOf(opening) + opening.length);
  return `${before}\n\n${part}\n${page.slice(page.indexOf(closing))}`;
}
