import { expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { readQuery } from "../../../src/reach/ends/read-query.ts";
import { topologyOfPlans } from "../../../src/reach/from-terraform/topology-of-plan.ts";
import { indexTopology } from "../../../src/reach/walk/index-topology.ts";
import { traceIn } from "../../../src/reach/walk/trace-query.ts";

type Made = readonly [type: string, id: string, values: Readonly<Record<string, unknown>>];

function state(...made: readonly Made[]): unknown {
  const resources = made.map(([type, id, values]) => ({
    address: `${type}.${id}`,
    mode: "managed",
    type,
    name: id,
    values: { id, ...values },
  }));
  return { format_version: "1.0", values: { root_module: { resources } } };
}

/** A VPC with one host, attached to a transit gateway whose default table it belongs to. */
function vpc(number: number): readonly Made[] {
  const [vpcId, subnet, table, group] = ["vpc", "subnet", "rtb", "sg"].map((kind) => `${kind}-${number}`);
  return [
    ["aws_vpc", `vpc-${number}`, { cidr_block: `10.${number}.0.0/16`, default_route_table_id: table }],
    [
      "aws_subnet",
      `subnet-${number}`,
      { vpc_id: vpcId, cidr_block: `10.${number}.0.0/24`, availability_zone: "eu-west-1a" },
    ],
    [
      "aws_route",
      `r-${number}`,
      { route_table_id: table, destination_cidr_block: "10.0.0.0/8", transit_gateway_id: "tgw-1" },
    ],
    [
      "aws_ec2_transit_gateway_vpc_attachment",
      `tgw-attach-${number}`,
      { transit_gateway_id: "tgw-1", vpc_id: vpcId, subnet_ids: [subnet], ipv6_support: "disable" },
    ],
    ["aws_security_group", `sg-${number}`, { vpc_id: vpcId }],
    [
      "aws_vpc_security_group_ingress_rule",
      `sgr-in-${number}`,
      { security_group_id: group, ip_protocol: "tcp", from_port: 80, to_port: 80, cidr_ipv4: "10.0.0.0/8" },
    ],
    [
      "aws_vpc_security_group_egress_rule",
      `sgr-out-${number}`,
      { security_group_id: group, ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" },
    ],
    [
      "aws_instance",
      `i-${number}`,
      {
        subnet_id: subnet,
        private_ip: `10.${number}.0.9`,
        vpc_security_group_ids: [group],
        ipv6_addresses: [],
      },
    ],
  ];
}

const GATEWAY: Made = [
  "aws_ec2_transit_gateway",
  "tgw-1",
  { default_route_table_association: "enable", default_route_table_propagation: "enable" },
];

function ask(plans: Parameters<typeof topologyOfPlans>[0], from: string, to: string) {
  const { topology } = topologyOfPlans(plans);
  if (topology === null) throw new Error("no topology");
  const index = indexTopology(topology, destinations);
  const read = readQuery(topology, from, to);
  if (read.kind === "unknown") throw new Error(`${read.message}: ${read.hint}`);
  return traceIn(index, read.query).verdict;
}

const HUB = { name: "hub", json: state(GATEWAY, ...vpc(1)) };
const SPOKE = { name: "spoke", json: state(...vpc(2)) };

it("two states are joined by AWS's ids, and each is a module of its name", () => {
  const { topology } = topologyOfPlans([HUB, SPOKE]);
  expect(topology?.vpcs.map(({ id }) => id)).toEqual([
    "module.hub.aws_vpc.vpc-1",
    "module.spoke.aws_vpc.vpc-2",
  ]);
  const from = "module.spoke.aws_instance.i-2";
  expect(ask([HUB, SPOKE], from, "module.hub.aws_instance.i-1:80")).toBe("reaches");
  expect(ask([HUB, SPOKE], from, "module.hub.aws_instance.i-1:22")).toBe("blocked");
});

it("alone the spoke does not know what lies behind the gateway", () => {
  expect(ask([SPOKE], "module.spoke.aws_instance.i-2", "10.1.0.9:80")).toBe("unknown");
});

it("of several the one that is no plan is named", () => {
  expect(topologyOfPlans([HUB, { name: "other", json: {} }])).toMatchObject({ topology: null, of: "other" });
});
