import type { Location } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import { countLines, type Lines } from "./lines.ts";

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
   * one's key, if it has one. A value below an alias is shown where the alias stands.
   */
  locate(at: Location): Span;
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
}

/** The source of a blueprint; without `root` (the text could not be read) every path is shown at the beginning. */
export function createSource(file: string, text: string, root: SourceNode | null): Source {
  const lines = countLines(text);
  return {
    file,
    text,
    locate(at) {
      return toSpan(at.kind === "range" ? at : rangeOf(at.path, at.part, root), lines, text.length);
    },
  };
}

function rangeOf(path: Path, part: "key" | "value", root: SourceNode | null): Range {
  if (root === null) return { start: 0, end: 0 };
  let node = root;
  for (const step of path) {
    const child = node.children.get(step);
    if (child === undefined) return nameOf(node);
    node = child;
  }
  const isEmpty = node.value.start === node.value.end;
  return part === "key" || isEmpty ? nameOf(node) : node.value;
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
