import { STAGES, type StageId } from "../types/migration.ts";
import type { Network } from "../types/network.ts";
import { allStages } from "./all-stages.ts";
import { pruneDanglingReferences } from "./prune/prune-dangling-references.ts";

/**
 * The network as it is once the stage is applied: the target without what later stages bring. Its `migration.stage` is
 * the stage. Meant for networks with a migration; of another it makes what its migration would.
 */
export function atStage(network: Network, stage: StageId): Network {
  const later = allStages.slice(STAGES.indexOf(stage) + 1);
  const before = later.reduceRight((whole, { without }) => without(whole), network);
  return {
    ...pruneDanglingReferences(before),
    migration: network.migration && { ...network.migration, stage },
  };
}
