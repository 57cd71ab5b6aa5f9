import { atValue, type Diagnostic, type Location } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import type { Network } from "../model/types/network.ts";
import { applyAcceptances } from "./acceptances.ts";
import { allRules } from "./all-rules.ts";
import type { Rule } from "./rule.ts";

/**
 * Asks every rule about the network and answers with what they found, less what the blueprint accepts on `today`
 * (YYYY-MM-DD), plus what is wrong with the acceptances. In rule order; equal findings of one rule are one. A rule
 * that throws is an internal error that names the rule.
 */
export function judge(
  network: Network,
  today: string,
  rules: readonly Rule[] = allRules,
): readonly Diagnostic[] {
  const findings = rules.flatMap((rule) => findingsOf(rule, network));
  return applyAcceptances(findings, network.acceptances, rules, today);
}

function findingsOf(rule: Rule, network: Network): readonly Diagnostic[] {
  const { id, severity } = rule;
  // One line of the author's becomes several entries of the model, each with the same mistake.
  const found = new Map<string, Diagnostic>();
  try {
    rule.check(network, (at, message, hint) => {
      const diagnostic = { rule: id, severity, message, at: locationOf(at), hint: hint ?? null };
      found.set(JSON.stringify([diagnostic.at, message]), diagnostic);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`internal error: rule ${id} failed: ${reason}`, { cause });
  }
  return [...found.values()];
}

function locationOf(at: Path | Location): Location {
  return "kind" in at ? at : atValue(at);
}
