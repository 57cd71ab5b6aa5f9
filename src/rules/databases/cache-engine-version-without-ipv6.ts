import { databaseFacts } from "../../aws/facts/databases.ts";
import { isEarlierVersion } from "../../base/is-earlier-version.ts";
import { cachesWithIpv6 } from "../../model/databases/database-lookup.ts";
import type { CacheEngine } from "../../model/types/elasticache.ts";
import type { Rule } from "../rule.ts";

/** The first versions with IPv6. */
const FIRST: Readonly<Record<CacheEngine, string>> = {
  valkey: "7.2",
  redis: "6.2",
  memcached: "1.6.6",
};

/** Old engines know no IPv6. */
export const cacheEngineVersionWithoutIpv6: Rule<"cache-engine-version-without-ipv6"> = {
  id: "cache-engine-version-without-ipv6",
  severity: "error",
  title: "A cache with IPv6 has an engine version that can.",
  why: "ElastiCache has IPv6 from Valkey 7.2, Redis OSS 6.2 and Memcached 1.6.6 on, and refuses older versions with network type ipv6 or dual_stack.",
  sources: [databaseFacts.cacheIpv6EngineVersions],
  check(network, report) {
    for (const { name, path, engine, engineVersion, networkType } of cachesWithIpv6(network)) {
      const first = FIRST[engine];
      if (!isEarlierVersion(engineVersion, first)) continue;
      report(
        [...path, "engineVersion"],
        `cache "${name}" has network type ${networkType}, but ${engine} ${engineVersion} has no IPv6`,
        `write ${first} or later`,
      );
    }
  },
};
