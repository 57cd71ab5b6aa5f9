/** Between boxes, in pixels. */
export const GAP = 6;
/** Between the columns of two zones. */
export const COLUMN_GAP = 10;

/** The columns of a picture: one for each zone, then the route tables. Pixels. */
export interface Columns {
  readonly left: number;
  /** The left edge of each zone's column. */
  readonly lefts: readonly number[];
  readonly columnWidth: number;
  /** Of all zones together. */
  readonly gridWidth: number;
  /** The left edge of the route tables. */
  readonly tables: number;
  /** Where the rows end. */
  readonly right: number;
}

const TABLE_WIDTH = 270;
/** By the number of zones: a few may be wide. */
const COLUMN_WIDTHS = [400, 250, 206];

/** Columns for so many zones from `left` on, at least `width` wide together. */
export function columnsFor(zones: number, left: number, width: number): Columns {
  const usual = COLUMN_WIDTHS[Math.min(zones, COLUMN_WIDTHS.length) - 1] ?? 206;
  const around = TABLE_WIDTH + (zones + 1) * COLUMN_GAP + COLUMN_GAP;
  const columnWidth = Math.max(usual, Math.floor((width - around) / zones));
  const lefts = Array.from(
    { length: zones },
    (_, zone) => left + COLUMN_GAP + zone * (columnWidth + COLUMN_GAP),
  );
  const tables = left + (zones + 1) * COLUMN_GAP + zones * columnWidth;
  return {
    left,
    lefts,
    columnWidth,
    gridWidth: zones * columnWidth + (zones - 1) * COLUMN_GAP,
    tables,
    right: tables + TABLE_WIDTH + COLUMN_GAP,
  };
}

/** The place from one zone's column to another's. */
export function spanOf(
  columns: Columns,
  first: number,
  last: number,
): { readonly x: number; readonly width: number } {
  const x = columns.left + COLUMN_GAP + first * (columns.columnWidth + COLUMN_GAP);
  return { x, width: (last - first + 1) * (columns.columnWidth + COLUMN_GAP) - COLUMN_GAP };
}
