import { databaseFacts } from "../../aws/facts/databases.ts";
import { cachesOf, tiersOfGroup } from "../../model/databases/database-lookup.ts";
import type { CacheNetworkType } from "../../model/types/elasticache.ts";
import type { Addressing } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

const FITTING: Readonly<Record<CacheNetworkType, readonly Addressing[]>> = {
  dual_stack: ["dual-stack"],
  ipv6: ["ipv6-only"],
  ipv4: ["dual-stack", "ipv4-only"],
};

/** A cache and its subnets agree on the address families. */
export const cacheNetworkType: Rule<"cache-network-type"> = {
  id: "cache-network-type",
  severity: "error",
  title: "The tiers of a cache's subnet group fit its network type.",
  why: "ElastiCache makes dual-stack caches in dual-stack subnets, IPv6-only ones in IPv6-only subnets, and IPv4 ones where there is IPv4. It never changes the network type of a cache: a new type means a new cache, empty.",
  sources: [databaseFacts.cacheNetworkTypeSubnets, databaseFacts.cacheNetworkTypeNeverChanges],
  check(network, report) {
    for (const { name, path, networkType, subnetGroup } of cachesOf(network)) {
      const fitting = FITTING[networkType];
      const tiers = tiersOfGroup(network, network.elasticache.subnetGroups, subnetGroup);
      const tier = tiers.find(({ addressing }) => !fitting.includes(addressing));
      if (tier === undefined) continue;
      report(
        [...path, "networkType"],
        `cache "${name}" has network type ${networkType}, but tier "${tier.name}" of subnet group "${subnetGroup}" is ${tier.addressing}`,
        `take a subnet group whose tiers are all ${fitting.join(" or ")}`,
      );
    }
  },
};
