import { byText } from "../base/compare-texts.ts";
import { addressingRules } from "./addressing/addressing-rules.ts";
import { computeRules } from "./compute/compute-rules.ts";
import { databasesRules } from "./databases/databases-rules.ts";
import { dnsRules } from "./dns/dns-rules.ts";
import { ecsRules } from "./ecs/ecs-rules.ts";
import { eksRules } from "./eks/eks-rules.ts";
import { endpointsRules } from "./endpoints/endpoints-rules.ts";
import { filteringRules } from "./filtering/filtering-rules.ts";
import { hooksRules } from "./hooks/hooks-rules.ts";
import { ipamRules } from "./ipam/ipam-rules.ts";
import { lambdaRules } from "./lambda/lambda-rules.ts";
import { loadBalancingRules } from "./load-balancing/load-balancing-rules.ts";
import { migrationRules } from "./migration/migration-rules.ts";
import { monitoringRules } from "./monitoring/monitoring-rules.ts";
import { reachRules } from "./reach/reach-rules.ts";
import { renamesRules } from "./renames/renames-rules.ts";
import { routingRules } from "./routing/routing-rules.ts";
import type { Rule } from "./rule.ts";
import { sharingRules } from "./sharing/sharing-rules.ts";
import { transitRules } from "./transit/transit-rules.ts";
import { vpnRules } from "./vpn/vpn-rules.ts";

const rules = [
  ...addressingRules,
  ...computeRules,
  ...databasesRules,
  ...dnsRules,
  ...ecsRules,
  ...eksRules,
  ...endpointsRules,
  ...filteringRules,
  ...hooksRules,
  ...ipamRules,
  ...lambdaRules,
  ...loadBalancingRules,
  ...migrationRules,
  ...monitoringRules,
  ...reachRules,
  ...renamesRules,
  ...routingRules,
  ...sharingRules,
  ...transitRules,
  ...vpnRules,
];

/** The id of a rule. */
export type RuleId = (typeof rules)[number]["id"];

/** Every rule, sorted by id. */
export const allRules: readonly Rule<RuleId>[] = rules.sort(byText(({ id }) => id));
