import type { Diagnostic } from "../base/diagnostic.ts";
import type { Lines } from "../base/lines.ts";
import type { Path } from "../base/path.ts";
import type { SourceNode } from "./source.ts";

/** A value with its place, and how much it unfolds to: aliases count as what they stand for. */
export interface Read {
  readonly value: unknown;
  readonly node: Omit<SourceNode, "key">;
  /** The number of values, this one included. */
  readonly size: number;
  /** How many maps and lists lie in each other, this one included. */
  readonly depth: number;
}

/** What grows while the values of one document are read. */
export interface Reading {
  readonly text: string;
  readonly lines: Lines;
  /** Null while the anchored value is still being read. */
  readonly anchors: Map<string, Read | null>;
  readonly diagnostics: Diagnostic[];
  readonly misread: Path[];
  /** The number of values which aliases have added so far. */
  unfolded: number;
}
