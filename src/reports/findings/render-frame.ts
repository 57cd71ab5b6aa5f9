import { type Colors, paintBySeverity } from "../colors.ts";
import type { Finding } from "./finding.ts";
import { type Cell, toCells } from "./terminal-text.ts";

/** The line a finding is about, with carets under what is meant. */
export interface Frame {
  readonly lines: readonly string[];
  /** Width of the column with line numbers. */
  readonly margin: number;
}

/** Widest piece of a line that is shown where nobody says how wide the screen is: a longer one is cut around the carets. */
const USUAL_WIDTH = 100;
/** The part of those columns that is shown before the carets where a line is cut. */
const LEAD = 0.3;
/** Characters looked at on either side of the carets. */
const REACH = 400;
const CUT = "...";

/**
 * Draws the frame of a finding for a screen of so many columns; null when there is no text to show. A span of several lines is
 * shown by its first.
 */
export function renderFrame(
  { span, severity, line }: Finding,
  colors: Colors,
  columns: number,
): Frame | null {
  if (span === null || line === null) return null;
  const start = span.column - 1;
  const end = span.endLine > span.line ? line.length : Math.min(span.endColumn - 1, line.length);
  const marked = (cell: Cell) => cell.offset >= start && cell.offset < end;
  const number = String(span.line);
  const { shown, before, after } = cut(line, start, roomBeside(number, columns));
  const indent = before.length + sumOfWidths(shown.filter((cell) => cell.offset < start));
  const carets = "^".repeat(Math.max(1, sumOfWidths(shown.filter(marked))));
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

/** Columns that are left beside the number and its bar, the signs of a cut, and a caret behind the end. */
function roomBeside(number: string, columns: number): number {
  const others = number.length + " | ".length + 2 * CUT.length + "^".length;
  return Number.isFinite(columns) ? Math.max(1, columns - others) : USUAL_WIDTH;
}

/** The part of a line around an offset that fits on the screen: all of it when it does. */
function cut(line: string, offset: number, room: number): Cut {
  // No more than this is looked at: a line may be megabytes long.
  const from = Math.max(0, offset - REACH);
  const cells = toCells(line.slice(from, offset + REACH)).map((cell) => ({
    ...cell,
    offset: cell.offset + from,
  }));
  const whole = from === 0 && line.length <= offset + REACH;
  if (whole && sumOfWidths(cells) <= room) return { shown: cells, before: "", after: "" };
  const start = stepBack(
    cells,
    cells.findIndex((cell) => cell.offset >= offset),
    Math.floor(room * LEAD),
  );
  const end = stepForward(cells, start, room);
  return {
    shown: cells.slice(start, end),
    before: start === 0 && from === 0 ? "" : CUT,
    after: end === cells.length && whole ? "" : CUT,
  };
}

/** The index of the first cell that lies at most `lead` columns before cell `index`; -1 means after the last. */
function stepBack(cells: readonly Cell[], index: number, lead: number): number {
  let start = index === -1 ? cells.length : index;
  for (let width = 0; start > 0; start--) {
    width += cells[start - 1]?.width ?? 0;
    if (width > lead) break;
  }
  return start;
}

/** The index after the last cell that lies at most `room` columns behind cell `start`. */
function stepForward(cells: readonly Cell[], start: number, room: number): number {
  let end = start;
  for (let width = 0; end < cells.length; end++) {
    width += cells[end]?.width ?? 0;
    if (width > room) break;
  }
  return end;
}

function sumOfWidths(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
