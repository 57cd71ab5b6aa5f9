import type { Colors } from "../colors.ts";
import { escapeUnsafe, screenWidth } from "../findings/terminal-text.ts";
import { wrapText } from "../wrap-text.ts";
import { cutText } from "./cut-text.ts";
import type { ReachRow, ReachTable } from "./reach-table.ts";
import { paintVerdict, VERDICT_LEGEND, verdictWord } from "./verdict-words.ts";

/** Columns where nothing says how many there are. */
const USUAL_WIDTH = 120;
/** The widest that a target's name may be in a table of that width. */
const NAME_SHARE = 0.4;
const GAP = "  ";
const NOBODY = "";

/** The matrices for a terminal of that many columns: a row for each target, a column for each source. */
export function renderMatrices(tables: readonly ReachTable[], columns: number, colors: Colors): string {
  const width = Number.isFinite(columns) ? columns : USUAL_WIDTH;
  const legend = VERDICT_LEGEND.flatMap((line) => fitted(line, width)).map((line) => colors.dim(line));
  return [...tables.flatMap((table) => renderMatrix(table, width, colors)), ...legend, ""].join("\n");
}

/** As it stands where it fits: wrapping would take its columns away. */
function fitted(line: string, width: number): readonly string[] {
  return screenWidth(line) <= width ? [line] : wrapText(line, "", width);
}

function renderMatrix(table: ReachTable, width: number, colors: Colors): readonly string[] {
  const longest = Math.max(0, ...table.rows.map(({ target }) => screenWidth(escapeUnsafe(target))));
  const nameWidth = Math.min(longest, Math.floor(width * NAME_SHARE));
  const blocks = blocksOf(table, width - nameWidth);
  return [
    ...wrapText(`${table.stack} in ${table.region}: who reaches whom`, "", width).map((line) =>
      colors.bold(escapeUnsafe(line)),
    ),
    "",
    ...blocks.flatMap((block) => [...renderBlock(table, block, nameWidth, colors), ""]),
    ...table.leftOut.flatMap((why) => wrapText(escapeUnsafe(`left out: ${why}`), "", width)),
    ...(table.leftOut.length === 0 ? [] : [""]),
  ];
}

/** Columns that fit beside each other. */
interface Column {
  readonly index: number;
  readonly title: string;
  readonly width: number;
}

function blocksOf({ sources }: ReachTable, width: number): readonly (readonly Column[])[] {
  const blocks: Column[][] = [];
  let left = 0;
  for (const [index, source] of sources.entries()) {
    const title = cutText(source, width - GAP.length);
    const column = { index, title, width: Math.max(screenWidth(title), "some".length) };
    const taken = column.width + GAP.length;
    const block = blocks.at(-1);
    if (block === undefined || left < taken) {
      blocks.push([column]);
      left = width - taken;
    } else {
      block.push(column);
      left -= taken;
    }
  }
  return blocks;
}

function renderBlock(
  { rows }: ReachTable,
  block: readonly Column[],
  nameWidth: number,
  colors: Colors,
): readonly string[] {
  const head = block.map(({ title, width }) => GAP + pad(title, width)).join("");
  const asked = rows.filter(({ cells }) => block.some(({ index }) => cells[index] !== null));
  return [
    colors.bold(`${pad(NOBODY, nameWidth)}${head}`.trimEnd()),
    ...asked.map((row) => renderRow(row, block, nameWidth, colors)),
  ];
}

function renderRow(row: ReachRow, block: readonly Column[], nameWidth: number, colors: Colors): string {
  const cells = block.map(({ index, width }) => {
    const cell = row.cells[index] ?? null;
    if (cell === null) return GAP + pad(NOBODY, width);
    return GAP + paintVerdict(pad(verdictWord(cell.verdict), width), cell.verdict, colors);
  });
  return (pad(cutText(row.target, nameWidth), nameWidth) + cells.join("")).trimEnd();
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - screenWidth(text)));
}
