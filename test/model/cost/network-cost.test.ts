import { describe, expect, it } from "vitest";
import { costOf } from "../../../src/model/cost/network-cost.ts";
import { networkFrom } from "../../support/network.ts";

interface Parts {
  readonly region?: string;
  readonly zones?: string;
  readonly app?: string;
  readonly network?: readonly string[];
  readonly rest?: readonly string[];
}

/** A network with a public tier and one behind it. */
function networkOf({ region = "us-east-1", zones = "[a, b]", app, network = [], rest = [] }: Parts) {
  return networkFrom(
    [
      "apiVersion: hextet/v1",
      "name: shop",
      `region: ${region}`,
      "network:",
      "  vpc: { ipv4Cidr: 10.20.0.0/16 }",
      `  availabilityZones: ${zones}`,
      "  subnets:",
      "    public: { addressing: dual-stack, internet: public, slot: 0 }",
      `    app: { ${app ?? "addressing: dual-stack, internet: none"}, slot: 1 }`,
      "  securityGroups: { endpoints: {} }",
      ...network.map((line) => `  ${line}`),
      ...rest,
    ].join("\n"),
  );
}

const NAT64 = "addressing: ipv6-only, internet: egress-only, nat64: true, natGateway: main";
const linesOf = (parts: Parts, natGb = 100) =>
  costOf(networkOf(parts), natGb).items.map(
    ({ charge, of, count, dollarsAMonth }) => `${charge} of ${of}: ${count}, ${dollarsAMonth}`,
  );

describe("the bill", () => {
  it.each<[string, Parts, readonly string[]]>([
    ["nothing", {}, []],
    [
      "a NAT gateway in each zone",
      { app: NAT64, network: ["natGateways: { main: { subnet: public, perZone: true } }"] },
      [
        "nat-gateway-hour of nat-gateways: 2, 64.8",
        "public-ipv4-hour of nat-gateways: 2, 7.2",
        "nat-gateway-gb of nat-gateways: 100, 4.5",
      ],
    ],
    [
      "one NAT gateway for two zones: half of the data crosses",
      { app: NAT64, network: ["natGateways: { main: { subnet: public } }"] },
      [
        "nat-gateway-hour of nat-gateways: 1, 32.4",
        "public-ipv4-hour of nat-gateways: 1, 3.6",
        "nat-gateway-gb of nat-gateways: 100, 4.5",
        "cross-zone-gb of nat-gateways: 50, 1",
      ],
    ],
    [
      "a private NAT gateway has no address",
      {
        app: "addressing: ipv6-only, internet: none, nat64: true, natGateway: main",
        zones: "[a]",
        network: ["natGateways: { main: { subnet: public, connectivityType: private } }"],
      },
      ["nat-gateway-hour of nat-gateways: 1, 32.4", "nat-gateway-gb of nat-gateways: 100, 4.5"],
    ],
    [
      "endpoints: interfaces by zone, gateways for nothing",
      {
        network: [
          "vpcEndpoints:",
          "  s3: { service: s3, type: { gateway: { routeTables: [app] } } }",
          "  logs: { service: logs, type: { interface: { subnets: [app], securityGroups: [endpoints] } } }",
        ],
      },
      ["interface-endpoint-hour of vpc-endpoints: 2, 14.4"],
    ],
    [
      "an attachment to a transit gateway, whatever its subnets",
      {
        network: [
          "transitGatewayAttachments: { hub: { transitGateway: { id: tgw-0123456789abcdef0 }, subnets: [app] } }",
        ],
      },
      ["transit-gateway-attachment-hour of transit-gateway-attachments: 1, 36"],
    ],
    [
      "an endpoint of a Network Firewall in each zone, whose price is not known here",
      { network: ["networkFirewalls: { main: { subnets: public } }"] },
      ["network-firewall-endpoint-hour of network-firewalls: 2, null"],
    ],
    [
      "balancers with and without public addresses",
      {
        rest: [
          "loadBalancers:",
          "  inner: { type: application, scheme: internal, ipAddressType: dualstack, subnets: [app], listeners: {} }",
          "  new: { type: application, ipAddressType: dualstack-without-public-ipv4, subnets: [public], listeners: {} }",
          "  web: { type: application, ipAddressType: dualstack, subnets: [public], listeners: {} }",
        ],
      },
      ["public-ipv4-hour of load-balancers: 2, 7.2"],
    ],
    [
      "instances with an Elastic IP, and one whose subnet gives it an address",
      {
        rest: [
          "compute:",
          "  instances:",
          "    fixed: { instanceType: t4g.small, subnet: public, elasticIp: true }",
          "    given: { instanceType: t4g.small, subnet: public, associatePublicIpAddress: true }",
          "    none: { instanceType: t4g.small, subnet: app }",
        ],
      },
      ["public-ipv4-hour of instances: 2, 7.2"],
    ],
  ])("of %s", (_, parts, expected) => {
    expect(linesOf(parts)).toEqual(expected);
  });

  it("has no data line where no data is assumed", () => {
    const parts = { app: NAT64, network: ["natGateways: { main: { subnet: public } }"] };
    expect(linesOf(parts, 0)).toHaveLength(2);
    expect(costOf(networkOf(parts), 0).total).toEqual({ dollars: 36, isComplete: true });
  });

  it("never takes the price of another region: a sum says that it is not whole", () => {
    const parts = {
      region: "cn-north-1",
      app: NAT64,
      network: ["natGateways: { main: { subnet: public } }"],
    };
    const { items, total } = costOf(networkOf(parts), 100);
    expect(items.map(({ price, dollarsAMonth }) => price ?? dollarsAMonth)).toEqual([null, null, null, null]);
    expect(total).toEqual({ dollars: 0, isComplete: false });
  });
});

describe("what IPv6 saves", () => {
  const nat = ["natGateways: { main: { subnet: public, perZone: true } }"];

  it("is the data, then the gateways, and the addresses of balancers and hosts that can do without", () => {
    const cost = costOf(
      networkOf({
        app: NAT64,
        network: nat,
        rest: [
          "loadBalancers:",
          "  edge: { type: network, ipAddressType: dualstack, subnets: [public], listeners: {} }",
          "  web: { type: application, ipAddressType: dualstack, subnets: [public], listeners: {} }",
          "compute: { instances: { bastion: { instanceType: t4g.small, subnet: public, elasticIp: true } } }",
        ],
      }),
      200,
    );
    expect(cost.savings.map(({ way, names, sum }) => [way, names, sum.dollars])).toEqual([
      ["nat-data", ["main"], 9],
      ["nat-gateways", ["main"], 72],
      ["load-balancer-addresses", ["web"], 7.2],
      ["instance-addresses", ["bastion"], 3.6],
    ]);
    // The network load balancer keeps its addresses.
    expect([cost.total.dollars, cost.withIpv6.dollars]).toEqual([99, 7.2]);
  });

  it("parts the addresses of hosts that translate from those of others, which IPv6 spares at once", () => {
    const instances = {
      relay: "sourceDestCheck: false, guest: { nat64: true }",
      bastion: "sourceDestCheck: true",
    };
    const lines = Object.entries(instances).map(
      ([name, more]) =>
        `    ${name}: { subnet: public, zone: a, instanceType: t4g.nano, os: ubuntu-24.04, elasticIp: true, ${more}, securityGroups: [endpoints] }`,
    );
    const app = "addressing: ipv6-only, internet: egress-only, nat64: true, nat64Instances: [relay]";
    const cost = costOf(networkOf({ app, rest: ["compute:", "  instances:", ...lines] }), 100);
    expect(cost.savings.map(({ way, names, sum }) => [way, names, sum.dollars])).toEqual([
      ["instance-addresses", ["bastion"], 3.6],
      ["nat64-instances", ["relay"], 3.6],
    ]);
  });

  it("is nothing of a private NAT gateway, of which nobody knows what lies behind", () => {
    const parts = {
      app: "addressing: ipv6-only, internet: none, nat64: true, natGateway: main",
      network: ["natGateways: { main: { subnet: public, perZone: true, connectivityType: private } }"],
    };
    expect(costOf(networkOf(parts), 100).savings).toEqual([]);
  });

  it("names the tiers that lack ::/0", () => {
    const parts = { app: "addressing: ipv4-only, internet: egress-only, natGateway: main", network: nat };
    expect(costOf(networkOf(parts), 100).savings[0]?.tiers).toEqual(["app"]);
    expect(costOf(networkOf({ app: NAT64, network: nat }), 100).savings[0]?.tiers).toEqual([]);
  });
});

describe("where it breaks even", () => {
  const parts = {
    app: "addressing: dual-stack, internet: egress-only, natGateway: main",
    network: [
      "natGateways: { main: { subnet: public, perZone: true } }",
      "vpcEndpoints:",
      "  logs: { service: logs, type: { interface: { subnets: [app], securityGroups: [endpoints] } } }",
      "  ssm: { service: ssm, type: { interface: { subnets: [app], securityGroups: [endpoints] } } }",
    ],
  };

  it("is computed from the prices, to the GB", () => {
    // 2 gateways and 2 addresses: $72. One address: $3.60. Endpoint in 2 zones: $14.40, each GB $0.035 less than NAT.
    expect(costOf(networkOf(parts), 0).breakEvens).toEqual([
      { kind: "nat-data-equals-nat-gateways", gb: 1600 },
      { kind: "nat-equals-addresses", hosts: 20, gbForEachHost: 80 },
      { kind: "endpoint-equals-nat", names: ["logs", "ssm"], zones: 2, gb: 411.428571 },
    ]);
  });

  it("both sides cost the same there", () => {
    const [data] = costOf(networkOf(parts), 0).breakEvens;
    if (data?.kind !== "nat-data-equals-nat-gateways") expect.fail("no break-even of data");
    const amounts = costOf(networkOf(parts), data.gb).items.map(({ dollarsAMonth }) => dollarsAMonth);
    expect(amounts[2]).toBe((amounts[0] ?? 0) + (amounts[1] ?? 0));
  });

  it("is not said where a price is not known, or nothing is to be compared", () => {
    expect(costOf(networkOf({ ...parts, region: "eu-central-1" }), 0).breakEvens).toEqual([]);
    expect(costOf(networkOf({}), 0).breakEvens).toEqual([]);
  });
});

describe("the share of subnets that use a NAT gateway of another zone", () => {
  const nat = (text: string) => ({
    zones: "[a, b, c]",
    app: NAT64,
    network: [`natGateways: { main: ${text} }`],
  });

  it.each([
    ["one for three zones", nat("{ subnet: public }"), 2 / 3],
    ["one in each zone", nat("{ subnet: public, perZone: true }"), 0],
    ["none", {}, 0],
  ])("%s", (_, parts, share) => {
    const items = costOf(networkOf(parts), 1).items.filter(({ charge }) => charge === "cross-zone-gb");
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(share, 10);
  });
});

it("what comes and goes is named, not counted", () => {
  const network = networkOf({
    rest: [
      "compute:",
      "  autoScalingGroups:",
      "    inner: { subnets: [app], instanceType: t4g.small, minSize: 1, maxSize: 3 }",
      "    web: { subnets: [public], instanceType: t4g.small, associatePublicIpAddress: true, minSize: 1, maxSize: 3 }",
    ],
  });
  expect(costOf(network, 0).uncounted).toEqual([{ what: "hosts-of-groups", names: ["web"] }]);
});
