/** What is wanted, and what else is such a thing. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "IAM principal ARN": ["IAM role ARN"],
};

/** Whether a value of that kind may stand where another is wanted. */
export function fitsAt(takes: string, of: string): boolean {
  return of === takes || (ALSO[takes] ?? []).includes(of);
}
