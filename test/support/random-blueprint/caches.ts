import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  type Drawn,
  listOrNothing,
  mapOf,
  only,
  pick,
  pickSome,
  sometimes,
  standing,
  type Tree,
} from "./tree.ts";

const ENGINES = [
  { engine: "valkey", engineVersion: "8.0" },
  { engine: "redis", engineVersion: "7.1" },
  { engine: "redis", engineVersion: "6.2" },
] as const;
const shared = fc.record({
  transitEncryption: fc.constantFrom(undefined, false, true),
  deletionProtection: fc.constantFrom(undefined, false),
  port: fc.constantFrom(undefined, 7000),
});

/** What is drawn of the caches: at most one of memcached, one of Valkey or Redis. */
export const cachesDraft = fc.record({
  cluster: sometimes(fc.record({ standing, shared, numCacheNodes: fc.constantFrom(undefined, 1, 3) })),
  group: sometimes(
    fc.record({
      standing,
      shared,
      engine: fc.constantFrom(...ENGINES),
      numCacheClusters: fc.constantFrom(undefined, 1, 2, 6),
      snapshotRetentionLimit: fc.constantFrom(undefined, 0, 7),
      skipFinalSnapshot: fc.boolean(),
    }),
  ),
});
type CachesDraft = Drawn<typeof cachesDraft>;

/** `elasticache`: in tiers of any addressing, each cache with the addresses that its tier has. */
export function elasticacheOf(
  { cluster, group }: CachesDraft,
  tiers: readonly Tier[],
  groups: readonly string[],
): Tree | undefined {
  const [ofCluster, ofGroup] = [cluster, group].map((one) =>
    one === null ? null : pick(tiers, one.standing.tier),
  );
  const pages = cluster &&
    ofCluster && {
      subnetGroup: "pages",
      engineVersion: "1.6.22",
      nodeType: "cache.t4g.small",
      numCacheNodes: cluster.numCacheNodes,
      ...common(cluster, ofCluster, groups),
    };
  const carts = group &&
    ofGroup && {
      subnetGroup: "carts",
      ...group.engine,
      nodeType: "cache.t4g.small",
      ...common(group, ofGroup, groups),
      numCacheClusters: group.numCacheClusters,
      snapshotRetentionLimit: group.snapshotRetentionLimit,
      skipFinalSnapshot: group.skipFinalSnapshot ? true : undefined,
      finalSnapshotIdentifier: group.skipFinalSnapshot ? undefined : "carts-last",
    };
  const subnetGroups = mapOf([
    ["pages", ofCluster ? { subnets: [ofCluster.name] } : undefined],
    ["carts", ofGroup ? { subnets: [ofGroup.name] } : undefined],
  ]);
  return mapOf([
    ["subnetGroups", subnetGroups],
    ["clusters", only("pages", pages)],
    ["replicationGroups", only("carts", carts)],
  ]);
}

function common(
  draft: { readonly standing: Drawn<typeof standing>; readonly shared: Drawn<typeof shared> },
  tier: Tier,
  groups: readonly string[],
): Tree {
  const dual = draft.standing.dualStack ? "dual_stack" : "ipv4";
  const networkType = { "ipv4-only": "ipv4", "ipv6-only": "ipv6", "dual-stack": dual }[tier.addressing];
  const securityGroups = listOrNothing(pickSome(groups, draft.standing.groups));
  return { ...draft.shared, networkType, securityGroups };
}
