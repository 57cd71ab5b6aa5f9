import { assertNever } from "../../base/invariant.ts";
import type { Passage, Verdict } from "../../reach/walk/trace.ts";
import type { Colors } from "../colors.ts";

/** A verdict in one short word. */
export function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case "reaches":
      return "yes";
    case "some":
      return "some";
    case "blocked":
      return "no";
    case "unknown":
      return "?";
    default:
      return assertNever(verdict);
  }
}

/** What the words mean, one line each. */
export const VERDICT_LEGEND = [
  "yes   packets arrive and answers come back",
  "some  from some zones only, or over one of the families that are tried",
  "no    packets or answers are dropped on the way",
  "?     not to be known before apply, or without a source",
] as const;

/** The word in its colour. */
export function paintVerdict(text: string, verdict: Verdict, colors: Colors): string {
  if (verdict === "reaches") return colors.green(text);
  return verdict === "blocked" ? colors.red(text) : colors.yellow(text);
}

/** How a hop answers. */
export function answerWord(answer: Passage): string {
  return answer === "unknown" ? "?" : answer;
}
