/** Columns that text for people takes at most. */
const TEXT_WIDTH = 100;

/** A text in indented lines that fit in `width` columns; a word that is longer stands alone. */
export function wrapText(text: string, indent: string, width: number = TEXT_WIDTH): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}
