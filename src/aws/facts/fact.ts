/** One thing known about AWS or Terraform, with the evidence for it: what a rule cites. */
export interface Fact {
  /** Kebab-case, never reused. */
  readonly id: string;
  /** One sentence that is true or false. */
  readonly claim: string;
  /** Address of the page, number of the RFC, or exact name of the evidence. */
  readonly source: string;
  /** The day on which the claim was last held against its source, as YYYY-MM-DD. */
  readonly checked: string;
  /** high: the source says so. medium: it follows from the source, or the source is second-hand. low: not verified. */
  readonly confidence: "high" | "medium" | "low";
  /** From when on it is true: a date (YYYY, YYYY-MM or YYYY-MM-DD), or the first version of the AWS provider. */
  readonly since?: string;
}
