import type { Network } from "../../model/types/network.ts";
import { compareReach } from "../../reach/compare/compare-reach.ts";
import { topologyOf } from "../../reach/from-network/topology-of.ts";
import type { ReachChanges, StackReachChange } from "../../reports/changes/reach-lines.ts";
import type { CompiledAt } from "../compile-at.ts";
import type { OutputSides } from "../output-sides.ts";
import type { BlueprintsBefore } from "./blueprints-before.ts";

/** What packets may do now that they could not before, in each stack whose blueprint differs, and what no more. */
export function changedReach(
  before: BlueprintsBefore,
  compiled: CompiledAt,
  moves: OutputSides["moves"],
): ReachChanges {
  const changes = compiled.networks
    .filter((network) => isEdited(network, before, compiled))
    .flatMap((network): readonly StackReachChange[] => {
      const was = before.judged.find(({ name }) => name === (network.renamedFrom ?? network.name));
      // What could not be judged as it was is told with the findings.
      if (was === undefined && isStopped(network, before, compiled)) return [];
      const renamed = new Map((moves.get(network.name) ?? []).map(({ from, to }) => [to, from]));
      const found = compareReach(was === undefined ? null : topologyOf(was), topologyOf(network), renamed);
      return found.map((change) => ({ ...change, stack: network.name }));
    });
  return { changes };
}

function isEdited({ name }: Network, { texts }: BlueprintsBefore, { files, read }: CompiledAt): boolean {
  const file = files.get(name);
  const text = read.find((one) => one.file === file)?.text;
  return file === undefined || text === undefined || texts.get(file) !== text;
}

/** The blueprint was there, and made no network. */
function isStopped({ name }: Network, { texts, files }: BlueprintsBefore, compiled: CompiledAt): boolean {
  const file = compiled.files.get(name);
  return file !== undefined && texts.has(file) && ![...files.values()].includes(file);
}
