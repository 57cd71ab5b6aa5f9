import type { Fact } from "./fact.ts";
import { addressingFacts } from "./facts-addressing.ts";
import { computeFacts } from "./facts-compute.ts";
import { ecsFacts } from "./facts-ecs.ts";
import { eksFacts } from "./facts-eks.ts";
import { filteringFacts } from "./facts-filtering.ts";
import { guestFacts } from "./facts-guests.ts";
import { lambdaFacts } from "./facts-lambda.ts";
import { loadBalancingFacts } from "./facts-load-balancing.ts";
import { routingFacts } from "./facts-routing.ts";
import { vpcEndpointFacts } from "./facts-vpc-endpoints.ts";

/** Every fact, sorted by id. */
export const allFacts: readonly Fact[] = [
  addressingFacts,
  computeFacts,
  ecsFacts,
  eksFacts,
  filteringFacts,
  guestFacts,
  lambdaFacts,
  loadBalancingFacts,
  routingFacts,
  vpcEndpointFacts,
]
  .flatMap((topic): readonly Fact[] => Object.values(topic))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
