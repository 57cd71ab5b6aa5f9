/** One thing known about AWS or Terraform, with the evidence for it: what a rule cites. */
export interface Fact {
  /** The key of the fact in kebab-case; never reused. */
  readonly id: string;
  /** One sentence that is true or false. */
  readonly claim: string;
  /** Address of the page, number of the RFC, or exact name of the evidence. */
  readonly source: string;
  /** The day on which the claim was last held against its source, as YYYY-MM-DD. */
  readonly checked: string;
  /**
   * How old the evidence is: when the newest source that bears a date was published, as YYYY, YYYY-MM or YYYY-MM-DD.
   * "undated": none does, as on the pages of AWS's guides, and readers are told so.
   */
  readonly evidence: DateText | "undated";
  /** high: the source says so. medium: it follows from the source, or the source is second-hand. low: not verified. */
  readonly confidence: "high" | "medium" | "low";
  /** From when on it is true: a date (YYYY, YYYY-MM or YYYY-MM-DD), or the first version of the AWS provider. */
  readonly since?: string;
}

/** A date as precise as its source: YYYY, YYYY-MM or YYYY-MM-DD. */
type DateText = `${number}` | `${number}-${number}` | `${number}-${number}-${number}`;

/** The facts of a topic as they are written: each gets its id from its key. */
export function factsOf<Key extends string>(
  written: Readonly<Record<Key, Omit<Fact, "id">>>,
): Readonly<Record<Key, Fact>>;
export function factsOf(written: Readonly<Record<string, Omit<Fact, "id">>>): Readonly<Record<string, Fact>> {
  return Object.fromEntries(Object.entries(written).map(([key, fact]) => [key, { id: idOf(key), ...fact }]));
}

function idOf(key: string): string {
  return key.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

/** The dates of a fact as readers are told them. */
export function datesOf({
  since,
  checked,
  evidence,
  confidence,
}: Omit<Fact, "id" | "claim" | "source">): string {
  const from = since === undefined ? "" : `since ${since}, `;
  const age = evidence === "undated" ? "evidence undated" : `evidence of ${evidence}`;
  return `${from}${age}, checked ${checked}, confidence ${confidence}`;
}
