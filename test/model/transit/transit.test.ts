import { describe, expect, it } from "vitest";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";

const HEAD = `
apiVersion: hextet/v1
name: net
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    additionalIpv6Cidrs: { more: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, slot: 0 }
    transit: { addressing: dual-stack, slot: 1 }
`;

describe("a VPC peering connection", () => {
  it("that is asked for within the account and region is accepted at once", () => {
    const { vpcPeeringConnections } = networkFrom(`${HEAD}
  vpcPeeringConnections:
    near: { side: { request: { peerVpcId: vpc-0a } }, tags: { team: net } }
    far: { side: { request: { peerVpcId: vpc-0b, peerRegion: eu-central-1 } } }
    others: { side: { request: { peerVpcId: vpc-0c, peerOwnerId: "123456789012" } } }
    asked: { side: { accept: { vpcPeeringConnectionId: pcx-0a } } }
`);
    expect(vpcPeeringConnections.map(({ name, side }) => [name, side])).toEqual([
      ["asked", { kind: "accept", connectionId: "pcx-0a" }],
      ["far", request("vpc-0b", "eu-central-1", null, false)],
      ["near", request("vpc-0a", null, null, true)],
      ["others", request("vpc-0c", null, "123456789012", false)],
    ]);
    expect(vpcPeeringConnections[2]).toMatchObject({
      displayName: "net-near",
      path: ["network", "vpcPeeringConnections", "near"],
      returnRoutes: [],
      tags: { team: "net" },
    });
  });

  it("has a way back to each block of the VPC in each route table of the far side", () => {
    const { vpcPeeringConnections } = networkFrom(`${HEAD}
  vpcPeeringConnections:
    near: { side: { request: { peerVpcId: vpc-0a } }, peerRouteTableIds: [rtb-0b, rtb-0a] }
`);
    expect(
      vpcPeeringConnections[0]?.returnRoutes.map(({ id, routeTableId, family, block }) => {
        return [id, routeTableId, family, block];
      }),
    ).toEqual([
      ["near_rtb-0a_main_ipv4", "rtb-0a", "ipv4", "main"],
      ["near_rtb-0a_main_ipv6", "rtb-0a", "ipv6", "main"],
      ["near_rtb-0a_more_ipv6", "rtb-0a", "ipv6", "more"],
      ["near_rtb-0b_main_ipv4", "rtb-0b", "ipv4", "main"],
      ["near_rtb-0b_main_ipv6", "rtb-0b", "ipv6", "main"],
      ["near_rtb-0b_more_ipv6", "rtb-0b", "ipv6", "more"],
    ]);
  });
});

function request(
  peerVpcId: string,
  peerRegion: string | null,
  peerOwnerId: string | null,
  autoAccept: boolean,
) {
  return { kind: "request", peerVpcId, peerRegion, peerOwnerId, autoAccept };
}

describe("a transit gateway attachment", () => {
  it("carries IPv6 unless told, in the subnets of its tiers", () => {
    const { transitGatewayAttachments } = networkFrom(`${HEAD}
  transitGatewayAttachments:
    backbone: { transitGateway: { create: { amazonSideAsn: 64513 } }, subnets: [transit] }
    shared: { transitGateway: { id: tgw-0a }, subnets: [transit], ipv6Support: disable, peerRouteTableIds: [rtb-0a] }
`);
    expect(transitGatewayAttachments[0]).toEqual({
      name: "backbone",
      path: ["network", "transitGatewayAttachments", "backbone"],
      displayName: "net-backbone",
      gateway: {
        kind: "create",
        amazonSideAsn: 64513,
        autoAcceptSharedAttachments: false,
        defaultRouteTableAssociation: "enable",
        defaultRouteTablePropagation: "enable",
        securityGroupReferencingSupport: "disable",
      },
      tiers: ["transit"],
      subnets: ["transit_a", "transit_b"],
      ipv6Support: "enable",
      dnsSupport: "enable",
      applianceModeSupport: "disable",
      securityGroupReferencingSupport: "enable",
      association: { kind: "default" },
      propagations: [],
      defaultRouteTablePropagation: true,
      returnRoutes: [],
      tags: {},
    });
    expect(transitGatewayAttachments[1]).toMatchObject({
      gateway: { kind: "id", id: "tgw-0a" },
      ipv6Support: "disable",
    });
    expect(transitGatewayAttachments[1]?.returnRoutes.map(({ id }) => id)).toEqual([
      "shared_rtb-0a_main_ipv4",
      "shared_rtb-0a_main_ipv6",
      "shared_rtb-0a_more_ipv6",
    ]);
  });
});

describe("a route table of a transit gateway", () => {
  const TABLES = `
  transitGatewayAttachments:
    core:
      transitGateway: { create: {} }
      subnets: [transit]
      association: { routeTable: hub }
      propagations: { all: { routeTable: spokes }, elsewhere: { routeTableId: tgw-rtb-0a } }
    other: { transitGateway: { id: tgw-0b }, subnets: [transit], association: { none: {} } }
  transitGatewayRouteTables:
    hub: { transitGateway: core }
    spokes:
      transitGateway: core
      routes:
        nat64: { destination: "64:ff9b::/96", target: { attachment: core } }
        partner: { destination: 10.9.0.0/16, target: { attachment: partner } }
        rest: { destination: 10.0.0.0/8, target: { blackhole: {} } }
        vpn: { destination: "2001:db8::/32", target: { attachmentId: tgw-attach-0c } }
  foreignTransitGatewayAttachments:
    partner: { id: tgw-attach-0b, transitGateway: core, association: { routeTable: spokes }, propagations: { hub: { routeTable: hub } } }
`;

  it("knows its routes, and the attachments the tables that they belong to and tell their blocks", () => {
    const network = networkFrom(`${HEAD}${TABLES}`);
    expect(
      network.transitGatewayRouteTables.map(({ name, transitGateway, routes }) => [
        name,
        transitGateway,
        routes.map(({ id, destination, target }) => [id, destination.text, target]),
      ]),
    ).toEqual([
      ["hub", "core", []],
      [
        "spokes",
        "core",
        [
          ["spokes_nat64", "64:ff9b::/96", { kind: "attachment", name: "core" }],
          ["spokes_partner", "10.9.0.0/16", { kind: "foreign-attachment", name: "partner" }],
          ["spokes_rest", "10.0.0.0/8", { kind: "blackhole" }],
          ["spokes_vpn", "2001:db8::/32", { kind: "attachment-id", id: "tgw-attach-0c" }],
        ],
      ],
    ]);
    const own = (name: string) => ({ kind: "own", name });
    expect(network.transitGatewayAttachments.map(({ association }) => association)).toEqual([
      { kind: "table", table: own("hub") },
      { kind: "none" },
    ]);
    expect(network.transitGatewayAttachments[0]?.propagations.map(({ id, table }) => [id, table])).toEqual([
      ["core_all", own("spokes")],
      ["core_elsewhere", { kind: "id", id: "tgw-rtb-0a" }],
    ]);
    expect(network.foreignTransitGatewayAttachments).toEqual([
      {
        name: "partner",
        path: ["network", "foreignTransitGatewayAttachments", "partner"],
        attachmentId: "tgw-attach-0b",
        transitGateway: "core",
        association: own("spokes"),
        propagations: [
          {
            id: "partner_hub",
            name: "hub",
            path: ["network", "foreignTransitGatewayAttachments", "partner", "propagations", "hub"],
            table: own("hub"),
          },
        ],
        acceptance: null,
      },
    ]);
  });

  it("and every unknown name is reported, and a name that two attachments have", () => {
    const text = TABLES.replaceAll("routeTable: hub", "routeTable: hbu")
      .replace("spokes:\n      transitGateway: core", "spokes:\n      transitGateway: croe")
      .replace("target: { attachment: core }", "target: { attachment: cor }")
      .replace("    partner: { id:", "    other: { id:");
    const { diagnostics } = tryNetworkFrom(`${HEAD}${text}`);
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      [
        "model/unknown-name",
        'unknown transit gateway route table "hbu" in network.transitGatewayAttachments.core.association.routeTable',
      ],
      [
        "model/unknown-name",
        'unknown transit gateway attachment "croe" in network.transitGatewayRouteTables.spokes.transitGateway',
      ],
      [
        "model/unknown-name",
        'unknown transit gateway attachment "cor" in network.transitGatewayRouteTables.spokes.routes.nat64.target.attachment',
      ],
      [
        "model/unknown-name",
        'unknown transit gateway attachment "partner" in network.transitGatewayRouteTables.spokes.routes.partner.target.attachment',
      ],
      ["model/duplicate-attachment", '"other" is an attachment of this VPC too'],
      [
        "model/unknown-name",
        'unknown transit gateway route table "hbu" in network.foreignTransitGatewayAttachments.other.propagations.hub.routeTable',
      ],
    ]);
  });
});

describe("routes", () => {
  const LINKS = `
  vpcPeeringConnections: { partner: { side: { request: { peerVpcId: vpc-0a } } } }
  transitGatewayAttachments: { backbone: { transitGateway: { id: tgw-0a }, subnets: [transit] } }
`;

  it("lead to connections of the blueprint by name", () => {
    const { routeTables } = networkFrom(`${HEAD}${LINKS}
  routes:
    app:
      partner: { destination: "2001:db8::/48", target: { vpcPeeringConnection: partner } }
      backbone: { destination: 172.16.0.0/12, target: { transitGateway: backbone } }
`);
    const app = routeTables.find(({ tier }) => tier === "app");
    expect(app?.routes.map(({ id, target }) => [id, target])).toEqual([
      ["app_backbone", { kind: "transit-gateway-attachment", name: "backbone" }],
      ["app_partner", { kind: "own-vpc-peering-connection", name: "partner" }],
    ]);
  });

  it("and unknown names are reported with the nearest one", () => {
    const { diagnostics } =
      tryNetworkFrom(`${HEAD}${LINKS.replace("subnets: [transit]", "subnets: [trnasit]")}
  routes:
    app:
      partner: { destination: "2001:db8::/48", target: { vpcPeeringConnection: patner } }
      backbone: { destination: 172.16.0.0/12, target: { transitGateway: bakbone } }
`);
    expect(diagnostics.map(({ rule, hint }) => [rule, hint])).toEqual([
      ["model/unknown-name", 'did you mean "backbone"?'],
      ["model/unknown-name", 'did you mean "partner"?'],
      ["model/unknown-name", 'did you mean "transit"?'],
    ]);
  });
});
