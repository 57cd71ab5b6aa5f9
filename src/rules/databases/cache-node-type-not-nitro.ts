import { databaseFacts } from "../../aws/facts/databases.ts";
import { instanceTypeFacts } from "../../aws/instance-types.ts";
import { cachesWithIpv6 } from "../../model/databases/database-lookup.ts";
import type { Rule } from "../rule.ts";

/** Caches with IPv6 run on Nitro. */
export const cacheNodeTypeNotNitro: Rule<"cache-node-type-not-nitro"> = {
  id: "cache-node-type-not-nitro",
  severity: "error",
  title: "A cache with IPv6 has a node type of the Nitro system.",
  why: "ElastiCache gives IPv6 to nodes of the Nitro system only. The older node types, such as cache.t2, cache.m4 and cache.r4, are not of it.",
  sources: [databaseFacts.cacheIpv6NeedsNitro],
  check(network, report) {
    for (const { name, path, nodeType, networkType } of cachesWithIpv6(network)) {
      const { hypervisor } = instanceTypeFacts(nodeType.replace(/^cache\./, ""));
      if (hypervisor !== "xen") continue;
      report(
        [...path, "nodeType"],
        `cache "${name}" has network type ${networkType}, but ${nodeType} is not of the Nitro system`,
        "take a newer node type, such as cache.t4g.small",
      );
    }
  },
};
