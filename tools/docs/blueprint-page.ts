import { examplesOf, isChoice, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { escapeMarkdown, inlineCode } from "../../src/reports/reference/markdown.ts";
import { flow } from "./flow.ts";
import { ruleAnchor } from "./rule-anchor.ts";
import { type ReachedSection, reachSections, typeOf } from "./schema-sections.ts";
import { linkSections, type SectionLinks } from "./section-links.ts";

/**
 * The page `docs/blueprint.md`: one table for each object of the blueprint's JSON Schema, in reading order, with
 * every key's type, default, meaning and an example, with an example of the whole, and links to its rules and blueprints.
 */
export function renderBlueprintPage(schema: Schema): string {
  const sections = reachSections(schema);
  const links = linkSections(sections);
  return [
    "<!-- Generated from src/blueprint/blueprint.schema.json by `npm run generate`. Edits here are lost. -->",
    "",
    "# The blueprint",
    "",
    escapeMarkdown(schema.description ?? ""),
    "",
    "Keys in **bold** are required. `<name>` stands for a name that you choose. An editor checks all of this while you",
    "type when the file begins with `# yaml-language-server: $schema=` and the path or address of the schema.",
    "",
    "The example of a section is a part of a blueprint that has no errors, mostly of a shipped one; longer parts of it are left out.",
    "",
    "## Contents",
    "",
    ...sections.map(contentsLine),
    "",
    ...sections.flatMap((section) => [
      ...renderSection(section),
      ...renderLinks(links.get(section.node.properties ?? {})),
    ]),
  ].join("\n");
}

function contentsLine({ title, anchor, depth }: ReachedSection): string {
  return `${"  ".repeat(depth)}- [${escapeMarkdown(title)}](#${anchor})`;
}

function renderSection({ title, anchor, places, node }: ReachedSection): string[] {
  const required = new Set(node.required ?? []);
  const rows = Object.entries(node.properties ?? {}).map(([key, property]) =>
    row(key, property, required.has(key)),
  );
  const where = places.filter((place) => place !== "").map(inlineCode);
  return [
    `<a id="${anchor}"></a>`,
    "",
    `## ${escapeMarkdown(title)}`,
    "",
    ...(where.length === 0 ? [] : [`At ${where.join(", ")}.`, ""]),
    ...(node.description === undefined ? [] : [escapeMarkdown(node.description), ""]),
    ...(isChoice(node) && !node.description?.includes("exactly one")
      ? ["Write exactly one of these keys.", ""]
      : []),
    "| key | type | default | meaning | example |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ];
}

function renderLinks(links: SectionLinks | undefined): readonly string[] {
  if (links === undefined) return [];
  const { example, blueprints, rules } = links;
  const used = blueprints.map((name) => `[${name}](../blueprints/${name}.yaml)`);
  const judged = rules.map((id) => `[${id}](rules.md#${ruleAnchor(id)})`);
  return [
    "```yaml",
    ...example,
    "```",
    "",
    ...(used.length === 0 ? [] : [`Blueprints that have it: ${used.join(", ")}.`, ""]),
    ...(judged.length === 0 ? [] : [`Rules that judge it: ${judged.join(", ")}.`, ""]),
  ];
}

function row(key: string, property: Schema, required: boolean): string {
  const node = resolve(property);
  const name = required ? `**${inlineCode(key)}**` : inlineCode(key);
  const [example] = examplesOf(node);
  return [
    "",
    name,
    typeOf(property),
    node.default === undefined ? "" : inlineCode(flow(node.default)),
    escapeMarkdown(node.description ?? ""),
    example === undefined ? "" : inlineCode(flow(example)),
    "",
  ]
    .join(" | ")
    .trim();
}
