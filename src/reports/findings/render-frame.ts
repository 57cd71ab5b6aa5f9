import { type Colors, paintBySeverity } from "../colors.ts";
import type { Finding } from "./finding.ts";
import { type Cell, toCells } from "./terminal-text.ts";

/** The line a finding is about, with carets under what is meant. */
export interface Frame {
  readonly lines: readonly string[];
  /** Width of the column with line numbers. */
  readonly margin: number;
}

/** Widest piece of a line that is shown: a longer one is cut around the carets. */
const MAX_WIDTH = 100;
/** Columns shown before the carets where a line is cut. */
const LEAD = 30;
/** Characters looked at on either side of the carets. */
const REACH = 400;
const CUT = "...";

/** Draws the frame of a finding; null when there is no text to show. A span of several lines is shown by its first. */
export function renderFrame({ span, severity, line }: Finding, colors: Colors): Frame | null {
  if (line === null) return null;
  const start = span.column - 1;
  const end = span.endLine > span.line ? line.length : Math.min(span.endColumn - 1, line.length);
  const marked = (cell: Cell) => cell.offset >= start && cell.offset < end;
  const { shown, before, after } = cut(line, start);
  const indent = before.length + sumOfWidths(shown.filter((cell) => cell.offset < start));
  const carets = "^".repeat(Math.max(1, sumOfWidths(shown.filter(marked))));
  const number = String(span.line);
  const bar = colors.dim("|");
  return {
    margin: number.length,
    lines: [
      `${" ".repeat(number.length)} ${bar}`,
      `${colors.dim(number)} ${bar} ${before}${shown.map((cell) => cell.text).join("")}${after}`.trimEnd(),
      `${" ".repeat(number.length)} ${bar} ${" ".repeat(indent)}${paintBySeverity(severity, carets, colors)}`,
    ],
  };
}

interface Cut {
  readonly shown: readonly Cell[];
  readonly before: string;
  readonly after: string;
}

/** The part of a line around an offset that fits on the screen: all of it when it does. */
function cut(line: string, offset: number): Cut {
  // No more than this is looked at: a line may be megabytes long.
  const from = Math.max(0, offset - REACH);
  const cells = toCells(line.slice(from, offset + REACH)).map((cell) => ({
    ...cell,
    offset: cell.offset + from,
  }));
  const whole = from === 0 && line.length <= offset + REACH;
  if (whole && sumOfWidths(cells) <= MAX_WIDTH) return { shown: cells, before: "", after: "" };
  const start = stepBack(
    cells,
    cells.findIndex((cell) => cell.offset >= offset),
  );
  const end = stepForward(cells, start);
  return {
    shown: cells.slice(start, end),
    before: start === 0 && from === 0 ? "" : CUT,
    after: end === cells.length && whole ? "" : CUT,
  };
}

/** The index of the first cell that lies at most `LEAD` columns before cell `index`; -1 means after the last. */
function stepBack(cells: readonly Cell[], index: number): number {
  let start = index === -1 ? cells.length : index;
  for (let width = 0; start > 0; start--) {
    width += cells[start - 1]?.width ?? 0;
    if (width > LEAD) break;
  }
  return start;
}

/** The index after the last cell that lies at most `MAX_WIDTH` columns behind cell `start`. */
function stepForward(cells: readonly Cell[], start: number): number {
  let end = start;
  for (let width = 0; end < cells.length; end++) {
    width += cells[end]?.width ?? 0;
    if (width > MAX_WIDTH) break;
  }
  return end;
}

function sumOfWidths(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
