/** Text as Markdown that shows exactly it, in one table cell or paragraph: code in backticks stays code. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? part.replaceAll("|", "\\|") : escapePlain(part)))
    .join("");
}

/** Text as inline code on one line; backticks in it are fenced. */
export function codeSpan(text: string): string {
  const fence = fenceFor(text, 1);
  const padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${padding}${text.replace(/\s*\n\s*/g, " ")}${padding}${fence}`;
}

/** Text as inline code in a table cell: bars are escaped too. */
export function inlineCode(text: string): string {
  return codeSpan(text).replaceAll("|", "\\|");
}

/** Lines of code as a block; backticks in them do not end it. */
export function codeBlock(language: string, lines: readonly string[]): readonly string[] {
  const fence = fenceFor(lines.join("\n"), 3);
  return [`${fence}${language}`, ...lines, fence];
}

/** A run of backticks, at least so many, that is longer than any in the text. */
function fenceFor(text: string, atLeast: number): string {
  const runs = text.match(/`+/g) ?? [];
  return "`".repeat(Math.max(atLeast, ...runs.map((run) => run.length + 1)));
}

/** Text as Markdown that shows exactly it, backticks too, within a line. */
export function escapePlain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~]/g, (character) => `\\${character}`);
}
