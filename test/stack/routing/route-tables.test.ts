// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { RouteTarget } from "../../../src/model/types/routing.ts";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { sampleNatGateway, sampleRouteTable } from "../../support/whole-network.ts";

const PUBLIC = sampleTier("public");

function stackWith(destination: string, target: RouteTarget) {
  const json = stackJson(
    sampleNetwork({
      tiers: [PUBLIC],
      internetGateway: true,
      egressOnlyInternetGateway: true,
      natGateways: [sampleNatGateway()],
      routeTables: [sampleRouteTable(PUBLIC, { out: [destination, target] })],
    }),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const IPV6_TARGETS: readonly (readonly [RouteTarget, Record<string, string>])[] = [
  [{ kind: "internet-gateway" }, { gateway_id: "${aws_internet_gateway.main.id}" }],
  [
    { kind: "egress-only-internet-gateway" },
    { egress_only_gateway_id: "${aws_egress_only_internet_gateway.main.id}" },
  ],
  [{ kind: "nat-gateway", name: "nat", gateway: "nat_b" }, { nat_gateway_id: "${aws_nat_gateway.nat_b.id}" }],
  [{ kind: "transit-gateway", id: "tgw-1" }, { transit_gateway_id: "tgw-1" }],
  [{ kind: "vpc-peering-connection", id: "pcx-1" }, { vpc_peering_connection_id: "pcx-1" }],
  [{ kind: "network-interface", id: "eni-1" }, { network_interface_id: "eni-1" }],
  [{ kind: "virtual-private-gateway", id: "vgw-1" }, { gateway_id: "vgw-1" }],
];

describe("routes", () => {
  test.each(IPV6_TARGETS.map(([target, expected]) => ({ target, expected })))(
    "to $target.kind",
    ({ target, expected }) => {
      expect(resourceIn(stackWith("2001:DB8::/32", target), "aws_route.public_out")).toEqual({
        route_table_id: "${aws_route_table.public.id}",
        destination_ipv6_cidr_block: "2001:db8::/32",
        ...expected,
      });
    },
  );

  test("of IPv4 have their own argument", () => {
    expect(resourceIn(stackWith("0.0.0.0/0", { kind: "internet-gateway" }), "aws_route.public_out")).toEqual({
      route_table_id: "${aws_route_table.public.id}",
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: "${aws_internet_gateway.main.id}",
    });
  });
});

/** A subnet comes to its table when the routes are there. */
function association(subnet: string) {
  return {
    route_table_id: "${aws_route_table.public.id}",
    subnet_id: `\${aws_subnet.${subnet}.id}`,
    depends_on: ["aws_route.public_out"],
  };
}

test("a route table is associated with each subnet, under the subnet's name", () => {
  const json = stackWith("::/0", { kind: "internet-gateway" });
  expect(resourceIn(json, "aws_route_table.public")).toEqual({
    vpc_id: "${aws_vpc.main.id}",
    lifecycle: { create_before_destroy: true },
    tags: { Name: "sample-public" },
  });
  expect(at(json, "resource", "aws_route_table_association")).toEqual({
    public_a: association("public_a"),
    public_b: association("public_b"),
  });
});
