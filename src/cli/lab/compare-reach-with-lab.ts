import { destinations } from "../../aws/destinations/destinations.ts";
import { checkTries } from "../../lab/check-tries.ts";
import type { LabPlan } from "../../lab/plan/lab-plan.ts";
import { runTriesAndNames, type Try, type TryResult } from "../../lab/run/run-tries.ts";
import { asApplied } from "../../model/migration/as-applied.ts";
import type { Network } from "../../model/types/network.ts";
import { decidingHop } from "../../reach/ends/deciding-hop.ts";
import { type Port, portsToTry } from "../../reach/ends/ports-to-try.ts";
import { indexNetwork } from "../../reach/from-network/index-network.ts";
import { topologyOfStacks } from "../../reach/joined/topology-of-stacks.ts";
import { indexTopology, type TopologyIndex } from "../../reach/walk/index-topology.ts";
import { attemptOfTry, familyOf, INTERNET, nodeOf, type SaidByReach } from "./attempt-of-try.ts";
import { compareNames, type NamesCompared, questionsOf } from "./compare-names.ts";

/** What reach and real packets say of one network, held against each other. */
export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  readonly counts: ComparisonCounts;
  /** What could not be compared, each with the reason. */
  readonly leftOut: readonly LeftOutOfComparison[];
  /** Why reach does not know, each reason once. */
  readonly unknown: readonly string[];
  /** Of plans with `destinationNames`: what the resolvers answer. */
  readonly names: NamesCompared;
  /** Every try, and what became of it. */
  readonly results: readonly TryResult[];
}

/** Something of which only one of the two knows: its Terraform address, and why. */
interface LeftOutOfComparison {
  readonly address: string;
  readonly why: string;
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
  return compareIndexWithLab(indexNetwork(asApplied(network)), plan);
}

/** As `compareReachWithLab`, of several networks that are joined, and the plan of their stacks. */
export async function compareStacksWithLab(networks: readonly Network[], plan: LabPlan): Promise<Comparison> {
  const topology = topologyOfStacks(networks.map(asApplied), null);
  return compareIndexWithLab(indexTopology(topology, destinations), plan);
}

async function compareIndexWithLab(index: TopologyIndex, plan: LabPlan): Promise<Comparison> {
  const tries = triesOf(index, plan);
  const { results, answers } = await runTriesAndNames(plan, tries, questionsOf(index, plan));
  return { ...compareResults(index, plan, results), names: compareNames(index, plan, answers) };
}

/** The laboratory's own tries; of hosts the ports at which reach's answer may change; of the internet those of destinations. */
function triesOf(index: TopologyIndex, plan: LabPlan): readonly Try[] {
  const tries = checkTries(plan)
    .filter((one) => isSent(plan, one))
    .flatMap((one): readonly Try[] => {
      // One of each pair and way has no port.
      if (one.port !== null) return [one];
      return [
        one,
        ...morePorts(index, plan, one.to).map(({ protocol, port }) => ({ ...one, protocol, port })),
      ];
    });
  const key = ({ from, to, family, protocol, port }: Try) => [from, to, family, protocol, port].join();
  return [...new Map(tries.map((one) => [key(one), one])).values()];
}

/** Somebody outside stands for all who have an address of the family: who has none sends nothing, and stands for nobody. */
function isSent({ sources }: LabPlan, { from, family }: Try): boolean {
  const source = sources.find(({ name }) => name === from);
  return source === undefined || source.subnet !== null || source[familyOf({ family })] !== null;
}

function morePorts(index: TopologyIndex, plan: LabPlan, to: string): readonly Port[] {
  const address = plan.destinations.find(({ name }) => name === to)?.address ?? "";
  if (address === INTERNET) return destinations.filter(({ place }) => place === "internet");
  const node = nodeOf(index, plan, address);
  return node === undefined ? [] : portsToTry(index.topology, node);
}

function compareResults(
  index: TopologyIndex,
  plan: LabPlan,
  results: readonly TryResult[],
): Omit<Comparison, "names"> {
  const judged = results.map((result) => judge(attemptOfTry(index, plan, result), plan, result));
  const of = <Kind extends Judgement["kind"]>(kind: Kind) =>
    judged.filter((one): one is Extract<Judgement, { readonly kind: Kind }> => one.kind === kind);
  const leftOut = of("left-out").map(({ what }) => what);
  return {
    disagreements: of("disagree").map(({ disagreement }) => disagreement),
    counts: {
      arrive: of("arrive").length,
      lost: of("lost").length,
      unsure: of("unknown").length,
      leftOut: leftOut.length,
    },
    leftOut: distinct([...missingIn(plan, index), ...leftOut]),
    unknown: [...new Set(of("unknown").map(({ reason }) => reason))],
    results,
  };
}

function distinct(all: readonly LeftOutOfComparison[]): readonly LeftOutOfComparison[] {
  return [...new Map(all.map((one) => [`${one.address} ${one.why}`, one])).values()];
}

/** What reach walks to and from, and the laboratory has not. */
function missingIn({ destinations: all, clusterMembers }: LabPlan, { topology }: TopologyIndex) {
  const stands = new Set(
    all.map(({ address, subnet }) => {
      const member = clusterMembers.find((one) => one.address === address);
      return `${member?.cluster ?? address} ${subnet}`;
    }),
  );
  return topology.nodes.flatMap(({ id, interfaces }) =>
    interfaces
      .filter(({ subnet }) => !stands.has(`${id} ${subnet}`))
      .map(({ subnet }) => ({ address: id, why: `it does not stand in ${subnet} of the laboratory` })),
  );
}

type Judgement =
  | { readonly kind: "arrive" | "lost" }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "left-out"; readonly what: LeftOutOfComparison }
  | { readonly kind: "disagree"; readonly disagreement: Disagreement };

function judge(said: SaidByReach, { notModelled }: LabPlan, result: TryResult): Judgement {
  if (said.kind === "silent") return { kind: "left-out", what: { address: said.address, why: said.why } };
  const { verdict, hops } = said.attempt;
  const reason =
    verdict === "yes" ? null : (decidingHop({ attempts: [said.attempt], dns: [] }, verdict)?.reason ?? null);
  if (verdict === "unknown" || verdict === "some") return { kind: "unknown", reason: reason ?? "" };
  const arrived = result.outcome === "arrived";
  if (arrived === (verdict === "yes")) return { kind: arrived ? "arrive" : "lost" };
  const passed = hops.flatMap(({ kind, what }) => (kind === "gateway" ? [what] : []));
  const unbuilt = notModelled.find(({ address }) => passed.includes(address));
  if (unbuilt !== undefined) return { kind: "left-out", what: unbuilt };
  const { from, to, family, protocol, port, outcome } = result;
  const connection = { source: from, destination: to, family, protocol, port };
  return { kind: "disagree", disagreement: { ...connection, reach: verdict, packets: outcome, reason } };
}
