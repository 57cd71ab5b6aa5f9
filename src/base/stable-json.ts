/**
 * JSON of two spaces with sorted keys, byte for byte as CDKTF writes its files (json-stable-stringify): what is `undefined` is
 * left out, and what is empty has a line break in it.
 */
export function stableJson(value: unknown): string {
  return textOf(value, "\n");
}

function textOf(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[${value.map((item) => inner + textOf(item, inner)).join(",")}${indent}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // By UTF-16 units, as `sort` does by itself.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${textOf(item, inner)}`);
  return `{${lines.join(",")}${indent}}`;
}
