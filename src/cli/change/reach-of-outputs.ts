import type { StackOutput } from "../../change/types.ts";
import type { Network } from "../../model/types/network.ts";
import { compareReach } from "../../reach/compare/compare-reach.ts";
import { topologyOf } from "../../reach/from-network/topology-of.ts";
import { topologyOfConfiguration } from "../../reach/from-terraform/topology-of-plan.ts";
import type { Topology } from "../../reach/topology/topology.ts";
import type { ReachChanges } from "../../reports/changes/reach-lines.ts";
import type { OutputSides } from "../output-sides.ts";

/**
 * What packets may do after a change of which only the output of before is there: both sides are read from Terraform's JSON,
 * so that what it does not say is not known on both. Things are called as in the blueprints of now.
 */
export function reachOfOutputs(
  { before, after, moves }: Pick<OutputSides, "before" | "after" | "moves">,
  networks: readonly Network[],
): ReachChanges {
  return {
    changes: after.flatMap((stack) => {
      const network = networks.find(({ name }) => name === stack.name);
      const former = network?.renamedFrom ?? stack.name;
      const was = before.find(({ name }) => name === former);
      if (was !== undefined && textOf(was) === textOf(stack)) return [];
      const renamed = new Map((moves.get(stack.name) ?? []).map(({ from, to }) => [to, from]));
      const old = was === undefined ? null : topologyOfConfiguration(was);
      const found = compareReach(old, named(topologyOfConfiguration(stack), network), renamed);
      return found.map((change) => ({ ...change, stack: stack.name }));
    }),
  };
}

function textOf({ resources, data, region }: StackOutput): string {
  return JSON.stringify([[...resources], [...data], region]);
}

function named(topology: Topology, network: Network | undefined): Topology {
  if (network === undefined) return topology;
  const names = new Map(topologyOf(network).nodes.map(({ id, name }) => [id, name]));
  return {
    ...topology,
    nodes: topology.nodes.map((node) => ({ ...node, name: names.get(node.id) ?? node.name })),
  };
}
