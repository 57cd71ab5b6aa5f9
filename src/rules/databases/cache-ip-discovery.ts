import { databaseFacts } from "../../aws/facts/databases.ts";
import { cachesOf } from "../../model/databases/database-lookup.ts";
import type { Rule } from "../rule.ts";

/** Clients learn addresses that nodes have. */
export const cacheIpDiscovery: Rule<"cache-ip-discovery"> = {
  id: "cache-ip-discovery",
  severity: "error",
  title: "IP discovery is of a family that the cache has.",
  why: "Discovery tells clients one address of each node. There is a choice with network type dual_stack only: nodes of a cache with network type ipv4 have no IPv6 address to tell, and the other way round.",
  sources: [databaseFacts.cacheDiscoveryHasOneFamily],
  check(network, report) {
    for (const { name, path, networkType, ipDiscovery } of cachesOf(network)) {
      if (networkType === "dual_stack" || networkType === ipDiscovery) continue;
      report(
        [...path, "ipDiscovery"],
        `cache "${name}" has network type ${networkType}, but IP discovery ${ipDiscovery}`,
        `write ipDiscovery: ${networkType}, or networkType: dual_stack`,
      );
    }
  },
};
