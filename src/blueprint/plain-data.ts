import { type Document, isAlias, isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import type { Diagnostic } from "../base/diagnostic.ts";
import { countLines } from "../base/lines.ts";
import type { Path } from "../base/path.ts";
import { readAlias } from "./read-alias.ts";
import { type Key, readKey } from "./read-key.ts";
import { readScalar } from "./read-scalar.ts";
import type { Read, Reading } from "./reading.ts";
import type { Range, SourceNode } from "./source.ts";
import { syntaxError } from "./syntax-diagnostics.ts";

/** What a YAML document holds, as plain objects, arrays and primitives. */
export interface PlainData {
  readonly value: unknown;
  readonly node: SourceNode;
  readonly diagnostics: readonly Diagnostic[];
  /** The values which were not read as the author meant them: what the schema says about them would mislead. */
  readonly misread: readonly Path[];
  /** The number of values, aliases unfolded. */
  readonly size: number;
}

/** Reads a document's values: keys that are dangerous or ambiguous are reported and left out. */
export function readPlainData(document: Document<ParsedNode>, text: string): PlainData {
  const reading: Reading = {
    text,
    lines: countLines(text),
    anchors: new Map(),
    diagnostics: [],
    misread: [],
    unfolded: 0,
  };
  const { value, node, size } = readNode(reading, document.contents, [], { start: 0, end: 0 });
  const { diagnostics, misread } = reading;
  return { value, node: { key: null, ...node }, diagnostics, misread, size };
}

/** Reads one node; a value the author left empty stands at the end of its key. */
function readNode(reading: Reading, node: ParsedNode | null, path: Path, key: Range): Read {
  if (node === null) return readScalarAt(null, { start: key.end, end: key.end });
  const range = rangeOf(node, reading.text);
  if (isAlias(node)) return readAlias(reading, node.source, path, range);
  if (node.tag !== undefined) refuseTag(reading, node.tag, path, range);
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, null);
  const read = readContents(reading, node, path, range);
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, read);
  return read;
}

function readContents(
  reading: Reading,
  node: Exclude<ParsedNode, { readonly source: string; readonly anchor?: never }>,
  path: Path,
  range: Range,
): Read {
  if (isMap(node)) return readMap(reading, node, path, range);
  if (isSeq(node)) return readList(reading, node, path, range);
  return readScalarAt(readScalar(reading, node, path, range), range);
}

function readScalarAt(value: unknown, range: Range): Read {
  return { value, node: { value: range, children: new Map() }, size: 1, depth: 0 };
}

function readMap(reading: Reading, node: YAMLMap.Parsed, path: Path, range: Range): Read {
  const value: Record<string, unknown> = {};
  const children = new Map<string | number, SourceNode>();
  let size = 1;
  let depth = 0;
  for (const pair of node.items) {
    const keyRange = rangeOf(pair.key, reading.text);
    const key: Key = { node: pair.key, range: keyRange, hasValue: hasValue(pair.value) };
    const name = readKey(reading, key, path, children);
    if (name === null) continue;
    const read = readNode(reading, pair.value, [...path, name], keyRange);
    value[name] = read.value;
    children.set(name, { key: keyRange, ...read.node });
    size += read.size;
    depth = Math.max(depth, read.depth);
  }
  return { value, node: { value: range, children }, size, depth: depth + 1 };
}

function readList(reading: Reading, node: YAMLSeq.Parsed, path: Path, range: Range): Read {
  const value: unknown[] = [];
  const children = new Map<string | number, SourceNode>();
  let size = 1;
  let depth = 0;
  for (const [index, item] of node.items.entries()) {
    const read = readNode(reading, item, [...path, index], range);
    value.push(read.value);
    children.set(index, { key: null, ...read.node });
    size += read.size;
    depth = Math.max(depth, read.depth);
  }
  return { value, node: { value: range, children }, size, depth: depth + 1 };
}

function hasValue(node: ParsedNode | null): boolean {
  return node !== null && !("source" in node && node.source === "");
}

function refuseTag(reading: Reading, tag: string, path: Path, range: Range): void {
  const message = `the tag ${tag.replace("tag:yaml.org,2002:", "!!")} has no meaning here`;
  reading.diagnostics.push(syntaxError("yaml/tag", range.start, range.end, message, "leave the tag out"));
  reading.misread.push(path);
}

/** The node's text without the white space and the line end behind it. */
function rangeOf(node: ParsedNode, text: string): Range {
  const [start, end] = node.range;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
