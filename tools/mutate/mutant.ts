/** One small change of a source file that a test should notice. */
export interface Mutant {
  /** Counts from 0 over all files of a run. */
  readonly id: number;
  /** Relative to the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is replaced, as offsets in UTF-16 units, `end` exclusive; and the whole text that stands there instead. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The text that is replaced, on one line. */
  readonly before: string;
  /** What stands there instead, on one line. */
  readonly after: string;
}

/** A source file in which every mutant can be switched on by its id, through `globalThis.isMutant(id)`. */
export interface Instrumented {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

/** A mutant's name in the score: file, line and the change. */
export function nameOf({ file, line, before, after }: Mutant): string {
  return `${file}:${line}: ${before} -> ${after}`;
}
