import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeSpan } from "../reference/markdown.ts";

/** The troubleshooting steps of one network. */
export interface Runbook {
  readonly stack: string;
  readonly description: string;
  readonly region: string;
  readonly sections: readonly RunbookSection[];
}

/** Steps that belong together: about the network from outside, or on the hosts of a tier. */
export interface RunbookSection {
  readonly title: string;
  /** `aws-cli`: anywhere with credentials for the account. `guest`: on a host of the tier. */
  readonly where: "aws-cli" | "guest";
  readonly steps: readonly RunbookStep[];
}

/** Commands to run and what they must answer in this network. */
export interface RunbookStep {
  readonly title: string;
  readonly language: "bash" | "powershell";
  readonly commands: readonly string[];
  /** Sentences as Markdown. */
  readonly expected: readonly string[];
  /** What a list must hold, as plain text; null: no list. */
  readonly table: RunbookTable | null;
}

/** A table in a runbook; each row has a text for every column. */
export interface RunbookTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A step in Bash. */
export function step(
  title: string,
  commands: readonly string[],
  expected: readonly string[],
  table: RunbookTable | null = null,
): RunbookStep {
  return { title, language: "bash", commands, expected, table };
}

/** A sentence as Markdown: what is put into it stands as code that shows exactly it. */
export function say(texts: TemplateStringsArray, ...values: readonly string[]): string {
  return texts.map((text, index) => text + code(values[index])).join("");
}

/** Values as code, with commas between them, for a place in a sentence that is written out. */
export function listed(values: readonly string[]): string {
  return values.map(code).join(", ");
}

function code(value: string | undefined): string {
  return value === undefined ? "" : codeSpan(escapeUnsafe(value));
}
