import { blueprintSchema, type Schema } from "../../src/blueprint/schema.ts";
import { inlineCode } from "../../src/reports/reference/markdown.ts";

/** What may differ between the environments of a blueprint: a row for each section, as a Markdown table. */
export function renderEnvironmentTable(): string {
  const { properties = {} } = blueprintSchema.definitions?.["environment"] ?? {};
  const isSection = (schema: Schema) => schema.type === "object" && isSpelledOut(schema);
  const own = Object.entries(properties).filter(([, schema]) => !isSection(schema));
  const sections = Object.entries(properties).filter(([, schema]) => isSection(schema));
  return [
    "| in an environment | may differ |",
    "|---|---|",
    `| itself | ${own.map(([key]) => inlineCode(key)).join(", ")} |`,
    ...sections.map(
      ([key, schema]) => `| ${inlineCode(key)} | ${placesIn(schema).map(inlineCode).join(", ")} |`,
    ),
    "",
  ].join("\n");
}

/** Whether parts of it differ by themselves. */
function isSpelledOut(schema: Schema["additionalProperties"]): boolean {
  if (typeof schema !== "object" || schema["x-hextet-takes"] !== undefined) return false;
  return schema.properties !== undefined || isSpelledOut(schema.additionalProperties);
}

/** The keys that lead to each value, from the section. */
function placesIn({ properties = {}, additionalProperties }: Schema): readonly string[] {
  const children: readonly (readonly [string, Schema])[] = [
    ...Object.entries(properties),
    ...(typeof additionalProperties === "object" ? [["<name>", additionalProperties] as const] : []),
  ];
  return children.flatMap(([key, schema]) =>
    isSpelledOut(schema) ? placesIn(schema).map((place) => `${key}.${place}`) : [key],
  );
}
