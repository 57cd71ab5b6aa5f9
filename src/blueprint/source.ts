import type { Location } from "../base/diagnostic.ts";
import { countLines, type Lines } from "../base/lines.ts";

/** A stretch of a text: lines and columns from 1, columns in UTF-16 units as editors count, the end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A blueprint's text, which tells where in it every value stands. */
export interface Source {
  readonly file: string;
  /** The text as read, without a byte order mark. */
  readonly text: string;
  /**
   * Lines and columns of a location. A value the author left out is shown at its nearest written ancestor: at that
   * one's key, if it has one. A value below an alias is shown where the alias stands. Null: the file as a whole is meant.
   */
  locate(at: Location): Span | null;
  /** The file of a location: the blueprint's own, or one that it includes. */
  textOf(at: Location): SourceText;
}

/** Where a location stands, for other findings to name: `file:line`, or the file alone. */
export function fileAndLine(source: Source, at: Location): string {
  const { file } = source.textOf(at);
  const span = source.locate(at);
  return span === null ? file : `${file}:${span.line}`;
}

/** A file as findings show it. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** UTF-16 offsets into a text, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a value, its key and what lies in it were written. */
export interface SourceNode {
  /** The key in front of the value; null for list items and the root. */
  readonly key: Range | null;
  readonly value: Range;
  /** By map key or list index; empty for scalars and aliases. */
  readonly children: ReadonlyMap<string | number, SourceNode>;
  /** The file that it and all in it stand in, where that is not the file of what it lies in. */
  readonly from?: SourceText;
}

/** The source of a blueprint; without `root` (the text could not be read) every path is about the file as a whole. */
export function createSource(file: string, text: string, root: SourceNode | null): Source {
  const own: SourceText = { file, text };
  const counted = new Map<SourceText, Lines>();
  const linesOf = (one: SourceText): Lines => {
    const lines = counted.get(one) ?? countLines(one.text);
    counted.set(one, lines);
    return lines;
  };
  return {
    ...own,
    locate(at) {
      const { range, from } = placeOf(at, root, own);
      return range === null ? null : toSpan(range, linesOf(from), from.text.length);
    },
    textOf: (at) => placeOf(at, root, own).from,
  };
}

interface Place {
  /** Null: the file as a whole. */
  readonly range: Range | null;
  readonly from: SourceText;
}

function placeOf(at: Location, root: SourceNode | null, own: SourceText): Place {
  if (at.kind === "range") return { range: at, from: own };
  if (root === null || at.kind === "file") return { range: null, from: own };
  let node = root;
  let from = own;
  for (const step of at.path) {
    const child = node.children.get(step);
    if (child === undefined) return { range: nameOf(node), from };
    node = child;
    from = child.from ?? from;
  }
  const isEmpty = node.value.start === node.value.end;
  return { range: at.part === "key" || isEmpty ? nameOf(node) : node.value, from };
}

/** What names a value in the text: its key; for list items and the root the first key in it. */
function nameOf(node: SourceNode): Range {
  if (node.key !== null) return node.key;
  for (const child of node.children.values()) return child.key ?? node.value;
  return node.value;
}

function toSpan(range: Range, lines: Lines, length: number): Span {
  const start = clamp(range.start, 0, length);
  const from = lines(start);
  const to = lines(clamp(range.end, start, length));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
