import type { Diagnostic } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import type { Network } from "../model/types/network.ts";
import type { AcceptedDiagnostic } from "../rules/acceptances.ts";
import type { Read } from "./read-file.ts";

/** A stack, and what its rules say. */
export interface Judged extends Read {
  /** Null when an error was found before the rules. */
  readonly judged: Network | null;
  readonly accepted: readonly AcceptedDiagnostic[];
}

/** A stack, and which of its environment's values cause what is found at other places of the blueprint. */
export interface Walked extends Judged {
  /** Where these values stand in the blueprint. */
  readonly causes: ReadonlyMap<Diagnostic, Path>;
}

/**
 * What was found in an environment, and would not be without one of its values, is shown at that value: the line that the
 * finding is about is right in the other environments. The values are taken out from the last to the first, and the one
 * without which the finding is gone is its cause; where another error may hide the finding then, nothing is said to be.
 */
export function withCauses(one: Judged, judge: (fewer: Read) => Judged): Walked {
  const causes = new Map<Diagnostic, Path>();
  const found = allOf(one);
  const elsewhere = found.filter((diagnostic) => !isIn(diagnostic, one.values));
  if (one.values.length === 0 || elsewhere.length === 0) return { ...one, causes };
  const known = new Set(found.map(identityOf));
  const lookAt = (count: number): Fewer => {
    const diagnostics = allOf(judge(one.withFirst(count)));
    const hides = diagnostics.some((other) => other.severity === "error" && !known.has(identityOf(other)));
    return { found: new Set(diagnostics.map(identityOf)), hides };
  };
  const none = lookAt(0);
  let open = elsewhere.filter((sought) => !none.found.has(identityOf(sought)));
  for (let count = one.values.length - 1; count >= 0 && open.length > 0; count--) {
    const fewer = count === 0 ? none : lookAt(count);
    const gone = open.filter((sought) => !fewer.found.has(identityOf(sought)));
    const cause = one.values[count];
    if (cause !== undefined && !fewer.hides) for (const sought of gone) causes.set(sought, cause);
    open = open.filter((sought) => !gone.includes(sought));
  }
  return { ...one, causes };
}

function allOf({ diagnostics, accepted }: Judged): readonly Diagnostic[] {
  return [...diagnostics, ...accepted.map(({ diagnostic }) => diagnostic)];
}

/** A stack with some of its environment's values. */
interface Fewer {
  readonly found: ReadonlySet<string>;
  /** True where an error is found that is not there with all values: the rules after it were not asked. */
  readonly hides: boolean;
}

/** True for what stands in the environment itself, and for acceptances, which are of all environments. */
function isIn({ at }: Diagnostic, values: readonly Path[]): boolean {
  if (at.kind !== "path" || at.path[0] === "accept") return true;
  return values.some((value) => value.every((step, index) => step === at.path[index]));
}

/** Without the message: numbers in it may be of values that cause nothing. */
function identityOf({ rule, at }: Diagnostic): string {
  return JSON.stringify([rule, at]);
}
