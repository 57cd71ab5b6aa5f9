import type { Verdict } from "../../reach/walk/trace.ts";
import type { ReachTable } from "../../reports/reach/reach-table.ts";
import { verdictWord } from "../../reports/reach/verdict-words.ts";
import { shellQuote } from "../../reports/runbook/runbook-shell.ts";
import { wrapLine } from "../../reports/wrap-line.ts";
import { wrapCommand } from "../wrap-command.ts";

/** What most needs a reason comes first. */
const ASKED_FIRST: readonly Verdict[] = ["unknown", "some", "blocked"];

/**
 * How to ask why an answer is what it is, with a pair of the tables whose answer is not yes: a command that can be typed as it
 * is; `words` stand in it before both ends. Empty where all answers are yes.
 */
export function whyLines(tables: readonly ReachTable[], words: readonly string[], columns: number): string {
  const pair = ASKED_FIRST.flatMap((verdict) => pairOf(tables, verdict) ?? [])[0];
  if (pair === undefined) return "";
  const { verdict, from, to, count } = pair;
  const many = count === 1 ? "one answer is" : `${count} answers are`;
  const says = `${many} "${verdictWord(verdict)}". Why, for one of them (with --trace hop by hop):`;
  const command = ["hextet reach", ...[...words, from, to].map(shellQuote)].join(" ");
  return ["", ...wrapLine(says, columns, ""), ...wrapCommand(command, "  ", columns), ""].join("\n");
}

interface AskedPair {
  readonly verdict: Verdict;
  readonly from: string;
  readonly to: string;
  /** Of all tables. */
  readonly count: number;
}

/** The first pair with that answer; null: there is none. */
function pairOf(tables: readonly ReachTable[], verdict: Verdict): AskedPair | null {
  const pairs = tables.flatMap(({ rows, sources }) =>
    rows.flatMap(({ target, cells }) =>
      sources.flatMap((from, index) => (cells[index]?.verdict === verdict ? [{ from, to: target }] : [])),
    ),
  );
  const [first] = pairs;
  return first === undefined ? null : { verdict, ...first, count: pairs.length };
}
