import type { Fact } from "../aws/facts/fact.ts";
import type { Location, Severity } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import type { WasMade } from "../model/addressing/was-made.ts";
import type { Network } from "../model/types/network.ts";

/**
 * Says that something is wrong. A path means the value at that path; use `atKey` for its key. The hint says what to
 * write instead.
 */
export type Report = (at: Path | Location, message: string, hint?: string) => void;

/** One thing that Hextet knows about IPv6 on AWS: a rule is one object in one file of the same name. */
export interface Rule<Id extends string = string> {
  /** Kebab-case, equal to the file's name; never reused. */
  readonly id: Id;
  readonly severity: Severity;
  /** AWS takes it although it does no good: of what was there before the blueprint, an error is a warning. */
  readonly isRunByAws?: boolean;
  /** One sentence that says what must hold. */
  readonly title: string;
  /** What happens on AWS otherwise: two to five sentences for the person who met the finding. */
  readonly why: string;
  /** What the rule rests on; at least one. */
  readonly sources: readonly Fact[];
  /** Ids of rules that know the same mistake by its name: where one of them speaks of the place, this one does not. */
  readonly yieldsTo?: readonly string[];
  /** `today` is YYYY-MM-DD. */
  readonly check: (network: Network, report: Report, wasMade: WasMade, today: string) => void;
}
