import { type Comparison, compareReachWithLab } from "../../../src/cli/lab/compare-reach-with-lab.ts";
import { showComparison } from "../../../src/cli/lab/show-comparison.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { planOf } from "../lab-outcomes.ts";
import { stackJson } from "../synth-json.ts";
import type { Judged } from "./blueprint-problems.ts";

/** What this rule refuses can be built all the same: it says that answers are lost, and the laboratory knows whether. */
const PACKETS_ARE_LOST = /^network-acl-return-traffic-missing:/;

/** The network whose packets can be tried; null: the blueprint is refused for other reasons than lost packets. */
export function networkToTry(judged: Judged): Network | null {
  if (judged.kind === "accepted") return judged.network;
  return judged.errors.every((error) => PACKETS_ARE_LOST.test(error)) ? judged.network : null;
}

/** Holds reach against real packets in a drawn network. Throws where the laboratory refuses it or does not stand. */
export function compareDrawn(network: Network): Promise<Comparison> {
  return compareReachWithLab(network, planOf(stackJson(network)));
}

/** Where they disagree, as text; empty where they do not. */
export function labProblems(comparison: Comparison): readonly string[] {
  return comparison.disagreements.length === 0 ? [] : [showComparison(comparison)];
}
