import type { Severity } from "../base/diagnostic.ts";

/** What is wrong with a Terraform plan, or worth to know about it: a diagnostic without a place in a blueprint. */
export interface PlannedFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** One line, starting in lower case, without a full stop. Addresses in it are as the plan has them. */
  readonly message: string;
  readonly hint: string | null;
}
