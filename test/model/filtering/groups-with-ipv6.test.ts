import { expect, test } from "vitest";
import { carriesIpv6 } from "../../../src/model/filtering/security-group-lookup.ts";
import { networkFrom } from "../../support/network.ts";

const DATA = "subnets: [web]";

/** Whether the group `own` is on interfaces with IPv6, in a network of these tiers and sections. */
function carries(user: string, tiers = TIERS): boolean {
  const [inNetwork = "", below = ""] = user.includes("\n  ") ? ["", user] : [user, ""];
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { ${tiers} }
  securityGroups: { other: {}, own: {} }
${inNetwork}${below}`);
  return network.securityGroups
    .filter(({ name }) => name === "own")
    .some((group) => carriesIpv6(network, group));
}

const LEGACY = "legacy: { addressing: ipv4-only, slot: 0 }";
const TIERS = `${LEGACY}, web: { addressing: dual-stack, slot: 1 }`;

test("a group that nothing uses counts as the network does", () => {
  expect(carries("")).toBe(true);
  expect(carries("", LEGACY)).toBe(false);
});

const cache = (type: string) => `
elasticache:
  subnetGroups: { data: { ${DATA} } }
  clusters: { pages: { subnetGroup: data, engineVersion: "1.6.22", nodeType: cache.t4g.small, networkType: ${type}, securityGroups: [own] } }
`;
const database = (type: string) => `
rds:
  subnetGroups: { data: { ${DATA} } }
  instances:
    orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small, allocatedStorageGib: 20, networkType: ${type}, securityGroups: [own] }
`;
const cluster = (family: string) => `
eks:
  clusters: { main: { version: "1.33", ipFamily: ${family}, ${DATA}, securityGroups: [own] } }
`;
const balancer = (type: string) => `
loadBalancers:
  web: { type: network, ipAddressType: ${type}, ${DATA}, securityGroups: [own], listeners: { tcp: { port: 25, protocol: TCP, action: { forwardTo: mail } } } }
targetGroups: { mail: { protocol: TCP, port: 25 } }
`;
const host = (tier: string) => `
compute:
  instances: { host: { instanceType: t4g.small, subnet: ${tier}, securityGroups: [own] } }
`;
const endpoint = (type: string) =>
  `  vpcEndpoints: { ssm: { service: ssm, ipAddressType: ${type}, type: { interface: { ${DATA}, securityGroups: [own] } } } }`;
const connect = (tier: string) =>
  `  instanceConnectEndpoints: { main: { subnet: ${tier}, securityGroups: [own] } }`;
const GATEWAY =
  "  vpcEndpoints: { s3: { service: s3, ipAddressType: dualstack, type: { gateway: { routeTables: [web] } } } }";

test.each([
  ["a host in a tier with IPv6", host("web"), true],
  ["a host in a tier without", host("legacy"), false],
  ["a dualstack load balancer", balancer("dualstack"), true],
  ["an IPv4 load balancer", balancer("ipv4"), false],
  ["a database of both families", database("DUAL"), true],
  ["a database of IPv4", database("IPV4"), false],
  ["a cache of both families", cache("dual_stack"), true],
  ["a cache of IPv4", cache("ipv4"), false],
  ["an IPv6 cluster", cluster("ipv6"), true],
  ["an IPv4 cluster", cluster("ipv4"), false],
  ["a dualstack endpoint", endpoint("dualstack"), true],
  ["an IPv4 endpoint", endpoint("ipv4"), false],
  ["an Instance Connect endpoint in a tier with IPv6", connect("web"), true],
  ["an Instance Connect endpoint in a tier without", connect("legacy"), false],
])("a group carries IPv6, of %s", (_, user, expected) => {
  expect(carries(user)).toBe(expected);
});

test("a gateway endpoint uses no group", () => {
  expect(carries(GATEWAY)).toBe(true);
});
