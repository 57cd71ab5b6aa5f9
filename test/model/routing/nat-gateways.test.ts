import { expect, it, describe as suite, test } from "vitest";
import { describe, networkFrom, tryNetworkFrom } from "../../support/network.ts";

const blueprint = (gateway: string, more = "") => `
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, natGateway: main, slot: 0 }
    public: { addressing: dual-stack, internet: public, slot: 1 }
  natGateways: { main: ${gateway} }
${more}`;

const found = (gateway: string, more?: string) =>
  tryNetworkFrom(blueprint(gateway, more)).diagnostics.map(describe);

suite("a NAT gateway is zonal or regional", () => {
  test.each([
    [
      "{}",
      'at network.natGateways.main: NAT gateway "main" is zonal and names no tier to stand in (write subnet, or availabilityMode: regional)',
    ],
    [
      "{ subnet: public, availabilityZoneAddress: { a: { allocationIds: [eipalloc-01] } } }",
      'at network.natGateways.main.availabilityZoneAddress: availabilityZoneAddress is for regional NAT gateways, and "main" is zonal (remove it, or write availabilityMode: regional)',
    ],
    [
      "{ subnet: public, connectivityType: private, allocationIds: { a: eipalloc-01 } }",
      'at network.natGateways.main.allocationIds.a: NAT gateway "main" is private, and a private one has no Elastic IP (remove it, or write connectivityType: public)',
    ],
    [
      "{ availabilityMode: regional, allocationIds: { a: eipalloc-01 } }",
      'at network.natGateways.main.allocationIds: allocationIds is for zonal NAT gateways, and "main" is regional (remove it, or write availabilityMode: zonal)',
    ],
    ...[
      ["subnet", "public"],
      ["zone", "a"],
      ["perZone", "true"],
      ["connectivityType", "private"],
    ].map(([key, value]) => [
      `{ availabilityMode: regional, ${key}: ${value} }`,
      `at network.natGateways.main.${key}: ${key} is for zonal NAT gateways, and "main" is regional (remove it, or write availabilityMode: zonal)`,
    ]),
  ])("%s is refused", (gateway, message) => {
    expect(found(`${gateway}`).filter((line) => line.startsWith("model/nat-gateway-mode"))).toEqual([
      `model/nat-gateway-mode ${message}`,
    ]);
  });

  it("a regional one has addresses in zones of the blueprint", () => {
    const zones = "{ c: { allocationIds: [eipalloc-01] }, b: { allocationIds: [eipalloc-02] } }";
    expect(found(`{ availabilityMode: regional, availabilityZoneAddress: ${zones} }`)).toEqual([
      expect.stringMatching(
        /^model\/\S+ at network\.natGateways\.main\.availabilityZoneAddress\.c: unknown availability zone/,
      ),
    ]);
  });

  it("a regional one stands nowhere, and serves all zones by one route table", () => {
    const { natGateways, routeTables, internetGateway } = networkFrom(
      blueprint("{ availabilityMode: regional }"),
    );
    expect(natGateways).toMatchObject([
      {
        name: "main",
        tier: null,
        connectivityType: "public",
        gateways: [{ id: "main", awsName: "main", displayName: "sample-main", place: null }],
        zoneAddresses: [],
      },
    ]);
    expect(routeTables.filter(({ tier }) => tier === "app").map(({ id }) => id)).toEqual(["app"]);
    expect(internetGateway).toBe(true);
  });

  it("an output of public addresses is for a zonal one", () => {
    const output = "outputs: { addresses: { value: { natGatewayPublicIps: main } } }\n";
    expect(found("{ subnet: public }", output)).toEqual([]);
    expect(found("{ availabilityMode: regional }", output)).toEqual([
      expect.stringContaining(
        "NAT gateway main is regional: it has no zone, and its addresses are AWS's to choose",
      ),
    ]);
  });
});
