import { atValue, type Diagnostic } from "../base/diagnostic.ts";
import { didYouMean } from "../base/did-you-mean.ts";
import { formatPath } from "../base/path.ts";
import type { Acceptance } from "../model/types/network.ts";
import type { Rule } from "./rule.ts";

/** A rule as it is explained to people. */
export type RuleCard = Pick<Rule, "id" | "severity" | "title" | "why">;

/** What can be wrong with an acceptance; these findings cannot be accepted themselves. Sorted by id. */
export const acceptanceRules = [
  {
    id: "accept-error",
    severity: "error",
    title: "Only warnings and notes can be accepted.",
    why: "An error says that AWS or Terraform refuses the blueprint, or that packets will not flow. Accepting it would not change that, so the blueprint itself has to change.",
  },
  {
    id: "accept-expired",
    severity: "warning",
    title: "An acceptance ends on the day its author set.",
    why: "The reason was to be looked at again after this day. What it accepted is reported again until someone decides anew: mend the cause, or write a later day.",
  },
  {
    id: "accept-unknown-rule",
    severity: "error",
    title: "An acceptance names a rule that exists.",
    why: "An acceptance with a misspelled rule accepts nothing, and a reader would believe that it does.",
  },
  {
    id: "accept-unused",
    severity: "warning",
    title: "An acceptance accepts at least one finding.",
    why: "What it accepted is gone, or lies elsewhere in the blueprint. Left behind, it would hide the next finding of the rule at this place, for a reason that nobody gave.",
  },
] as const satisfies readonly RuleCard[];

type AcceptanceRuleId = (typeof acceptanceRules)[number]["id"];

/**
 * The findings without the warnings and notes that an acceptance valid on `today` covers, followed by what is wrong
 * with the acceptances. An acceptance covers a rule at its place and everywhere below it.
 */
export function applyAcceptances(
  findings: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
  rules: readonly RuleCard[],
  today: string,
): readonly Diagnostic[] {
  const valid = acceptances.filter((acceptance) => !isExpired(acceptance, today));
  const open = findings.filter((finding) => !valid.some((acceptance) => covers(acceptance, finding)));
  const mistakes = acceptances.map((acceptance) => mistakeIn(acceptance, findings, rules, today));
  return [...open, ...mistakes.filter((mistake) => mistake !== null)];
}

/** A finding that an acceptance covers, and why its author accepts it. */
export interface AcceptedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** The findings that an acceptance valid on `today` covers, each with the reason of the first one that does. */
export function acceptedAmong(
  findings: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
  today: string,
): readonly AcceptedDiagnostic[] {
  const valid = acceptances.filter((acceptance) => !isExpired(acceptance, today));
  return findings.flatMap((diagnostic) => {
    const by = valid.find((acceptance) => covers(acceptance, diagnostic));
    return by === undefined ? [] : [{ diagnostic, reason: by.reason }];
  });
}

function isExpired({ until }: Acceptance, today: string): boolean {
  return until !== null && until < today;
}

/** True when the acceptance is of the finding's rule, at its place or above it; whether it is still valid aside. */
export function covers(acceptance: Acceptance, finding: Diagnostic): boolean {
  if (finding.rule !== acceptance.rule || finding.severity === "error") return false;
  if (finding.at.kind !== "path") return false;
  const place = formatPath(finding.at.path);
  const { at } = acceptance;
  return place === at || place.startsWith(`${at}.`) || place.startsWith(`${at}[`);
}

function mistakeIn(
  acceptance: Acceptance,
  findings: readonly Diagnostic[],
  rules: readonly RuleCard[],
  today: string,
): Diagnostic | null {
  const name = JSON.stringify(acceptance.rule);
  const rule = rules.find((candidate) => candidate.id === acceptance.rule);
  const isCovering = findings.some((finding) => covers(acceptance, finding));
  // Of what was there before, some errors are warnings. Ids with a slash belong to the stages before the rules: unreadable text, wrong shape, unknown names.
  if ((rule?.severity === "error" && !isCovering) || acceptance.rule.includes("/"))
    return mistake("accept-error", acceptance, `${name} is an error and cannot be accepted`, null);
  if (rule === undefined)
    return mistake("accept-unknown-rule", acceptance, `unknown rule ${name}`, ruleMeant(acceptance, rules));
  if (isExpired(acceptance, today)) {
    const message = `the acceptance of ${name} at ${acceptance.at} ended on ${acceptance.until}`;
    return mistake("accept-expired", acceptance, message, "mend the cause, or set a later day");
  }
  if (isCovering) return null;
  const message = `nothing at ${acceptance.at} is reported by ${name}`;
  return mistake("accept-unused", acceptance, message, "remove this acceptance");
}

/** First among those that can be accepted. */
function ruleMeant({ rule }: Acceptance, rules: readonly RuleCard[]): string {
  const acceptable = rules.filter(({ severity }) => severity !== "error").map(({ id }) => id);
  const ids = rules.map(({ id }) => id);
  return didYouMean(rule, acceptable, didYouMean(rule, ids, "`hextet explain --list` lists the rules"));
}

const KEY_OF_MISTAKE: Readonly<Record<AcceptanceRuleId, "rule" | "until" | "at">> = {
  "accept-error": "rule",
  "accept-expired": "until",
  "accept-unknown-rule": "rule",
  "accept-unused": "at",
};

function mistake(
  id: AcceptanceRuleId,
  acceptance: Acceptance,
  message: string,
  hint: string | null,
): Diagnostic {
  const severity = acceptanceRules.find((rule) => rule.id === id)?.severity ?? "error";
  return { rule: id, severity, message, at: atValue([...acceptance.path, KEY_OF_MISTAKE[id]]), hint };
}
