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
  const anchored = reading.anchors.get(name);
  const size = anchored?.size ?? 1;
  const refusal = refuse(reading, name, path);
  const written = { value: range, children: new Map() };
  if (refusal !== null || !anchored) {
    reading.diagnostics.push(syntaxError("yaml/alias", range.start, range.end, refusal ?? ""));
    reading.misread.push(path);
    return { value: null, written, size: 1, depth: 0 };
  }
  reading.unfolded += size;
  return { value: structuredClone(anchored.value), written, size, depth: anchored.depth };
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
