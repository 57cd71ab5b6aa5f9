import { destinations } from "../../aws/destinations/destinations.ts";
import { checkTries } from "../../lab/check-tries.ts";
import type { LabPlan } from "../../lab/plan/lab-plan.ts";
import { runTries, type Try, type TryResult } from "../../lab/run/run-tries.ts";
import type { Network } from "../../model/types/network.ts";
import { decidingHop } from "../../reach/ends/deciding-hop.ts";
import { portsToTry } from "../../reach/ends/ports-to-try.ts";
import { topologyOf } from "../../reach/from-network/topology-of.ts";
import { indexTopology, type TopologyIndex } from "../../reach/walk/index-topology.ts";
import type { Attempt } from "../../reach/walk/trace.ts";
import { attemptOfTry } from "./attempt-of-try.ts";

/** What reach and real packets say of one network, held against each other. */
export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  readonly counts: ComparisonCounts;
  /** What could not be compared, each with the reason. */
  readonly leftOut: readonly { readonly address: string; readonly why: string }[];
  /** Every try, and what became of it. */
  readonly results: readonly TryResult[];
}

/** Of how many connections tried. */
interface ComparisonCounts {
  /** Both say that they arrive, and their answers. */
  readonly arrive: number;
  /** Both say that they do not. */
  readonly lost: number;
  /** Reach says that it is not to be known before apply, or depends on the port that the client calls from. */
  readonly unsure: number;
  /** Of those that `leftOut` tells. */
  readonly leftOut: number;
}

/** A connection of which one of the two is wrong. */
export interface Disagreement {
  readonly source: string;
  readonly destination: string;
  readonly family: Try["family"];
  readonly protocol: Try["protocol"];
  /** Null for ICMP. */
  readonly port: number | null;
  readonly reach: "yes" | "no";
  readonly packets: TryResult["outcome"];
  /** The hop that decides for reach, in a sentence; null: all pass. */
  readonly reason: string | null;
}

/**
 * Stands the laboratory of a network up once, tries everybody against everybody with real packets, and holds what arrives
 * against what reach says of the same interfaces, family and port. `plan` is that of the Terraform JSON which `synth` writes
 * of the network. Needs root; rejects with LabFailure where the laboratory does not stand.
 */
export async function compareReachWithLab(network: Network, plan: LabPlan): Promise<Comparison> {
  const index = indexTopology(topologyOf(network), destinations);
  return compareResults(index, plan, await runTries(plan, triesOf(index, plan)));
}

/** The laboratory's own tries, and of hosts the ports at which reach's answer may change. */
function triesOf(index: TopologyIndex, plan: LabPlan): readonly Try[] {
  const tries = checkTries(plan).flatMap((one): readonly Try[] => {
    const destination = plan.destinations.find(({ name }) => name === one.to);
    const node = index.nodes.get(destination?.address ?? "");
    if (one.port !== null || node === undefined) return [one];
    return [one, ...portsToTry(index.topology, node).map((port) => ({ ...one, ...port }))];
  });
  const key = ({ from, to, family, protocol, port }: Try) => [from, to, family, protocol, port].join();
  return [...new Map(tries.map((one) => [key(one), one])).values()];
}

function compareResults(index: TopologyIndex, plan: LabPlan, results: readonly TryResult[]): Comparison {
  const disagreements: Disagreement[] = [];
  const leftOut = new Map<string, { address: string; why: string }>();
  const counts = { arrive: 0, lost: 0, unsure: 0, leftOut: 0 };
  for (const result of results) {
    const said = attemptOfTry(index, plan, result);
    if (said.kind === "silent") {
      leftOut.set(said.why, { address: said.address, why: said.why });
      counts.leftOut++;
      continue;
    }
    const verdict = judge(said.attempt, result);
    if (typeof verdict === "string") counts[verdict]++;
    else disagreements.push(verdict);
  }
  return { disagreements, counts, leftOut: [...leftOut.values()], results };
}

function judge(attempt: Attempt, result: TryResult): Disagreement | "arrive" | "lost" | "unsure" {
  const { verdict } = attempt;
  if (verdict === "unknown" || verdict === "some") return "unsure";
  const arrived = result.outcome === "arrived";
  if (arrived === (verdict === "yes")) return arrived ? "arrive" : "lost";
  const { from, to, family, protocol, port, outcome } = result;
  const reason =
    verdict === "yes" ? null : (decidingHop({ attempts: [attempt], dns: [] }, "no")?.reason ?? null);
  return { source: from, destination: to, family, protocol, port, reach: verdict, packets: outcome, reason };
}
