import { atValue, type Diagnostic, type Location } from "../base/diagnostic.ts";
import { type Path, startsWith } from "../base/path.ts";
import { nothingMade, type WasMade } from "../model/addressing/was-made.ts";
import type { Network } from "../model/types/network.ts";
import { type AcceptedDiagnostic, acceptedAmong, applyAcceptances } from "./acceptances.ts";
import { allRules } from "./all-rules.ts";
import type { Report, Rule } from "./rule.ts";
import { severityOf } from "./severity-of.ts";

/** What the rules say of a network. */
export interface Judgement {
  /** What is wrong: in rule order, equal findings of one rule once, then the mistakes in acceptances. */
  readonly open: readonly Diagnostic[];
  /** What the blueprint accepts. */
  readonly accepted: readonly AcceptedDiagnostic[];
}

/**
 * Asks every rule about the network and parts what they found into what the blueprint accepts on `today` (YYYY-MM-DD)
 * and what is open. A rule that throws is an internal error that names the rule.
 */
export function judgeAll(
  network: Network,
  today: string,
  rules: readonly Rule[] = allRules,
  wasMade: WasMade = nothingMade,
): Judgement {
  const found = rules.flatMap((rule) =>
    findingsOf(rule, network, wasMade, today).map((diagnostic) => ({ rule, diagnostic })),
  );
  const all = found.map(({ diagnostic }) => diagnostic);
  const findings = found
    .filter(({ rule, diagnostic }) => !isToldBy(rule, diagnostic, all))
    .map(({ diagnostic }) => diagnostic);
  return {
    open: applyAcceptances(findings, network.acceptances, rules, today),
    accepted: acceptedAmong(findings, network.acceptances, today),
  };
}

/** What is open of `judgeAll`. @internal exported for tests */
export function judge(
  network: Network,
  today: string,
  rules: readonly Rule[] = allRules,
): readonly Diagnostic[] {
  return judgeAll(network, today, rules).open;
}

function findingsOf(rule: Rule, network: Network, wasMade: WasMade, today: string): readonly Diagnostic[] {
  const { id } = rule;
  // One line of the author's becomes several entries of the model, each with the same mistake.
  const found = new Map<string, Diagnostic>();
  try {
    const report: Report = (at, message, hint) => {
      const place = locationOf(at);
      const severity = severityOf(rule, network, place);
      const diagnostic = { rule: id, severity, message, at: place, hint: hint ?? null };
      found.set(JSON.stringify([diagnostic.at, message]), diagnostic);
    };
    rule.check(network, report, wasMade, today);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`internal error: rule ${id} failed: ${reason}`, { cause });
  }
  return [...found.values()];
}

/** True when a rule that this one yields to speaks of the same value, of one in it, or of what it lies in. */
function isToldBy({ yieldsTo = [] }: Rule, { at }: Diagnostic, all: readonly Diagnostic[]): boolean {
  return all.some((other) => {
    if (!yieldsTo.includes(other.rule) || at.kind !== "path" || other.at.kind !== "path") return false;
    return startsWith(at.path, other.at.path) || startsWith(other.at.path, at.path);
  });
}

function locationOf(at: Path | Location): Location {
  return "kind" in at ? at : atValue(at);
}
