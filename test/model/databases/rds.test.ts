import { describe, expect, it } from "vitest";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

const GROUPS = `
  subnetGroups:
    data: { subnets: [edge, app], tags: { kind: subnets } }
    mixed: { subnets: [app, legacy] }
    old: { subnets: [legacy] }
`;
const MINIMAL = `engine: postgres, engineVersion: "17", instanceClass: db.t4g.small`;

function rdsWith(body: string) {
  return networkWith(`rds:${GROUPS}${body}`).rds;
}

describe("a database subnet group", () => {
  it("has the subnets of its tiers, sorted", () => {
    expect(rdsWith("").subnetGroups[0]).toEqual({
      name: "data",
      path: ["rds", "subnetGroups", "data"],
      displayName: "shop-data",
      tiers: ["app", "edge"],
      subnets: ["app_a", "app_b", "edge_a", "edge_b"],
      tags: { kind: "subnets" },
    });
  });
});

describe("a database instance", () => {
  it("has every default", () => {
    expect(only(rdsWith(`  instances: { orders: { subnetGroup: data, ${MINIMAL} } }`).instances)).toEqual({
      name: "orders",
      path: ["rds", "instances", "orders"],
      identifier: "shop-orders",
      subnetGroup: "data",
      engine: "postgres",
      engineVersion: "17",
      networkType: "DUAL",
      securityGroups: [],
      kmsKeyId: null,
      databaseName: null,
      masterUsername: "dbadmin",
      port: null,
      backupRetentionPeriod: 7,
      backupWindow: null,
      maintenanceWindow: null,
      finalSnapshot: "shop-orders-final",
      deletionProtection: true,
      instanceClass: "db.t4g.small",
      parameterGroup: null,
      allocatedStorageGib: 20,
      maxAllocatedStorageGib: null,
      storageType: "gp3",
      multiAz: false,
      publiclyAccessible: false,
      tags: {},
    });
  });

  it.each([
    ["data", "", "DUAL"],
    ["mixed", "", "IPV4"],
    ["old", "", "IPV4"],
    ["data", ", networkType: IPV4", "IPV4"],
    ["old", ", networkType: DUAL", "DUAL"],
  ])("in subnet group %s%s has network type %s", (group, rest, expected) => {
    const body = `  instances: { orders: { subnetGroup: ${group}, ${MINIMAL}${rest} } }`;
    expect(only(rdsWith(body).instances).networkType).toBe(expected);
  });

  it("can go without a last snapshot", () => {
    const body = `  instances: { orders: { subnetGroup: data, ${MINIMAL}, skipFinalSnapshot: true } }`;
    expect(only(rdsWith(body).instances).finalSnapshot).toBeNull();
  });

  it("can name its last snapshot, but not one that is not taken", () => {
    const body = (rest: string) =>
      `  instances: { orders: { subnetGroup: data, ${MINIMAL}, finalSnapshotIdentifier: last-1${rest} } }`;
    expect(only(rdsWith(body("")).instances).finalSnapshot).toBe("last-1");
    expect(findingsWith(`rds:${GROUPS}${body(", skipFinalSnapshot: true")}`)).toEqual([
      'model/final-snapshot-not-taken at rds.instances.orders.finalSnapshotIdentifier: the last snapshot has the name "last-1", but none is taken (leave out skipFinalSnapshot, or the name)',
    ]);
  });
});

describe("an Aurora cluster", () => {
  it("has its instances, sorted by name", () => {
    const cluster = only(
      rdsWith(`  clusters:
    ledger:
      subnetGroup: data
      engine: aurora-postgresql
      engineVersion: "16.6"
      securityGroups: [web, admin]
      instances:
        two: { instanceClass: db.r8g.large, publiclyAccessible: true, tags: { kind: reader } }
        one: { instanceClass: db.serverless }
`).clusters,
    );
    expect(cluster).toMatchObject({
      identifier: "shop-ledger",
      networkType: "DUAL",
      securityGroups: ["admin", "web"],
    });
    expect(cluster.instances).toEqual([
      {
        id: "ledger_one",
        name: "one",
        path: ["rds", "clusters", "ledger", "instances", "one"],
        identifier: "shop-ledger-one",
        instanceClass: "db.serverless",
        parameterGroup: null,
        publiclyAccessible: false,
        tags: {},
      },
      {
        id: "ledger_two",
        name: "two",
        path: ["rds", "clusters", "ledger", "instances", "two"],
        identifier: "shop-ledger-two",
        instanceClass: "db.r8g.large",
        parameterGroup: null,
        publiclyAccessible: true,
        tags: { kind: "reader" },
      },
    ]);
  });
});

it("reports parameter groups that there are not, of each kind", () => {
  const at = "rds.clusters.ledger";
  expect(
    findingsWith(`rds:
  subnetGroups: { data: { subnets: [app] } }
  parameterGroups: { tuned: { family: postgres17 } }
  instances: { orders: { subnetGroup: data, ${MINIMAL}, parameterGroup: tunes } }
  clusters:
    ledger:
      subnetGroup: data
      engine: aurora-postgresql
      engineVersion: "16.6"
      clusterParameterGroup: tuned
      instances: { one: { instanceClass: db.t4g.medium, parameterGroup: other } }
`),
  ).toEqual([
    expect.stringContaining('at rds.instances.orders.parameterGroup: unknown parameter group "tunes"'),
    expect.stringContaining(`at ${at}.clusterParameterGroup: unknown cluster parameter group "tuned"`),
    expect.stringContaining(`at ${at}.instances.one.parameterGroup: unknown parameter group "other"`),
  ]);
});

it("reports unknown names where they are written", () => {
  expect(
    findingsWith(`rds:
  subnetGroups: { data: { subnets: [app, nowhere] } }
  instances: { orders: { subnetGroup: date, ${MINIMAL}, securityGroups: [webb] } }
route53:
  hostedZones: { inside: { name: shop.internal, source: { private: {} } } }
  records: { db: { hostedZone: inside, name: db, value: { database: order } } }
outputs: { db: { value: { databaseAddress: ordres } } }
`).map((finding) => finding.replace(/:.*\(/, " (")),
  ).toEqual([
    "model/unknown-name at rds.subnetGroups.data.subnets[1] (known: app, edge, legacy, native, public)",
    'model/unknown-name at rds.instances.orders.subnetGroup (did you mean "data"?)',
    'model/unknown-name at rds.instances.orders.securityGroups[0] (did you mean "web"?)',
    'model/unknown-name at route53.records.db.value.database (did you mean "orders"?)',
    'model/unknown-name at outputs.db.value.databaseAddress (did you mean "orders"?)',
  ]);
});

it("gives a database a CNAME record", () => {
  const { records } = networkWith(`rds:${GROUPS}  instances: { orders: { subnetGroup: old, ${MINIMAL} } }
route53:
  hostedZones: { inside: { name: shop.internal, source: { private: {} } } }
  records: { db: { hostedZone: inside, name: db, ttl: 60, value: { database: orders } } }
`).route53;
  expect(records).toEqual([
    {
      id: "db_cname",
      name: "db",
      path: ["route53", "records", "db"],
      typePath: ["route53", "records", "db", "value", "database"],
      hostedZone: "inside",
      fullName: "db.shop.internal",
      type: "CNAME",
      content: { kind: "database", database: "orders", ttl: 60 },
    },
  ]);
});
