import type { Network } from "../../types/network.ts";
import { settleBalancing } from "./balancing.ts";
import { settleCompute } from "./compute.ts";
import { settleDatabases } from "./databases.ts";
import { settleFilters } from "./filters.ts";
import { settleHooks } from "./hooks.ts";
import { settleNames } from "./names.ts";
import { settleOutputs } from "./outputs.ts";
import { settleRouting } from "./routing.ts";

/**
 * The network without what refers to something that is not in it: a rule that names a security group of a later stage,
 * an output of a balancer that is still to come. A network in which every name leads somewhere comes out as it went in.
 */
export function settle(network: Network): Network {
  // Each step may rest on those before it: what a step leaves out, the next ones do not find.
  const steps = [
    settleRouting,
    settleFilters,
    settleCompute,
    settleBalancing,
    settleDatabases,
    settleNames,
    settleOutputs,
    settleHooks,
  ];
  return steps.reduce((settled, step) => step(settled), network);
}
