import type { Fact } from "./fact.ts";
import { addressingFacts } from "./facts-addressing.ts";
import { computeFacts } from "./facts-compute.ts";
import { databaseFacts } from "./facts-databases.ts";
import { dnsFacts } from "./facts-dns.ts";
import { ecsFacts } from "./facts-ecs.ts";
import { eksFacts } from "./facts-eks.ts";
import { filteringFacts } from "./facts-filtering.ts";
import { guestFacts } from "./facts-guests.ts";
import { interruptionFacts } from "./facts-interruptions.ts";
import { ipamFacts } from "./facts-ipam.ts";
import { lambdaFacts } from "./facts-lambda.ts";
import { loadBalancingFacts } from "./facts-load-balancing.ts";
import { migrationFacts } from "./facts-migration.ts";
import { monitoringFacts } from "./facts-monitoring.ts";
import { routingFacts } from "./facts-routing.ts";
import { transitFacts } from "./facts-transit.ts";
import { vpcEndpointFacts } from "./facts-vpc-endpoints.ts";

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
