import { expect, test } from "vitest";
import { hostsWithoutIpv4 } from "../../../src/model/routing/ipv4-reach.ts";
import { networkFrom } from "../../support/network.ts";

/** The tiers whose only host has no way to IPv4. */
function cutOff(subnets: string, rest = "", existing = ""): readonly string[] {
  const names = [...subnets.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
  const hosts = names.map((name) => `    ${name}: { instanceType: t4g.small, subnet: ${name} }`);
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16${existing} }
  availabilityZones: [a]
  subnets:
${subnets}
${rest}
compute:
  instances:
${hosts.join("\n")}
`);
  return hostsWithoutIpv4(network).map(({ tier }) => tier.name);
}

test("an IPv4 route or a public NAT64 leads to IPv4, the IPv6 gateways do not", () => {
  const subnets = `
    native: { addressing: ipv6-only, internet: egress-only }
    open: { addressing: ipv6-only, internet: public }
    closed: { addressing: dual-stack, internet: none }
    outbound: { addressing: dual-stack, internet: egress-only }
    natted: { addressing: dual-stack, internet: egress-only, natGateway: main }
    translated: { addressing: ipv6-only, internet: egress-only, nat64: true, natGateway: main }
    public: { addressing: dual-stack, internet: public }
    legacy: { addressing: ipv4-only, internet: public }`;
  expect(cutOff(subnets, "  natGateways: { main: { subnet: public } }")).toEqual([
    "closed",
    "native",
    "open",
    "outbound",
  ]);
});

const TRANSIT = "target: { transitGatewayId: tgw-0123456789abcdef0 }";

test("a private NAT gateway leads as far as the routes of its own tier", () => {
  const subnets = `
    app: { addressing: ipv6-only, internet: none, nat64: true, natGateway: inner }
    hub: { addressing: dual-stack, internet: none }`;
  const gateway = "  natGateways: { inner: { subnet: hub, connectivityType: private } }";
  const onward = `  routes: { hub: { all: { destination: 0.0.0.0/0, ${TRANSIT} } } }`;
  expect(cutOff(subnets, gateway)).toEqual(["app", "hub"]);
  expect(cutOff(subnets, `${gateway}\n${onward}`)).toEqual([]);
});

test("a transit gateway with the NAT64 prefix behind it may translate, if DNS64 makes use of it", () => {
  const tier = (dns64: boolean) =>
    `    app: { addressing: ipv6-only, internet: egress-only, enableDns64: ${dns64} }`;
  const route = `  routes: { app: { nat: { destination: "64:ff9b::/96", ${TRANSIT} } } }`;
  expect(cutOff(tier(true), route)).toEqual([]);
  expect(cutOff(tier(false), route)).toEqual(["app"]);
});

test("nothing follows from the lack of a route in a table that is managed elsewhere", () => {
  const subnets = "    app: { addressing: dual-stack, internet: none }";
  const existing = ", existing: { id: vpc-0123abc, reference: { aws_route_table.app: rtb-0123abc } }";
  expect(cutOff(subnets)).toEqual(["app"]);
  expect(cutOff(subnets, "", existing)).toEqual([]);
});

const app = (internet: string) =>
  `    app: { addressing: ipv6-only, internet: ${internet}, enableDns64: true }
    hub: { addressing: dual-stack, internet: public }`;
const NAT64 = `nat: { destination: "64:ff9b::/96", ${TRANSIT} }`;

test.each([
  [
    "the internet gateway does not translate",
    "public",
    "other: { destination: 10.0.0.0/8, target: { natGateway: main } }",
    ["app"],
  ],
  [
    "an IPv4 route is of no use to hosts without IPv4",
    "none",
    `old: { destination: 0.0.0.0/0, ${TRANSIT} }`,
    ["app"],
  ],
  ["one route to a NAT64 beside others is enough", "public", NAT64, []],
  [
    "a NAT gateway translates the NAT64 prefix only",
    "none",
    'wrong: { destination: "2001:db8::/32", target: { natGateway: main } }',
    ["app"],
  ],
])("from an IPv6-only tier with DNS64: %s", (_, internet, routes, expected) => {
  const rest = `  natGateways: { main: { subnet: hub } }\n  routes: { app: { ${routes} } }`;
  expect(cutOff(app(internet), rest)).toEqual(expected);
});

test.each([
  [
    "its tier has no route but to itself",
    "",
    "self: { destination: 0.0.0.0/0, target: { natGateway: inner } }",
  ],
  ["its tier has IPv6 routes only", "", `six: { destination: "2001:db8::/32", ${TRANSIT} }`],
  [
    "its tier has no place in the plan, and so no route table",
    ", slot: 5000",
    "all: { destination: 0.0.0.0/0, target: { natGateway: each } }",
  ],
])("a private NAT gateway leads nowhere where %s", (_, slot, routes) => {
  const subnets = `
    app: { addressing: ipv6-only, internet: none, nat64: true, natGateway: inner, slot: 0 }
    hub: { addressing: dual-stack, internet: none${slot} }`;
  const gateways =
    "  natGateways: { each: { subnet: app, perZone: true }, inner: { subnet: hub, connectivityType: private } }";
  expect(cutOff(subnets, `${gateways}\n  routes: { hub: { ${routes} } }`)).toContain("app");
});
