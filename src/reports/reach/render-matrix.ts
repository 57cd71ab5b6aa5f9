import type { Colors } from "../colors.ts";
import { escapeUnsafe, screenWidth } from "../findings/terminal-text.ts";
import { wrapLine, wrapText } from "../wrap-line.ts";
import { placeText } from "./hop-words.ts";
import type { ReachRow, ReachTable } from "./reach-table.ts";
import { reachTitle } from "./reach-title.ts";
import { paintVerdict, VERDICT_LEGEND, verdictWord } from "./verdict-words.ts";

/** The part of the columns that names of targets may take beside the answers; a longer one stands above its answers. */
const NAME_SHARE = 0.4;
const GAP = "  ";
const NOBODY = "";
const LEGEND_HANG = " ".repeat("some  ".length);

/** The matrices for a terminal of that many columns: a row for each target, a column for each source. */
export function renderMatrices(tables: readonly ReachTable[], width: number, colors: Colors): string {
  const legend = VERDICT_LEGEND.flatMap((line) => wrapLine(line, width, LEGEND_HANG)).map((line) =>
    colors.dim(line),
  );
  return [...tables.flatMap((table) => renderMatrix(table, width, colors)), ...legend, ""].join("\n");
}

function renderMatrix(table: ReachTable, width: number, colors: Colors): readonly string[] {
  const names = table.rows.map(({ target }) => screenWidth(escapeUnsafe(target)));
  const longest = Math.max(0, ...table.sources.map((source) => screenWidth(escapeUnsafe(source))));
  const most = Math.min(width * NAME_SHARE, width - longest - GAP.length);
  const nameWidth = Math.max(0, ...names.filter((one) => one <= most));
  const blocks = blocksOf(table, width - nameWidth);
  return [
    ...wrapText(`${reachTitle(table)}: who reaches whom`, "", width).map((line) =>
      colors.bold(escapeUnsafe(line)),
    ),
    "",
    ...blocks.flatMap((block) => [...renderBlock(table, block, nameWidth, colors), ""]),
    ...renderFindings(table, width, colors),
    ...leftOutLines(table).flatMap((line) => wrapText(escapeUnsafe(line), "", width)),
    ...(table.leftOut.length === 0 ? [] : [""]),
  ];
}

/** Of what was left out; JSON has all of it. */
const MOST_LEFT_OUT = 100;

function leftOutLines({ leftOut }: ReachTable): readonly string[] {
  const more = leftOut.length - MOST_LEFT_OUT;
  const lines = leftOut.slice(0, MOST_LEFT_OUT).map((why) => `left out: ${why}`);
  return more > 0 ? [...lines, `left out: ${more} more`] : lines;
}

function renderFindings({ findings }: ReachTable, width: number, colors: Colors): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap(({ severity, rule, place, message, hint }) => {
    const paint = severity === "warning" ? colors.yellow : colors.dim;
    const text = `${severity}: ${placeText(place)}: ${message} [${rule}]`;
    const hints = hint === null ? [] : wrapText(escapeUnsafe(`hint: ${hint}`), "    ", width);
    return [...wrapText(escapeUnsafe(text), "  ", width).map(paint), ...hints];
  });
  return [colors.bold("findings:"), ...lines, ""];
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
    const title = escapeUnsafe(source);
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
    ...asked.flatMap((row) => renderRow(row, block, nameWidth, colors)),
  ];
}

function renderRow(
  row: ReachRow,
  block: readonly Column[],
  nameWidth: number,
  colors: Colors,
): readonly string[] {
  const cells = block.map(({ index, width }) => {
    const cell = row.cells[index] ?? null;
    if (cell === null) return GAP + pad(NOBODY, width);
    return GAP + paintVerdict(pad(verdictWord(cell.verdict), width), cell.verdict, colors);
  });
  const name = escapeUnsafe(row.target);
  if (screenWidth(name) <= nameWidth) return [(pad(name, nameWidth) + cells.join("")).trimEnd()];
  return [name, (pad(NOBODY, nameWidth) + cells.join("")).trimEnd()];
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - screenWidth(text)));
}
