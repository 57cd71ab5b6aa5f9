import { STAGES, type StageId } from "../types/migration.ts";
import type { Network } from "../types/network.ts";
import { allStages } from "./all-stages.ts";
import { onlyWhatIsIn } from "./only-what-is-in.ts";
import { pruneDanglingReferences } from "./prune/prune-dangling-references.ts";

/**
 * The network as it is once the stage is applied: the target without what later stages bring. Its `migration.stage` is
 * the stage. Meant for networks with a migration; of another it makes what its migration would.
 *
 * Where a network had reached a later stage by itself, what was there is as at that stage: it has its blocks and
 * addresses already. What was not there comes with its own stage, as anywhere else.
 */
export function atStage(network: Network, stage: StageId): Network {
  const plain = withoutLater(network, stage);
  const reached = network.migration?.reached ?? null;
  const isBehind = reached !== null && STAGES.indexOf(stage) < STAGES.indexOf(reached);
  const whole = isBehind ? onlyWhatIsIn(withoutLater(network, reached), plain) : plain;
  return {
    ...pruneDanglingReferences(whole),
    migration: network.migration && { ...network.migration, stage },
  };
}

function withoutLater(network: Network, stage: StageId): Network {
  const later = allStages.slice(STAGES.indexOf(stage) + 1);
  return later.reduceRight((whole, { without }) => without(whole), network);
}
