import type { Network } from "../../types/network.ts";
import type { SharedKind } from "../../types/resource-shares.ts";
import { idsOf, namesOf } from "./membership.ts";

/** A share hands out what is there. */
export function pruneSharing(network: Network): Network {
  const there: Readonly<Record<SharedKind, ReadonlySet<string>>> = {
    transitGateways: namesOf(network.transitGatewayAttachments),
    subnets: idsOf(network.tiers.flatMap(({ subnets }) => subnets)),
    securityGroups: namesOf(network.securityGroups),
    prefixLists: namesOf(network.prefixLists),
    ipamPools: namesOf(network.ipam?.pools ?? []),
    resolverRules: namesOf(network.route53.resolverRules),
    dnsFirewallRuleGroups: namesOf(network.route53.dnsFirewall?.ruleGroups ?? []),
    resolverQueryLogs: namesOf(network.route53.resolverQueryLogs),
  };
  return {
    ...network,
    resourceShares: network.resourceShares.map((share) => ({
      ...share,
      resources: share.resources.filter(({ kind, logicalId }) => there[kind].has(logicalId)),
    })),
  };
}
