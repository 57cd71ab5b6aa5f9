import type { Path } from "../../src/base/path.ts";

/** Maps whose entries others name: a second entry gives a reference another value. */
export const referredMaps: readonly Path[] = [
  ["compute", "keyPairs"],
  ["compute", "instanceProfiles"],
  ["compute", "launchTemplates"],
  ["network", "securityGroups"],
  ["network", "prefixLists"],
  ["network", "flowLogs"],
  ["network", "gatewayLoadBalancerEndpoints"],
  ["ecs", "clusters"],
  ["ecs", "taskDefinitions"],
  ["ecs", "taskDefinitions", "web", "containers"],
  ["rds", "subnetGroups"],
  ["rds", "instances"],
  ["rds", "clusters"],
  ["elasticache", "subnetGroups"],
  ["elasticache", "clusters"],
  ["elasticache", "replicationGroups"],
  ["eks", "clusters"],
  ["eks", "clusters", "main", "podRoles"],
  ["route53", "hostedZones"],
  ["route53", "resolverEndpoints"],
  ["route53", "resolverRules"],
  ["route53", "dnsFirewall", "domainLists"],
  ["route53", "dnsFirewall", "ruleGroups"],
  ["cloudwatch", "metricFilters"],
];
