/** native: Terraform's own argument. hook: the hook does it. unused: nothing of it is needed or wanted. */
type HookState = "native" | "hook" | "unused";

/** What was decided about one provider hook for one blueprint. */
export interface HookChoice {
  readonly id: string;
  readonly state: HookState;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
}
