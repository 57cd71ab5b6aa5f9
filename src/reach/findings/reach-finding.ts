import type { Fact } from "../../aws/facts/fact.ts";
import type { Place } from "../topology/topology.ts";

/** What the engine sees of a topology by itself, whoever asks for which connection. */
export interface ReachFinding {
  readonly kind: "black-hole" | "cost-trap" | "shadowed" | "unused-rule" | "asymmetric-path" | "wide-opening";
  /** Id of what it is about. */
  readonly what: string;
  readonly place: Place;
  readonly message: string;
  /** What to write instead, an imperative; null: it depends. */
  readonly hint: string | null;
  readonly facts: readonly Fact[];
}
