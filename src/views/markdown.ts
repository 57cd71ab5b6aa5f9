/** Text as Markdown that shows exactly it, in one table cell or paragraph: code in backticks stays code. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? part.replaceAll("|", "\\|") : escapePlain(part)))
    .join("");
}

/** Text as inline code in a table cell; backticks in it are fenced, bars escaped. */
export function inlineCode(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${padding}${text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|")}${padding}${fence}`;
}

function escapePlain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|]/g, (character) => `\\${character}`);
}
