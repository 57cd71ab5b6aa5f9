import { escapeUnsafe } from "../findings/terminal-text.ts";

/** Characters that stand for themselves wherever they are in a quoted label. */
const PLAIN = /^[A-Za-z0-9 ,/(→·]$/u;

/** Between two dollar signs, which would begin a formula, and within the name of an icon. */
const ZERO_WIDTH_SPACE = "#8203;";

const NO_BREAK_SPACE = "#160;";

/**
 * The lines of a quoted label of Mermaid: what means anything to Mermaid or HTML becomes the entity of its number, such as
 * `#35;`. Some versions read some labels as Markdown after that: they may show a star or an underscore as emphasis.
 */
export function mermaidLabel(lines: readonly string[]): string {
  const text = lines.map(escapeLine).join("<br/>");
  // Mermaid takes no empty label.
  return `"${text === "" ? NO_BREAK_SPACE : text}"`;
}

function escapeLine(line: string): string {
  const characters = [...escapeUnsafe(line.replace(/\s+/g, " ").trim())];
  return characters
    .map((character, index) =>
      isPlain(character, characters[index - 1] ?? "", characters[index + 1] ?? "")
        ? character
        : `#${character.codePointAt(0)};`,
    )
    .join("")
    .replaceAll("#36;#36;", `#36;${ZERO_WIDTH_SPACE}#36;`)
    .replaceAll("#58;fa-", `#58;${ZERO_WIDTH_SPACE}fa-`);
}

/** Neither a list (`1.`, `1)`, `-`), nor an address that becomes a link, nor an icon (`fa:fa-x`), nor emphasis. */
function isPlain(character: string, before: string, after: string): boolean {
  const isWithin = /[A-Za-z\d]/.test(before) && /[A-Za-z\d]/.test(after);
  switch (character) {
    case ".":
      return isWithin && before !== "w";
    case ":":
      return /^[\d:]?$/.test(before) || /^[ :]$/.test(after);
    case "_":
    case "-":
      return isWithin;
    case ")":
      return !/\d/.test(before) || after !== " ";
    default:
      return PLAIN.test(character);
  }
}

/** The id of a node: of letters, digits and underscores, and no two names give the same. */
export function mermaidId(kind: string, ...names: readonly string[]): string {
  return [kind, ...names.map(idPart)].join("__");
}

function idPart(name: string): string {
  return [...name]
    .map((one) => (one === "-" ? "_" : /[A-Ya-z0-9]/.test(one) ? one : `Z${one.codePointAt(0)}Z`))
    .join("");
}
