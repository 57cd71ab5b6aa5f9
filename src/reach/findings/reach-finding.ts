import type { Fact } from "../../aws/facts/fact.ts";
import type { Place } from "../topology/topology.ts";

/** What the engine sees of a topology by itself, whoever asks for which connection. */
export interface ReachFinding {
  /** The rule that says the same of a blueprint. */
  readonly rule:
    | "gateway-endpoint-bypassed"
    | "opening-too-wide"
    | "path-asymmetric"
    | "route-black-hole"
    | "route-or-entry-shadowed"
    | "rule-unused";
  /** "warning": something is surely wrong. "note": true, and often meant so. */
  readonly severity: "warning" | "note";
  /** Id of what it is about. */
  readonly what: string;
  readonly place: Place;
  readonly message: string;
  /** What to write instead, an imperative; null: it depends. */
  readonly hint: string | null;
  readonly facts: readonly Fact[];
}
