import type { Severity } from "../../base/diagnostic.ts";

/** A finding as programs get it: an item of `findings` in `docs/findings.schema.json`. Keys are only added. */
export interface FindingJson {
  readonly file: string;
  /** Lines and columns count from 1; columns in UTF-16 units; the end is exclusive. All four are null where the file as a whole is meant. */
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly severity: Severity;
  /** The rule's id, such as `dns64-without-nat64-route` or `schema/unknown-key`. */
  readonly rule: string;
  readonly message: string;
  /** What to write instead; null when there is no single best answer. */
  readonly hint: string | null;
  /** The command that explains the rule. */
  readonly explain: string;
}
