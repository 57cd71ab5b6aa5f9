/** What `terraform show -json` says of a plan, as far as a migration is judged by it. Text in it may be hostile. */
export interface TerraformPlan {
  /** Of managed resources, in the order of the plan; those it leaves as they are too. */
  readonly resources: readonly PlannedResource[];
  /** Addresses of the managed resources in the configuration that was planned; null when the plan does not say. */
  readonly configured: readonly string[] | null;
  /** True when planning failed half-way. */
  readonly errored: boolean;
  /** False when applying the plan leaves something to be planned again, as with `-target` or deferred changes. */
  readonly complete: boolean;
}

/** What a plan does to one resource. */
export type PlannedAction =
  | "no-op"
  | "create"
  | "read"
  | "update"
  | "delete"
  /** Destroyed and made anew, in either order. */
  | "replace"
  /** Out of Terraform's hands, but not destroyed. */
  | "forget"
  /** Made anew while the one before is forgotten. */
  | "replace-and-forget";

/** One resource of a plan. */
export interface PlannedResource {
  readonly address: string;
  readonly action: PlannedAction;
  /** True when the plan brings it under Terraform's management. */
  readonly importing: boolean;
  /** Its address in the state, where that is another one. */
  readonly previousAddress: string | null;
  /** True for what an interrupted replacement left over. */
  readonly deposed: boolean;
  /** Why Terraform replaces or destroys it, in its own words such as `replace_because_tainted`. */
  readonly reason: string | null;
  /** Arguments whose change forces the replacement. */
  readonly forcedBy: readonly string[];
  /** Arguments whose new value is known and another, sorted. */
  readonly changed: readonly string[];
  /** All of its arguments and attributes in the state; null where it is made anew. */
  readonly before: unknown;
  /** The same once the plan is applied, as far as known. */
  readonly after: unknown;
  /** True in the place of each value of `after` that is known only then. */
  readonly afterUnknown: unknown;
}
