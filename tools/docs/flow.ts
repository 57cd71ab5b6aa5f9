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
  const isBlock = /^\d+(\.\d+){3}\/\d+$/.test(text);
  return isBlock || (/^[A-Za-z/][\w./-]*$/.test(text) && !reserved.test(text));
}
