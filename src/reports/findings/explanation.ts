import type { Correction } from "../../aws/corrections/correction.ts";
import type { Fact } from "../../aws/facts/fact.ts";
import type { Severity } from "../../base/diagnostic.ts";

/** What people are told about one rule id, whichever stage reports it. */
export interface Explanation {
  /** Such as `dns64-without-nat64-route`, `schema/unknown-key`, `file/not-text`. */
  readonly id: string;
  readonly severity: Severity;
  /** How `hextet synth` and `hextet check` report it, where `hextet diff` alone refuses it. */
  readonly inSynth?: Severity;
  /** One sentence that says what must hold. */
  readonly title: string;
  /** What happens otherwise, and what to do. */
  readonly why: string;
  /** What it rests on; absent where it rests on Hextet's own conventions. */
  readonly sources?: readonly Fact[];
  /** Claims of the source documents on which it acts; absent when there are none. */
  readonly corrects?: readonly Correction[];
}

/** The severities of a rule in words: `error`, or `error; warning in synth and check`. */
export function severityWords({ severity, inSynth }: Pick<Explanation, "severity" | "inSynth">): string {
  return inSynth === undefined ? severity : `${severity}; ${inSynth} in synth and check`;
}
