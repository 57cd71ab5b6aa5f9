/** Mutants that no blueprint can show, and why. */
export interface Equivalent {
  readonly file: RegExp;
  /** The text that the mutant replaces. */
  readonly before: RegExp;
  /** What stands there instead. */
  readonly after: RegExp;
  readonly why: string;
}

/** Every mutant that is known to change nothing. */
export const equivalents: readonly Equivalent[] = [];
