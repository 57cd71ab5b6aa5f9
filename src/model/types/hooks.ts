import type { ProviderGap } from "../../aws/provider-gaps.ts";
import type { Path } from "../../base/path.ts";

/** native: Terraform's own argument. hook: the hook does it. unused: nothing of it is needed or wanted. */
type HookState = "native" | "hook" | "unused";

/** What was decided about one provider hook for one blueprint. */
export interface HookChoice {
  readonly id: string;
  /** Where the blueprint can choose it itself. */
  readonly path: Path;
  /** hook: for one gap at least the hook does it. native: the provider does all that is needed. */
  readonly state: HookState;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
  /** The same for each of the hook's gaps, in their order. */
  readonly gaps: readonly GapChoice[];
  /** Names of the entities for which the hook does it, sorted; none for hooks of the user's own, which decide themselves. */
  readonly parts: readonly string[];
}

/** What was decided about one gap of a provider hook. */
export interface GapChoice {
  readonly gap: ProviderGap;
  readonly state: HookState;
  readonly reason: string;
}

/** What a hook has made under earlier versions of the blueprint, and the next apply is to delete. */
export interface RemovedParts {
  readonly path: Path;
  /** The hook's id. */
  readonly hook: string;
  /** Sorted. */
  readonly names: readonly string[];
}
