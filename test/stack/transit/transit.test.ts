// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { knownCidr } from "../../../src/model/addressing/cidr.ts";
import type { RouteTarget } from "../../../src/model/types/routing.ts";
import type {
  PeeringSide,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTarget,
  TransitGatewayTableReference,
} from "../../../src/model/types/transit.ts";
import { at } from "../../support/json.ts";
import { tierName } from "../../support/names.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";
import { sampleRouteTable } from "../../support/whole-network.ts";

const APP = sampleTier("app");

const RETURN_ROUTES = (["ipv4", "ipv6"] as const).map((family) => ({
  id: `link_rtb-0a_main_${family}`,
  routeTableId: "rtb-0a",
  family,
  block: "main",
}));

function peering(side: PeeringSide) {
  const path = ["network", "vpcPeeringConnections", "link"];
  return [{ name: "link", path, displayName: "sample-link", side, returnRoutes: RETURN_ROUTES, tags: {} }];
}

function attachment(overrides: Partial<TransitGatewayAttachment>): readonly TransitGatewayAttachment[] {
  return [
    {
      name: "link",
      path: ["network", "transitGatewayAttachments", "link"],
      displayName: "sample-link",
      gateway: { kind: "id", id: "tgw-0a" },
      tiers: [tierName("app")],
      subnets: ["app_a", "app_b"],
      ipv6Support: "enable",
      dnsSupport: "enable",
      applianceModeSupport: "disable",
      securityGroupReferencingSupport: "enable",
      association: { kind: "default" },
      propagations: [],
      defaultRouteTablePropagation: true,
      returnRoutes: RETURN_ROUTES,
      tags: { team: "net" },
      ...overrides,
    },
  ];
}

function stackWith(target: RouteTarget, links: Parameters<typeof sampleNetwork>[0]) {
  const routeTables = [sampleRouteTable(APP, { out: ["2001:db8::/32", target] })];
  const json = stackJson(sampleNetwork({ tiers: [APP], routeTables, ...links }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const CREATE = {
  kind: "create",
  amazonSideAsn: null,
  autoAcceptSharedAttachments: false,
  defaultRouteTableAssociation: "enable",
  defaultRouteTablePropagation: "enable",
  securityGroupReferencingSupport: "disable",
} as const;

const REQUEST: PeeringSide = {
  kind: "request",
  peerVpcId: "vpc-0a",
  peerRegion: null,
  peerOwnerId: null,
  autoAccept: true,
};

describe("a VPC peering connection", () => {
  const target: RouteTarget = { kind: "own-vpc-peering-connection", name: "link" };

  test("is asked for, with routes there and back in both families", () => {
    const json = stackWith(target, { vpcPeeringConnections: peering(REQUEST) });
    expect(resourceIn(json, "aws_vpc_peering_connection.link")).toEqual({
      auto_accept: true,
      peer_vpc_id: "vpc-0a",
      tags: { Name: "sample-link" },
      vpc_id: "${aws_vpc.main.id}",
    });
    const vpc_peering_connection_id = "${aws_vpc_peering_connection.link.id}";
    expect(at(json, "resource", "aws_route")).toEqual({
      app_out: {
        destination_ipv6_cidr_block: "2001:db8::/32",
        route_table_id: "${aws_route_table.app.id}",
        vpc_peering_connection_id,
      },
      "link_rtb-0a_main_ipv4": {
        destination_cidr_block: "${aws_vpc.main.cidr_block}",
        route_table_id: "rtb-0a",
        vpc_peering_connection_id,
      },
      "link_rtb-0a_main_ipv6": {
        destination_ipv6_cidr_block: "${aws_vpc.main.ipv6_cidr_block}",
        route_table_id: "rtb-0a",
        vpc_peering_connection_id,
      },
    });
  });

  test("to another account and region waits to be accepted there", () => {
    const side = { ...REQUEST, peerRegion: "eu-central-1", peerOwnerId: "123456789012", autoAccept: false };
    const json = stackWith(target, { vpcPeeringConnections: peering(side) });
    expect(resourceIn(json, "aws_vpc_peering_connection.link")).toMatchObject({
      auto_accept: false,
      peer_owner_id: "123456789012",
      peer_region: "eu-central-1",
    });
  });

  test("that the far side asked for is accepted", () => {
    const json = stackWith(target, {
      vpcPeeringConnections: peering({ kind: "accept", connectionId: "pcx-0a" }),
    });
    expect(resourceIn(json, "aws_vpc_peering_connection_accepter.link")).toEqual({
      auto_accept: true,
      tags: { Name: "sample-link" },
      vpc_peering_connection_id: "pcx-0a",
    });
    expect(resourceIn(json, "aws_route.app_out")["vpc_peering_connection_id"]).toBe(
      "${aws_vpc_peering_connection_accepter.link.id}",
    );
  });
});

describe("a transit gateway attachment", () => {
  const target: RouteTarget = { kind: "transit-gateway-attachment", name: "link" };

  test("to a gateway made here carries IPv6, and routes wait for it", () => {
    const gateway = { ...CREATE, amazonSideAsn: 64513 };
    const json = stackWith(target, { transitGatewayAttachments: attachment({ gateway }) });
    expect(resourceIn(json, "aws_ec2_transit_gateway.link")).toEqual({
      amazon_side_asn: 64513,
      auto_accept_shared_attachments: "disable",
      default_route_table_association: "enable",
      default_route_table_propagation: "enable",
      security_group_referencing_support: "disable",
      tags: { Name: "sample-link", team: "net" },
    });
    const transit_gateway_id = "${aws_ec2_transit_gateway.link.id}";
    expect(resourceIn(json, "aws_ec2_transit_gateway_vpc_attachment.link")).toEqual({
      appliance_mode_support: "disable",
      dns_support: "enable",
      ipv6_support: "enable",
      security_group_referencing_support: "enable",
      subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
      tags: { Name: "sample-link", team: "net" },
      transit_gateway_id,
      vpc_id: "${aws_vpc.main.id}",
    });
    const depends_on = ["aws_ec2_transit_gateway_vpc_attachment.link"];
    expect(resourceIn(json, "aws_route.app_out")).toEqual({
      depends_on,
      destination_ipv6_cidr_block: "2001:db8::/32",
      route_table_id: "${aws_route_table.app.id}",
      transit_gateway_id,
    });
    expect(resourceIn(json, "aws_route.link_rtb-0a_main_ipv6")).toEqual({
      depends_on,
      destination_ipv6_cidr_block: "${aws_vpc.main.ipv6_cidr_block}",
      route_table_id: "rtb-0a",
      transit_gateway_id,
    });
  });

  test("and a peering connection are shown by their ids", () => {
    const show = (kind: "transitGatewayId" | "vpcPeeringConnectionId") => ({
      name: kind === "transitGatewayId" ? "gateway" : "peering",
      path: ["outputs", kind],
      description: null,
      sensitive: false,
      value: { kind, name: "link" },
    });
    const json = stackWith(target, {
      vpcPeeringConnections: peering(REQUEST).map((connection) => ({ ...connection, returnRoutes: [] })),
      transitGatewayAttachments: attachment({ returnRoutes: [] }),
      outputs: [show("transitGatewayId"), show("vpcPeeringConnectionId")],
    });
    expect(at(json, "output")).toEqual({
      gateway: { value: "tgw-0a" },
      peering: { value: "${aws_vpc_peering_connection.link.id}" },
    });
  });

  test("to a gateway made elsewhere names its id", () => {
    const json = stackWith(target, { transitGatewayAttachments: attachment({ ipv6Support: "disable" }) });
    expect(addressesIn(json)).not.toContain("aws_ec2_transit_gateway.link");
    expect(resourceIn(json, "aws_ec2_transit_gateway_vpc_attachment.link")).toMatchObject({
      ipv6_support: "disable",
      transit_gateway_id: "tgw-0a",
    });
    expect(resourceIn(json, "aws_route.app_out")["transit_gateway_id"]).toBe("tgw-0a");
  });
});

describe("a route table of a transit gateway", () => {
  const path = ["network", "transitGatewayRouteTables", "spokes"];
  const route = (name: string, text: string, target: TransitGatewayRouteTarget): TransitGatewayRoute => ({
    id: `spokes_${name}`,
    name,
    path: [...path, "routes", name],
    destination: knownCidr(text),
    target,
  });
  const spokes = {
    name: "spokes",
    path,
    displayName: "sample-spokes",
    transitGateway: "link",
    routes: [
      route("all", "0.0.0.0/0", { kind: "attachment", name: "link" }),
      route("far", "2001:db8:9::/48", { kind: "attachment-id", id: "tgw-attach-0c" }),
      route("partner", "10.9.0.0/16", { kind: "foreign-attachment", name: "partner" }),
      route("private", "10.0.0.0/8", { kind: "blackhole" }),
    ],
    tags: { team: "net" },
  };
  const own = { kind: "own", name: "spokes" } as const;
  const learns = (attachment: string, name: string, table: TransitGatewayTableReference) => ({
    id: `${attachment}_${name}`,
    name,
    path,
    table,
  });

  test("has its static routes, and attachments belong to it and tell it their blocks", () => {
    const json = stackWith(
      { kind: "transit-gateway-attachment", name: "link" },
      {
        transitGatewayAttachments: attachment({
          gateway: { ...CREATE, defaultRouteTableAssociation: "disable" },
          association: { kind: "table", table: own },
          propagations: [learns("link", "far", { kind: "id", id: "tgw-rtb-0b" })],
          defaultRouteTablePropagation: false,
        }),
        transitGatewayRouteTables: [spokes],
        foreignTransitGatewayAttachments: [
          {
            name: "partner",
            path,
            attachmentId: "tgw-attach-0b",
            transitGateway: "link",
            association: own,
            propagations: [learns("partner", "spokes", own)],
            acceptance: null,
          },
        ],
      },
    );
    const table = "${aws_ec2_transit_gateway_route_table.spokes.id}";
    const link = "${aws_ec2_transit_gateway_vpc_attachment.link.id}";
    const of = (transit_gateway_attachment_id: string, transit_gateway_route_table_id = table) => ({
      transit_gateway_attachment_id,
      transit_gateway_route_table_id,
    });
    expect(resourceIn(json, "aws_ec2_transit_gateway_route_table.spokes")).toEqual({
      tags: { Name: "sample-spokes", team: "net" },
      transit_gateway_id: "${aws_ec2_transit_gateway.link.id}",
    });
    expect(at(json, "resource", "aws_ec2_transit_gateway_route")).toEqual({
      spokes_all: { ...of(link), destination_cidr_block: "0.0.0.0/0" },
      spokes_far: { ...of("tgw-attach-0c"), destination_cidr_block: "2001:db8:9::/48" },
      spokes_partner: { ...of("tgw-attach-0b"), destination_cidr_block: "10.9.0.0/16" },
      spokes_private: {
        blackhole: true,
        destination_cidr_block: "10.0.0.0/8",
        transit_gateway_route_table_id: table,
      },
    });
    expect(at(json, "resource", "aws_ec2_transit_gateway_route_table_association")).toEqual({
      link: of(link),
      partner: of("tgw-attach-0b"),
    });
    expect(at(json, "resource", "aws_ec2_transit_gateway_route_table_propagation")).toEqual({
      link_far: of(link, "tgw-rtb-0b"),
      partner_spokes: of("tgw-attach-0b"),
    });
    expect(resourceIn(json, "aws_ec2_transit_gateway_vpc_attachment.link")).toMatchObject({
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    });
    // Until it belongs to a table, the gateway drops what comes in.
    expect(resourceIn(json, "aws_route.app_out")["depends_on"]).toEqual([
      "aws_ec2_transit_gateway_vpc_attachment.link",
      "aws_ec2_transit_gateway_route_table_association.link",
      "aws_ec2_transit_gateway_route_table_propagation.link_far",
    ]);
  });
});
