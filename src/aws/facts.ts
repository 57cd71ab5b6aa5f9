import type { Fact } from "./fact.ts";
import { addressingFacts } from "./facts-addressing.ts";
import { computeFacts } from "./facts-compute.ts";
import { filteringFacts } from "./facts-filtering.ts";
import { loadBalancingFacts } from "./facts-load-balancing.ts";
import { routingFacts } from "./facts-routing.ts";

/** Every fact, sorted by id. */
export const allFacts: readonly Fact[] = [
  addressingFacts,
  computeFacts,
  filteringFacts,
  loadBalancingFacts,
  routingFacts,
]
  .flatMap((topic): readonly Fact[] => Object.values(topic))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
