import { addressingFacts } from "../../src/aws/facts/addressing.ts";
import { changeFacts } from "../../src/aws/facts/changes.ts";
import { computeFacts } from "../../src/aws/facts/compute.ts";
import { databaseFacts } from "../../src/aws/facts/databases.ts";
import { destinationFacts } from "../../src/aws/facts/destinations.ts";
import { dnsFacts } from "../../src/aws/facts/dns.ts";
import { ecsFacts } from "../../src/aws/facts/ecs.ts";
import { eksFacts } from "../../src/aws/facts/eks.ts";
import type { Fact } from "../../src/aws/facts/fact.ts";
import { filteringFacts } from "../../src/aws/facts/filtering.ts";
import { guestFacts } from "../../src/aws/facts/guests.ts";
import { inspectionFacts } from "../../src/aws/facts/inspection.ts";
import { interruptionFacts } from "../../src/aws/facts/interruptions.ts";
import { ipamFacts } from "../../src/aws/facts/ipam.ts";
import { lambdaFacts } from "../../src/aws/facts/lambda.ts";
import { loadBalancingFacts } from "../../src/aws/facts/load-balancing.ts";
import { migrationFacts } from "../../src/aws/facts/migration.ts";
import { monitoringFacts } from "../../src/aws/facts/monitoring.ts";
import { networkFirewallFacts } from "../../src/aws/facts/network-firewall.ts";
import { priceFacts } from "../../src/aws/facts/prices.ts";
import { providerFacts } from "../../src/aws/facts/provider.ts";
import { reachabilityFacts } from "../../src/aws/facts/reachability.ts";
import { routingFacts } from "../../src/aws/facts/routing.ts";
import { serviceConnectFacts } from "../../src/aws/facts/service-connect.ts";
import { sharingFacts } from "../../src/aws/facts/sharing.ts";
import { transitFacts } from "../../src/aws/facts/transit.ts";
import { vpcEndpointFacts } from "../../src/aws/facts/vpc-endpoints.ts";
import { byText } from "../../src/base/compare-texts.ts";

/** The facts of each topic, by their keys. */
export const topics: readonly Readonly<Record<string, Fact>>[] = [
  addressingFacts,
  changeFacts,
  computeFacts,
  databaseFacts,
  destinationFacts,
  dnsFacts,
  ecsFacts,
  eksFacts,
  filteringFacts,
  guestFacts,
  inspectionFacts,
  interruptionFacts,
  ipamFacts,
  lambdaFacts,
  loadBalancingFacts,
  migrationFacts,
  monitoringFacts,
  networkFirewallFacts,
  priceFacts,
  providerFacts,
  reachabilityFacts,
  routingFacts,
  serviceConnectFacts,
  sharingFacts,
  transitFacts,
  vpcEndpointFacts,
];

/** Every fact, sorted by id. */
export const allFacts: readonly Fact[] = topics
  .flatMap((topic) => Object.values(topic))
  .sort(byText(({ id }) => id));
