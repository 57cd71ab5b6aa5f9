import { readFileSync } from "node:fs";
import { corrections } from "../src/aws/corrections/corrections.ts";
import { destinations } from "../src/aws/destinations/destinations.ts";
import { blueprintSchema } from "../src/blueprint/schema.ts";
import { compile, expand } from "../src/pipeline.ts";
import { explanations } from "../src/reports/findings/explanations.ts";
import { renderSvgGraph } from "../src/reports/graph/render-graphs.ts";
import { systems } from "../test/support/systems.ts";
import { renderAddressPlanPage } from "./docs/address-plan-page.ts";
import { renderBlueprintPage } from "./docs/blueprint-page.ts";
import { renderBlueprintTypes } from "./docs/blueprint-types.ts";
import { renderChangesPage } from "./docs/changes-page.ts";
import { renderCorrectionsPage } from "./docs/corrections-page.ts";
import { renderCostExample } from "./docs/cost-example.ts";
import { renderDestinationsPage } from "./docs/destinations-page.ts";
import { renderEnvironmentTable } from "./docs/environment-table.ts";
import { renderGapTable } from "./docs/gap-table.ts";
import { renderKeptArgumentsPage } from "./docs/kept-arguments-page.ts";
import { renderStagesTable } from "./docs/migration-stages-table.ts";
import { renderOutputExamples } from "./docs/output-examples.ts";
import { renderOutputKindsTable } from "./docs/output-kinds-table.ts";
import { renderReferencePlaces } from "./docs/reference-places-table.ts";
import { renderReplacementsPage } from "./docs/replacements-page.ts";
import { renderRulesPage } from "./docs/rules-page.ts";
import { renderSystemsPage } from "./docs/systems-page.ts";
import { renderYoungerArgumentsTable } from "./docs/younger-arguments-table.ts";
import { renderPageScript } from "./page-script.ts";

/** The repository's folder, with a slash at its end. */
export const ROOT = new URL("../", import.meta.url).pathname;

/** The picture with which README begins. */
const PICTURE = "docs/pictures/ipv6-only-nat64.svg";

/** A committed file that is made from the sources. */
export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly render: () => string | Promise<string>;
}

/** Every committed file that is made from the sources, but for `generated/` itself. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: "src/blueprint/blueprint.generated.ts", render: renderBlueprintTypes },
  { path: "src/reports/reach/page/client.generated.ts", render: renderPageScript },
  { path: "docs/address-plan.md", render: renderAddressPlanPage },
  { path: "docs/blueprint.md", render: () => renderBlueprintPage(blueprintSchema) },
  { path: "docs/changes.md", render: renderChangesPage },
  { path: "docs/corrections.md", render: () => renderCorrectionsPage(corrections) },
  { path: "docs/cost.md", render: () => withGenerated("docs/cost.md", renderCostExample()) },
  { path: "docs/destinations.md", render: () => renderDestinationsPage(destinations) },
  {
    path: "docs/hooks.md",
    render: () => withGenerated("docs/hooks.md", renderGapTable(), renderYoungerArgumentsTable()),
  },
  {
    path: "docs/environments.md",
    render: () => withGenerated("docs/environments.md", renderEnvironmentTable()),
  },
  { path: "docs/kept-arguments.md", render: renderKeptArgumentsPage },
  { path: "docs/migration.md", render: () => withGenerated("docs/migration.md", renderStagesTable()) },
  {
    path: "docs/outputs.md",
    render: async () => withGenerated("docs/outputs.md", await renderOutputExamples()),
  },
  {
    path: "docs/outputs-elsewhere.md",
    render: () =>
      withGenerated("docs/outputs-elsewhere.md", renderOutputKindsTable(), renderReferencePlaces()),
  },
  { path: "docs/replacements.md", render: renderReplacementsPage },
  { path: "docs/rules.md", render: () => renderRulesPage(explanations) },
  { path: "docs/systems.md", render: () => renderSystemsPage(systems) },
  { path: PICTURE, render: () => pictureOf("blueprints/ipv6-only-nat64.yaml") },
  ...systems.map(({ name }) => ({
    path: `test/reports/expand/${name}.yaml`,
    render: () => expandedText(`blueprints/${name}.yaml`),
  })),
];

function pictureOf(file: string): string {
  // A day before all acceptances end: the picture shows none.
  const { networks } = compile([{ file, text: readFileSync(ROOT + file, "utf8") }], "2026-01-01");
  const [network] = networks;
  if (network === undefined) throw new Error(`${file} has errors`);
  return renderSvgGraph(network);
}

function expandedText(file: string): string {
  const text = expand({ file, text: readFileSync(ROOT + file, "utf8") });
  if (text === null) throw new Error(`${file} cannot be read`);
  return text;
}

/** A page that is written by hand but for the parts between its pairs of marks. Throws when there are more or fewer pairs. */
function withGenerated(path: string, ...parts: readonly string[]): string {
  const pieces = readFileSync(ROOT + path, "utf8").split(/^(<!-- .*Generated.* -->)$/m);
  const marks = pieces.filter((_, index) => index % 2 === 1);
  const isPaired = marks.every((mark, index) =>
    index % 2 === 0 ? mark.includes("Generated from") : mark === "<!-- /Generated -->",
  );
  if (marks.length !== 2 * parts.length || !isPaired)
    throw new Error(`${path} has not ${parts.length} pairs of marks`);
  // Text, mark, generated, mark, text, and so on.
  return pieces.map((piece, index) => (index % 4 === 2 ? `\n\n${parts[(index - 2) / 4]}\n` : piece)).join("");
}
