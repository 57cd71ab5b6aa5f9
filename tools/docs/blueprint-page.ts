import { isChoice, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { escapeMarkdown, inlineCode } from "../../src/reports/reference/markdown.ts";
import { type ReachedSection, reachSections, typeOf } from "./schema-sections.ts";

/**
 * The page `docs/blueprint.md`: one table for each object of the blueprint's JSON Schema, in reading order, with
 * every key's type, default, meaning and an example.
 */
export function renderBlueprintPage(schema: Schema): string {
  const sections = reachSections(schema);
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
    "## Contents",
    "",
    ...sections.map(contentsLine),
    "",
    ...sections.flatMap(renderSection),
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

function row(key: string, property: Schema, required: boolean): string {
  const node = resolve(property);
  const name = required ? `**${inlineCode(key)}**` : inlineCode(key);
  const [example] = node.examples ?? [];
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

/** A value as YAML in flow style on one line, spelled as one would write it in a blueprint. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${flow(key)}: ${flow(entry)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  if (typeof value === "string" && isPlain(value)) return value;
  return JSON.stringify(value);
}

/** True when YAML reads the text as the same string without quotes, in flow style too. */
function isPlain(text: string): boolean {
  const reserved = /^(true|false|null|yes|no|on|off|y|n|~)$/i;
  return /^[A-Za-z/][\w./-]*$/.test(text) && !reserved.test(text);
}
