import { entryOf, keysIn, type Placed } from "../../blueprint/placed.ts";
import type { Range, SourceNode, SourceText } from "../../blueprint/source.ts";

/** A piece of text to come into a file; what is there stays byte for byte. */
export interface Insertion {
  readonly into: SourceText;
  readonly offset: number;
  readonly text: string;
}

/** An entry of a map as YAML: its lines without indent, and the same on one line. */
export interface WrittenEntry {
  readonly key: string;
  readonly lines: readonly string[];
  readonly flow: string;
}

/**
 * Puts entries into a map where it stands: in a sorted one each in its place, in others behind what is there. Null when the
 * map stands below an alias, or has no text that could grow.
 */
export function insertEntries(map: Placed, entries: readonly WrittenEntry[]): readonly Insertion[] | null {
  const { from, node } = map;
  const children = ownChildren(map);
  const start = from.text[node.value.start];
  if (start === "{") return [intoFlow(map, children, entries)];
  const [first] = children;
  if (first === undefined) return null;
  const column = columnOf(from.text, first.start);
  const keys = children.map(({ key }) => key);
  const isSorted =
    keys.length > 1 && keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") <= key);
  return entries.map((entry) => {
    const before = isSorted ? children.filter(({ key }) => key < entry.key).at(-1) : children.at(-1);
    const offset =
      before === undefined
        ? lineStart(from.text, first.start)
        : lineEnd(from.text, endOf(before.node, from.text));
    return { into: from, offset, text: block(from.text, offset, entry.lines, column) };
  });
}

/** Puts an item behind the last one of a list; null when the list is empty or of another file. */
export function insertItem({ from, node }: Placed, item: string): Insertion | null {
  const last = [...node.children.values()].at(-1);
  if (last === undefined) return null;
  const { text } = from;
  if (text[node.value.start] === "[") return { into: from, offset: last.value.end, text: `, ${item}` };
  const offset = lineEnd(text, endOf(last, text));
  const dash = text.slice(0, last.value.start).lastIndexOf("-");
  return { into: from, offset, text: block(text, offset, [`- ${item}`], columnOf(text, dash)) };
}

/** The new texts of the files that something comes into. */
export function textsWith(insertions: readonly Insertion[]): ReadonlyMap<string, string> {
  const files = new Map(insertions.map(({ into }) => [into.file, into.text]));
  const ofFile = (file: string) => insertions.filter(({ into }) => into.file === file);
  return new Map([...files].map(([file, text]) => [file, withInsertions(text, ofFile(file))]));
}

function withInsertions(text: string, insertions: readonly Insertion[]): string {
  // At one place the inner comes before the outer, as they were found.
  const inTurn = [...insertions].sort((a, b) => a.offset - b.offset);
  const parts = inTurn.map((one, index) => text.slice(inTurn[index - 1]?.offset ?? 0, one.offset) + one.text);
  return parts.join("") + text.slice(inTurn.at(-1)?.offset ?? 0);
}

interface Child {
  readonly key: string;
  readonly start: number;
  readonly node: SourceNode;
}

/** The entries that stand in the map's own file, in the order of the text. */
function ownChildren(map: Placed): readonly Child[] {
  const found = keysIn(map).flatMap((key): Child[] => {
    const entry = entryOf(map, key);
    const range = entry?.node.key ?? null;
    if (entry === null || range === null || entry.from.file !== map.from.file) return [];
    return isOwn(range, map) ? [{ key, start: range.start, node: entry.node }] : [];
  });
  return found.sort((a, b) => a.start - b.start);
}

/** What an environment lays over a map stands elsewhere in the same file, and not in the column of its keys. */
function isOwn(key: Range, { node, from }: Placed): boolean {
  const { start } = node.value;
  const isFlow = from.text[start] === "{";
  return isWithin(key, node) && (isFlow || columnOf(from.text, key.start) === columnOf(from.text, start));
}

function intoFlow(
  { from, node }: Placed,
  children: readonly Child[],
  entries: readonly WrittenEntry[],
): Insertion {
  const flow = entries.map((entry) => entry.flow).join(", ");
  const last = children.at(-1);
  if (last === undefined) {
    const isTight = from.text[node.value.start + 1] === "}";
    return { into: from, offset: node.value.start + 1, text: isTight ? ` ${flow} ` : ` ${flow}` };
  }
  return { into: from, offset: last.node.value.end, text: `, ${flow}` };
}

/** Where the last character of a value stands, of what is on several lines too. */
function endOf(node: SourceNode, text: string): number {
  const isFlow = ["{", "["].includes(text[node.value.start] ?? "");
  const own = [...node.children.values()].filter(
    ({ from, value }) => (from === undefined || from.text === text) && isWithin(value, node),
  );
  if (isFlow || own.length === 0) return node.value.end;
  return Math.max(...own.map((child) => endOf(child, text)));
}

function isWithin({ start, end }: Range, { value }: SourceNode): boolean {
  return start >= value.start && end <= value.end;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the line break; a block text ends with its own. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === "\n") return offset;
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function block(text: string, offset: number, lines: readonly string[], column: number): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const isOpen = offset === text.length && offset > 0 && text[offset - 1] !== "\n";
  const written = lines.map((line) => `${" ".repeat(column)}${line}${newline}`).join("");
  return isOpen ? `${newline}${written}` : written;
}
