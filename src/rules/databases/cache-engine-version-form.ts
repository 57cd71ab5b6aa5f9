import { databaseFacts } from "../../aws/facts/databases.ts";
import type { CacheEngine } from "../../model/types/elasticache.ts";
import type { Rule } from "../rule.ts";

/** From this Redis OSS version on ElastiCache chooses the patch itself. */
const WITHOUT_PATCH = 6;

/** A cache's version is written in one form. */
export const cacheEngineVersionForm: Rule<"cache-engine-version-form"> = {
  id: "cache-engine-version-form",
  severity: "error",
  title: "The version of a cache has as many numbers as ElastiCache counts.",
  why: "ElastiCache keeps the patch version of Valkey and of Redis OSS 6 and later up to date by itself, so that it cannot be asked for; Memcached and older Redis OSS need it. A major version alone names no version. The AWS provider refuses every other form.",
  sources: [databaseFacts.cacheEngineVersionForms],
  check({ elasticache }, report) {
    for (const { name, path, engine, engineVersion } of [
      ...elasticache.clusters,
      ...elasticache.replicationGroups,
    ]) {
      const numbers = engineVersion.split(".");
      const wanted = numbersOf(engine, Number(numbers[0]));
      if (numbers.length === wanted) continue;
      const form = wanted === 2 ? 'two numbers, such as "8.0"' : 'three numbers, such as "1.6.22"';
      report(
        [...path, "engineVersion"],
        `cache "${name}" asks for ${engine} "${engineVersion}", which names no version of ElastiCache`,
        `write ${form}`,
      );
    }
  },
};

function numbersOf(engine: CacheEngine, major: number): number {
  if (engine === "memcached") return 3;
  return engine === "redis" && major < WITHOUT_PATCH ? 3 : 2;
}
