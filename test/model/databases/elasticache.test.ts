import { describe, expect, it } from "vitest";
import { carriesIpv6 } from "../../../src/model/filtering/security-group-lookup.ts";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

const GROUPS = `
  subnetGroups:
    data: { subnets: [app, edge] }
    mixed: { subnets: [app, native] }
    native: { subnets: [native] }
    old: { subnets: [legacy] }
`;
const VALKEY = `engine: valkey, engineVersion: "8.0", nodeType: cache.t4g.small`;

function cachesWith(body: string) {
  return networkWith(`elasticache:${GROUPS}${body}`).elasticache;
}

function groupWith(settings: string) {
  return only(cachesWith(`  replicationGroups: { carts: { ${settings}, ${VALKEY} } }`).replicationGroups);
}

describe("a replication group", () => {
  it("has every default", () => {
    expect(groupWith("subnetGroup: data")).toEqual({
      name: "carts",
      path: ["elasticache", "replicationGroups", "carts"],
      identifier: "shop-carts",
      subnetGroup: "data",
      description: "carts of shop",
      engine: "valkey",
      engineVersion: "8.0",
      nodeType: "cache.t4g.small",
      networkType: "dual_stack",
      ipDiscovery: "ipv6",
      port: 6379,
      transitEncryption: true,
      securityGroups: [],
      numCacheClusters: 2,
      automaticFailover: true,
      multiAz: true,
      snapshotRetentionLimit: 0,
      finalSnapshot: "shop-carts-final",
      deletionProtection: true,
      tags: {},
    });
  });

  it.each([
    ["data", "", "dual_stack", "ipv6"],
    ["native", "", "ipv6", "ipv6"],
    ["old", "", "ipv4", "ipv4"],
    ["mixed", "", "ipv4", "ipv4"],
    ["data", ", networkType: ipv4", "ipv4", "ipv4"],
    ["data", ", ipDiscovery: ipv4", "dual_stack", "ipv4"],
    ["old", ", networkType: dual_stack", "dual_stack", "ipv6"],
  ])(
    "in subnet group %s%s has network type %s and IP discovery %s",
    (group, rest, networkType, ipDiscovery) => {
      expect(groupWith(`subnetGroup: ${group}${rest}`)).toMatchObject({ networkType, ipDiscovery });
    },
  );

  it("of one node has nothing to fail over to", () => {
    expect(groupWith("subnetGroup: data, numCacheClusters: 1")).toMatchObject({
      automaticFailover: false,
      multiAz: false,
    });
  });
});

describe("a Memcached cluster", () => {
  it.each([
    [1, "single-az"],
    [2, "cross-az"],
  ])("of %i nodes is %s", (nodes, azMode) => {
    const { clusters } = cachesWith(
      `  clusters: { pages: { subnetGroup: data, engineVersion: "1.6.22", nodeType: cache.t4g.small, numCacheNodes: ${nodes} } }`,
    );
    expect(only(clusters)).toMatchObject({
      identifier: "shop-pages",
      engine: "memcached",
      numCacheNodes: nodes,
      azMode,
      port: 11211,
      networkType: "dual_stack",
    });
  });
});

it("reports unknown names where they are written", () => {
  expect(
    findingsWith(`elasticache:
  replicationGroups: { carts: { subnetGroup: data, ${VALKEY}, securityGroups: [webb] } }
`),
  ).toEqual([
    'model/unknown-name at elasticache.replicationGroups.carts.subnetGroup: unknown cache subnet group "data" in elasticache.replicationGroups.carts.subnetGroup (the blueprint has none)',
    'model/unknown-name at elasticache.replicationGroups.carts.securityGroups[0]: unknown security group "webb" in elasticache.replicationGroups.carts.securityGroups[0] (did you mean "web"?)',
  ]);
});

it.each([
  ["ipv4", false],
  ["dual_stack", true],
])("a security group on a cache of network type %s carries IPv6: %s", (networkType, expected) => {
  const network = networkWith(
    `elasticache:${GROUPS}  replicationGroups: { carts: { subnetGroup: data, ${VALKEY}, networkType: ${networkType}, securityGroups: [web] } }`,
  );
  const [web] = network.securityGroups.filter(({ name }) => name === "web");
  expect(web && carriesIpv6(network, web)).toBe(expected);
});
