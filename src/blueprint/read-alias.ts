import type { Path } from "../base/path.ts";
import { MAX_DEPTH } from "./parse.ts";
import type { Read, Reading } from "./reading.ts";
import type { Range } from "./source.ts";
import { syntaxError } from "./syntax-diagnostics.ts";

/** Values which all aliases of a blueprint together may add: many for a person, few for a machine. */
const MAX_UNFOLDED = 20_000;

/**
 * What an alias stands for: a copy of its own, because defaults are filled in where it is used. The copy stands, with
 * all that is in it, at the place of the alias.
 */
export function readAlias(reading: Reading, name: string, path: Path, range: Range): Read {
  const node = { value: range, children: new Map() };
  const refusal = refuse(reading, name, path);
  const anchored = reading.anchors.get(name);
  if (refusal === null && anchored) {
    reading.unfolded += anchored.size;
    return { ...anchored, value: structuredClone(anchored.value), node };
  }
  // Once there is too much, the first finding says it for all aliases which follow.
  if (reading.unfolded <= MAX_UNFOLDED) {
    reading.diagnostics.push(syntaxError("yaml/alias", range.start, range.end, refusal ?? ""));
  }
  reading.unfolded += anchored?.size ?? 0;
  reading.misread.push(path);
  return { value: null, node, size: 1, depth: 0 };
}

/** Why the alias cannot be used, or null. */
function refuse(reading: Reading, name: string, path: Path): string | null {
  const anchored = reading.anchors.get(name);
  if (anchored === undefined) return `there is no anchor &${name} before this alias`;
  if (anchored === null) return `*${name} stands inside what it stands for`;
  if (reading.unfolded + anchored.size > MAX_UNFOLDED) {
    return `the aliases up to *${name} unfold to more than ${MAX_UNFOLDED} values`;
  }
  if (path.length + anchored.depth > MAX_DEPTH) return `*${name} nests more than ${MAX_DEPTH} maps and lists`;
  return null;
}
