import { describe, expect, it } from "vitest";
import { billOf } from "../../src/change/bill.ts";
import { compareOutputs } from "../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { billNotes } from "../../src/reports/changes/bill-notes.ts";

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const stackOf = (resource: Resources, region: unknown = "eu-west-1") =>
  readStackOutput("shop", JSON.stringify({ provider: { aws: [{ region }] }, resource })) ??
  expect.fail("no stack");

const subnets = {
  aws_subnet: { a: { availability_zone: "eu-west-1a" }, b: { availability_zone: "eu-west-1b" } },
};

it.each<[string, Resources, readonly [number, number, number, number]]>([
  ["nothing", {}, [0, 0, 0, 0]],
  ["two NAT gateways", { aws_nat_gateway: { a: {}, b: { connectivity_type: "private" } } }, [2, 0, 0, 0]],
  [
    "a regional NAT gateway, in each zone",
    { ...subnets, aws_nat_gateway: { main: { availability_mode: "regional" } } },
    [2, 0, 0, 0],
  ],
  [
    "an interface endpoint in two zones, beside a gateway endpoint",
    {
      aws_vpc_endpoint: {
        s3: { vpc_endpoint_type: "Gateway", route_table_ids: ["x"] },
        ssm: { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b"] },
      },
    },
    [0, 2, 0, 0],
  ],
  [
    "an attachment",
    { aws_ec2_transit_gateway_vpc_attachment: { hub: { subnet_ids: ["a", "b"] } } },
    [0, 0, 1, 0],
  ],
  [
    "a firewall in two zones",
    { aws_networkfirewall_firewall: { main: { subnet_mapping: [{ subnet_id: "a" }, { subnet_id: "b" }] } } },
    [0, 0, 0, 2],
  ],
])("the bill of %s", (_, resource, counts) => {
  const [natGateways, interfaceEndpointZones, transitGatewayAttachments, networkFirewallEndpoints] = counts;
  expect(billOf(stackOf(resource))).toEqual({
    natGateways,
    interfaceEndpointZones,
    transitGatewayAttachments,
    networkFirewallEndpoints,
  });
});

describe("what a change does to the bill", () => {
  const notesOf = (before: Resources, after: Resources, region?: unknown) => {
    const [change] = compareOutputs([stackOf(before, region)], [stackOf(after, region)]);
    return change === undefined ? [] : billNotes(change);
  };
  const one = { aws_nat_gateway: { a: {} } };
  const two = { aws_nat_gateway: { a: {}, b: {} } };

  it("is said in dollars of the region", () => {
    expect(notesOf(one, two)).toEqual([
      "NAT gateways: 1 -> 2, $34.56 -> $69.12 a month ($0.048 an hour each; without data)",
    ]);
    expect(notesOf(two, one, "us-east-1")).toEqual([
      "NAT gateways: 2 -> 1, $64.80 -> $32.40 a month ($0.045 an hour each; without data)",
    ]);
  });

  it.each([
    ["cn-north-1", "cn-north-1"],
    [undefined, "this region"],
  ])("is said without dollars where no price is known: %s", (region, where) => {
    const added = { aws_eip: { one: {} }, ...two };
    const stacks = (resource: Resources) => stackOf(resource, region ?? null);
    const [change] = compareOutputs([stacks(one)], [stacks(added)]);
    expect(change === undefined ? [] : billNotes(change)).toEqual([
      `public IPv4 addresses: 0 -> 1 (price in ${where} not known here; hosts of groups and tasks not counted)`,
      `NAT gateways: 1 -> 2 (price in ${where} not known here; without data)`,
    ]);
  });

  it("is nothing where as much is there as before", () => {
    expect(notesOf(one, { aws_nat_gateway: { b: {} } })).toEqual([]);
  });

  it("takes the region of the side that is there", () => {
    const [change] = compareOutputs([], [stackOf(one)]);
    expect(change?.bill).toMatchObject({
      region: "eu-west-1",
      before: { natGateways: 0 },
      after: { natGateways: 1 },
    });
  });

  it("takes no region where providers have several", () => {
    const json = { provider: { aws: [{ region: "eu-west-1" }, { alias: "us", region: "us-east-1" }] } };
    expect(readStackOutput("shop", JSON.stringify(json))?.region).toBeNull();
  });
});
