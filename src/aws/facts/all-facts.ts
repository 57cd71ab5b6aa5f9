import { addressingFacts } from "./addressing.ts";
import { computeFacts } from "./compute.ts";
import { databaseFacts } from "./databases.ts";
import { dnsFacts } from "./dns.ts";
import { ecsFacts } from "./ecs.ts";
import { eksFacts } from "./eks.ts";
import type { Fact } from "./fact.ts";
import { filteringFacts } from "./filtering.ts";
import { guestFacts } from "./guests.ts";
import { interruptionFacts } from "./interruptions.ts";
import { ipamFacts } from "./ipam.ts";
import { lambdaFacts } from "./lambda.ts";
import { loadBalancingFacts } from "./load-balancing.ts";
import { migrationFacts } from "./migration.ts";
import { monitoringFacts } from "./monitoring.ts";
import { routingFacts } from "./routing.ts";
import { transitFacts } from "./transit.ts";
import { vpcEndpointFacts } from "./vpc-endpoints.ts";

/** Every fact, sorted by id. */
export const allFacts: readonly Fact[] = [
  addressingFacts,
  computeFacts,
  databaseFacts,
  dnsFacts,
  ecsFacts,
  eksFacts,
  filteringFacts,
  guestFacts,
  interruptionFacts,
  ipamFacts,
  lambdaFacts,
  loadBalancingFacts,
  migrationFacts,
  monitoringFacts,
  routingFacts,
  transitFacts,
  vpcEndpointFacts,
]
  .flatMap((topic): readonly Fact[] => Object.values(topic))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
