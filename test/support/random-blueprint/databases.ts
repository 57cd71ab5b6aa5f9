import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  type Drawn,
  listOrNothing,
  mapOf,
  only,
  pick,
  pickSome,
  rarely,
  sometimes,
  standing,
  type Tree,
} from "./tree.ts";

const ENGINES = [
  { engine: "postgres", engineVersion: "17" },
  { engine: "mysql", engineVersion: "8.4" },
  { engine: "mariadb", engineVersion: "11.4" },
] as const;
const AURORA = [
  { engine: "aurora-postgresql", engineVersion: "16.6" },
  { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0" },
] as const;
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";

/** What instances and clusters have in common. */
const kept = fc.record({
  skipFinalSnapshot: fc.boolean(),
  deletionProtection: fc.constantFrom(undefined, false, true),
  kmsKeyId: fc.constantFrom(undefined, KEY),
  databaseName: fc.constantFrom(undefined, "orders"),
  masterUsername: fc.constantFrom(undefined, "owner"),
  port: fc.constantFrom(undefined, 5433),
});

/** What is drawn of the databases: at most one instance and one cluster. */
export const databasesDraft = fc.record({
  instance: sometimes(
    fc.record({
      standing,
      kept,
      engine: fc.constantFrom(...ENGINES),
      allocatedStorageGib: fc.constantFrom(undefined, 20, 400),
      storageType: fc.constantFrom(undefined, "gp2", "gp3"),
      multiAz: fc.boolean(),
      backupRetentionPeriod: fc.constantFrom(undefined, 0, 35),
      isPublic: rarely(30),
    }),
  ),
  cluster: sometimes(
    fc.record({
      standing,
      kept,
      engine: fc.constantFrom(...AURORA),
      backupRetentionPeriod: fc.constantFrom(undefined, 1, 35),
      servers: fc.integer({ min: 1, max: 2 }),
    }),
  ),
});
type DatabasesDraft = Drawn<typeof databasesDraft>;
type Kept = Drawn<typeof kept>;

/** `rds`: in tiers with IPv4 and two zones. */
export function rdsOf(
  { instance, cluster }: DatabasesDraft,
  tiers: readonly Tier[],
  groups: readonly string[],
): Tree | undefined {
  const able = tiers.filter(({ hasIpv4, zones }) => hasIpv4 && zones.length > 1);
  const [ofInstance, ofCluster] = [instance, cluster].map((one) =>
    one === null ? null : pick(able, one.standing.tier),
  );
  return mapOf([
    [
      "subnetGroups",
      mapOf([
        ["data", ofInstance ? { subnets: [ofInstance.name] } : undefined],
        ["ledger", ofCluster ? { subnets: [ofCluster.name] } : undefined],
      ]),
    ],
    [
      "instances",
      instance && ofInstance ? only("data", instanceIn(instance, ofInstance, groups)) : undefined,
    ],
    ["clusters", cluster && ofCluster ? only("ledger", clusterIn(cluster, ofCluster, groups)) : undefined],
  ]);
}

function instanceIn(
  draft: NonNullable<DatabasesDraft["instance"]>,
  tier: Tier,
  groups: readonly string[],
): Tree {
  const { allocatedStorageGib, storageType, backupRetentionPeriod, multiAz, isPublic } = draft;
  return {
    subnetGroup: "data",
    ...draft.engine,
    instanceClass: "db.t4g.small",
    ...common(draft, tier, groups, "data-last"),
    ...{ allocatedStorageGib, storageType, backupRetentionPeriod },
    multiAz: multiAz ? true : undefined,
    publiclyAccessible: isPublic && tier.internet === "public" ? true : undefined,
  };
}

function clusterIn(
  draft: NonNullable<DatabasesDraft["cluster"]>,
  tier: Tier,
  groups: readonly string[],
): Tree {
  const servers = ["one", "two"].slice(0, draft.servers);
  return {
    subnetGroup: "ledger",
    ...draft.engine,
    ...common(draft, tier, groups, "ledger-last"),
    backupRetentionPeriod: draft.backupRetentionPeriod,
    instances: mapOf(servers.map((name) => [name, { instanceClass: "db.t4g.medium" }])),
  };
}

function common(
  draft: { readonly standing: Drawn<typeof standing>; readonly kept: Kept },
  tier: Tier,
  groups: readonly string[],
  snapshot: string,
): Tree {
  const { skipFinalSnapshot, ...others } = draft.kept;
  return {
    ...others,
    networkType: tier.hasIpv6 && draft.standing.dualStack ? "DUAL" : "IPV4",
    securityGroups: listOrNothing(pickSome(groups, draft.standing.groups)),
    skipFinalSnapshot: skipFinalSnapshot ? true : undefined,
    finalSnapshotIdentifier: skipFinalSnapshot ? undefined : snapshot,
  };
}
