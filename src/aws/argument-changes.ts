/** What Terraform does with a resource: `may-replace` depends on the value. */
type ChangeEffect = "update" | "replace" | "may-replace";

/**
 * What the provider plans when an argument gets another value (`change`), is written where it was not (`set`), or is
 * left out (`unset`). A kind that is not there was not asked, or the provider refuses it.
 */
export interface ArgumentChange {
  readonly change?: ChangeEffect;
  readonly set?: ChangeEffect;
  readonly unset?: ChangeEffect;
}
