/** What is told beside the changes of resources, one line each. */
export interface SaidBeside {
  /** What opens and closes, the worst first. */
  readonly reach: readonly string[];
  /** What other stacks take, and is no more what it was. */
  readonly taken: readonly string[];
  readonly findings: readonly string[];
}

/** Nothing beside. */
export const NOTHING_SAID: SaidBeside = { reach: [], taken: [], findings: [] };
