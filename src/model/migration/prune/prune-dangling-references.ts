import type { Network } from "../../types/network.ts";
import { pruneBalancing } from "./balancing.ts";
import { pruneCompute } from "./compute.ts";
import { pruneDatabases } from "./databases.ts";
import { pruneFilters } from "./filters.ts";
import { pruneHooks } from "./hooks.ts";
import { pruneInlinePolicies } from "./inline-policies.ts";
import { pruneNames } from "./names.ts";
import { pruneOutputs } from "./outputs.ts";
import { pruneRouting } from "./routing.ts";
import { pruneScaling } from "./scaling.ts";
import { pruneSharing } from "./sharing.ts";

/**
 * The network without what refers to something that is not in it: a rule that names a security group of a later stage,
 * an output of a balancer that is still to come. A network in which every name leads somewhere comes out as it went in.
 */
export function pruneDanglingReferences(network: Network): Network {
  // Each step may rest on those before it: what a step leaves out, the next ones do not find.
  const steps = [
    pruneRouting,
    pruneFilters,
    pruneCompute,
    pruneBalancing,
    pruneScaling,
    pruneDatabases,
    pruneNames,
    pruneSharing,
    pruneInlinePolicies,
    pruneOutputs,
    pruneHooks,
  ];
  return steps.reduce((settled, step) => step(settled), network);
}
