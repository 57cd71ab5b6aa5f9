import { expect, test } from "vitest";
import {
  blackHoleOf,
  competingRoutes,
  contestedRoutes,
  goesToBothGateways,
  routesByTier,
} from "../../../src/model/routing/route-lookup.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { networkFrom } from "../../support/network.ts";

function network(routes: string, options: { internet?: string; existing?: string } = {}): Network {
  const { internet = "none", existing = "" } = options;
  return networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16${existing} }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: ${internet}, enableDns64: true, slot: 0 }
    front: { addressing: dual-stack, internet: public, slot: 1 }
  natGateways: { main: { subnet: front, perZone: true } }
  routes: { app: { ${routes} } }
`);
}

const PEER = "target: { vpcPeeringConnectionId: pcx-0123abc }";
const OUT = "target: { internetGateway: {} }";
const EGRESS = "target: { egressOnlyInternetGateway: {} }";

function appRoutes(routes: string) {
  return routesByTier(network(routes)).find(({ tier }) => tier.name === "app")?.routes ?? [];
}

const names = (groups: ReturnType<typeof competingRoutes>) =>
  groups.map((group) => group.map(({ name }) => name));

test("routes compete for the destination that they have in common, however it is spelled", () => {
  const routes = appRoutes(`
      again: { destination: "2001:0db8::/32", ${OUT} },
      alone: { destination: "2001:db9::/32", ${PEER} },
      one: { destination: "2001:db8::/32", ${PEER} }`);
  expect(names(competingRoutes(routes))).toEqual([["again", "one"]]);
});

test.each([
  ["both gateways", EGRESS, OUT, true],
  ["the internet gateway and a peering", OUT, PEER, false],
  ["the egress-only one and a peering", EGRESS, PEER, false],
])("one destination to %s", (_, first, second, expected) => {
  const routes = appRoutes(`
      one: { destination: "::/0", ${first} },
      other: { destination: "::/0", ${second} }`);
  expect(goesToBothGateways(routes)).toBe(expected);
  expect(contestedRoutes(routes).map(({ name }) => name)).toEqual(expected ? ["one", "other"] : []);
});

const isComplete = (existing: string) => {
  const nat = "four: { destination: 0.0.0.0/0, target: { natGateway: main } }";
  const found = routesByTier(network(nat, { existing })).find(({ tier }) => tier.name === "app");
  return found?.isComplete;
};

test("a tier's routes are known where each of its tables is of this stack", () => {
  expect(isComplete("")).toBe(true);
  const reference = (what: string) => `, existing: { id: vpc-0123abc, reference: { ${what} } }`;
  expect(isComplete(reference("aws_route_table.app_b: rtb-0123abc"))).toBe(false);
  expect(isComplete(reference("aws_subnet.app_a: subnet-0123abc"))).toBe(false);
  expect(isComplete(reference("aws_route_table.front: rtb-0123abc"))).toBe(true);
});

const ELSEWHERE = ", existing: { id: vpc-0123abc, reference: { aws_route_table.app: rtb-0123abc } }";

test.each([
  ["no route, all known", "", "", "none"],
  ["no route, and a table that is managed elsewhere", "", ELSEWHERE, null],
  ["a route of the wrong length, all known", `wide: { destination: "64:ff9b::/32", ${PEER} }`, "", null],
  ["a route of the neighbour (RFC 8215)", `beside: { destination: "64:ff9b:1::/48", ${PEER} }`, "", "beside"],
  ["a route to a gateway", `nat: { destination: "64:ff9b::/96", ${OUT} }`, "", "nat"],
  [
    "a route to a gateway in a table that is managed elsewhere",
    `nat: { destination: "64:ff9b::/96", ${OUT} }`,
    ELSEWHERE,
    "nat",
  ],
])("where the addresses of DNS64 lead nowhere: %s", (_, routes, existing, expected) => {
  const found = routesByTier(network(routes, { existing })).find(({ tier }) => tier.name === "app");
  const hole = found === undefined ? null : blackHoleOf(found);
  expect(hole === null ? null : (hole.culprit?.name ?? "none")).toBe(expected);
});
