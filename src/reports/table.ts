import { padPainted, paintedWidth } from "./findings/terminal-text.ts";
import { wrapLine, wrapText } from "./wrap-line.ts";

/** Cells are painted or plain, and safe to print; `-` stands for nothing. */
export type Table = { readonly rows: readonly (readonly string[])[] } & (
  | { readonly titles: null }
  | {
      readonly titles: readonly string[];
      /** The column that names a row. */
      readonly head: number;
    }
);

const GAP = "  ";
const NOTHING = "-";
/** The last column is wrapped, but not to less than this. */
const LEAST = 24;

/**
 * A table in lines of at most `width` columns: its columns beside each other, the last one wrapped, where that fits. Where it
 * does not, each row is a list: what names it, and below that its other cells with their titles.
 */
export function renderTable(table: Table, width: number, bold: (text: string) => string): readonly string[] {
  const { titles, rows } = table;
  const lines = titles === null ? rows : [titles, ...rows];
  const count = Math.max(0, ...lines.map(({ length }) => length));
  const widths = Array.from({ length: Math.max(0, count - 1) }, (_, column) =>
    Math.max(...lines.map((row) => paintedWidth(row[column] ?? ""))),
  );
  const fixed = widths.reduce((sum, one) => sum + one + GAP.length, 0);
  if (fixed + leastOf(lines.map((row) => row[count - 1] ?? "")) > width) return listOf(table, width, bold);
  const beside = (row: readonly string[]) => {
    const cells = widths.map((one, column) => padPainted(row[column] ?? "", one) + GAP);
    return wrapLine(`${cells.join("")}${row[count - 1] ?? ""}`.trimEnd(), width, " ".repeat(fixed));
  };
  return [...(titles === null ? [] : beside(titles).map(bold)), ...rows.flatMap(beside)];
}

/** Columns that the last column takes at least: its longest word, and not less than is read with ease. */
function leastOf(cells: readonly string[]): number {
  const widest = Math.max(0, ...cells.map(paintedWidth));
  const words = cells.flatMap((cell) => cell.split(" "));
  return Math.max(Math.min(LEAST, widest), ...words.map(paintedWidth));
}

function listOf(table: Table, width: number, bold: (text: string) => string): readonly string[] {
  const { titles, rows } = table;
  if (titles === null) return rows.flatMap((row) => untitled(row, width, bold));
  const margin = Math.max(0, ...titles.map(paintedWidth));
  return rows.flatMap((row) => [
    ...wrapLine(`${titles[table.head] ?? ""} ${row[table.head] ?? ""}`, width).map(bold),
    ...row.flatMap((cell, column) => {
      if (column === table.head || cell === NOTHING || cell === "") return [];
      const title = `${GAP}${padPainted(titles[column] ?? "", margin)}${GAP}`;
      return wrapLine(`${title}${cell}`, width, " ".repeat(margin + 2 * GAP.length));
    }),
  ]);
}

/** The last cell stands below the others, further in than they. */
function untitled(row: readonly string[], width: number, bold: (text: string) => string): readonly string[] {
  const head = row.slice(0, -1).join(GAP);
  const indent = `${/^ */.exec(head)?.[0] ?? ""}    `;
  return [...wrapLine(head, width).map(bold), ...wrapText(row.at(-1) ?? "", indent, width)];
}
