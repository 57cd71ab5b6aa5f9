import { expect, it } from "vitest";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { understood } from "../../support/topology-differences.ts";

type Values = Readonly<Record<string, unknown>>;
type Resource = readonly [type: string, name: string, values: Values];

function stateOf(...made: readonly Resource[]): Topology {
  const resources = made.map(([type, name, values]) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    values: { id: name, ...values },
  }));
  return understood({ format_version: "1.0", values: { root_module: { resources } } });
}

const VPC: Resource = ["aws_vpc", "vpc-1", { cidr_block: "10.0.0.0/16" }];
const SUBNET: Resource = [
  "aws_subnet",
  "subnet-1",
  { vpc_id: "vpc-1", cidr_block: "10.0.0.0/24", availability_zone: "eu-west-1a" },
];
const peering = (more: Values): Resource => [
  "aws_vpc_peering_connection",
  "pcx-1",
  { vpc_id: "vpc-1", peer_vpc_id: "vpc-9", accept_status: "active", ...more },
];

it.each([
  [
    { peer_region: "us-east-1", peer_owner_id: "123456789012" },
    "in us-east-1 of account 123456789012",
    "yes",
  ],
  [{ peer_region: "eu-west-1", peer_owner_id: "123456789012" }, "of account 123456789012", "no"],
  [{}, null, "unknown"],
])("the other side of a peering connection with %j", (more, where, crossesRegions) => {
  const { gateways } = stateOf(VPC, SUBNET, peering(more));
  expect(gateways).toMatchObject([
    {
      id: "aws_vpc_peering_connection.pcx-1",
      crossesRegions,
      sides: [
        { vpc: "aws_vpc.vpc-1", isKnown: true, where: null },
        { vpc: "vpc-9", isKnown: false, where },
      ],
    },
  ]);
});

it("the region of an accepter is its own, and tells nothing of the other side", () => {
  const accepter: Resource = [
    "aws_vpc_peering_connection_accepter",
    "pcx-1",
    {
      vpc_peering_connection_id: "pcx-1",
      vpc_id: "vpc-1",
      peer_vpc_id: "vpc-9",
      peer_region: "eu-west-1",
      peer_owner_id: "123456789012",
    },
  ];
  expect(stateOf(VPC, SUBNET, accepter).gateways).toMatchObject([{ crossesRegions: "unknown" }]);
});

const TRANSIT: readonly Resource[] = [
  ["aws_ec2_transit_gateway", "tgw-1", {}],
  ["aws_ec2_transit_gateway_route_table", "tgw-rtb-1", { transit_gateway_id: "tgw-1" }],
];
const route = (attachment: string): Resource => [
  "aws_ec2_transit_gateway_route",
  "r",
  {
    destination_cidr_block: "10.9.0.0/16",
    transit_gateway_attachment_id: attachment,
    transit_gateway_route_table_id: "tgw-rtb-1",
  },
];

it("a route to another transit gateway names its peering, whichever side asked for it", () => {
  const asked: Resource = [
    "aws_ec2_transit_gateway_peering_attachment",
    "tgw-attach-9",
    {
      transit_gateway_id: "tgw-1",
      peer_transit_gateway_id: "tgw-9",
      peer_region: "us-east-1",
      peer_account_id: "123456789012",
    },
  ];
  const accepted: Resource = [
    "aws_ec2_transit_gateway_peering_attachment_accepter",
    "a",
    {
      transit_gateway_attachment_id: "tgw-attach-9",
      transit_gateway_id: "tgw-1",
      peer_transit_gateway_id: "tgw-9",
    },
  ];
  const id = "aws_ec2_transit_gateway_peering_attachment.tgw-attach-9";
  for (const [side, target, to] of [
    [asked, id, "tgw-9 in us-east-1 of account 123456789012"],
    [accepted, "tgw-attach-9", "tgw-9"],
  ] as const) {
    const { gateways, leftOut } = stateOf(...TRANSIT, side, route("tgw-attach-9"));
    expect(leftOut).toEqual([]);
    expect(gateways).toMatchObject([
      { peerings: [{ id: target, to }], tables: [{}, { routes: [{ target }] }] },
    ]);
  }
});

it("a prefix list in a transit gateway's table leaves that table out, and not all", () => {
  const { leftOut } = stateOf(...TRANSIT, [
    "aws_ec2_transit_gateway_prefix_list_reference",
    "p",
    { prefix_list_id: "pl-1", transit_gateway_route_table_id: "tgw-rtb-1" },
  ]);
  expect(leftOut).toMatchObject([{ touches: ["aws_ec2_transit_gateway_route_table.tgw-rtb-1"] }]);
});

it("types of other providers are listed, with their number, and change no answer", () => {
  const { leftOut } = stateOf(
    VPC,
    ["google_compute_network", "a", {}],
    ["google_compute_network", "b", {}],
    ["helm_release", "c", { set: "vpc-1" }],
    ["random_password", "d", {}],
  );
  expect(leftOut).toEqual([
    {
      place: { kind: "terraform", address: "google_compute_network.a" },
      why: "2 resources of type google_compute_network, which is not of AWS: what they make in AWS, if anything, is not followed",
      touches: ["google_compute_network.a", "google_compute_network.b"],
    },
    {
      place: { kind: "terraform", address: "helm_release.c" },
      why: "1 resource of type helm_release, which is not of AWS: what they make in AWS, if anything, is not followed",
      touches: ["helm_release.c"],
    },
  ]);
});
