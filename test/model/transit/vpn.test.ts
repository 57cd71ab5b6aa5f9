import { describe, expect, it } from "vitest";
import { pruneRouting } from "../../../src/model/migration/prune/routing.ts";
import { routesByTier } from "../../../src/model/routing/route-lookup.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";

const HEAD = `
apiVersion: hextet/v1
name: net
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, slot: 0 }
    data: { addressing: dual-stack, slot: 1, routeTable: app }
    other: { addressing: dual-stack, slot: 2 }
`;

const WHOLE = `${HEAD}
  customerGateways: { office: { ipAddress: 198.51.100.10 } }
  virtualPrivateGateways: { main: { routePropagation: [app, data] } }
  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }
  transitGatewayRouteTables:
    hub: { transitGateway: core, routes: { six: { destination: "2001:db8:9::/48", target: { vpnConnection: six } } } }
  vpnConnections:
    four: { customerGateway: office, gateway: { virtualPrivateGateway: main }, routes: { lan: { destination: 192.168.0.0/16 } } }
    six:
      customerGateway: office
      gateway: { transitGateway: core }
      tunnelInsideIpVersion: ipv6
      association: { routeTable: hub }
      propagations: { hub: { routeTable: hub } }
`;

describe("a virtual private gateway", () => {
  it("is learned by each route table once, also where tiers share one", () => {
    const [gateway] = networkFrom(WHOLE).virtualPrivateGateways;
    expect(gateway?.tiers).toEqual(["app", "data"]);
    expect(gateway?.propagations).toEqual([{ id: "main_app", routeTable: "app" }]);
  });

  it("leaves open what a table that learns from it has", () => {
    const network = networkFrom(WHOLE);
    expect(routesByTier(network).map(({ tier, isComplete }) => [tier.name, isComplete])).toEqual([
      ["app", false],
      ["data", false],
      ["other", true],
    ]);
    const { leftOut, gateways } = topologyOf(network);
    expect(leftOut.map(({ touches }) => touches)).toEqual([
      ["aws_route_table.app"],
      ["aws_ec2_transit_gateway.core"],
    ]);
    expect(gateways.map(({ id, kind }) => [id, kind])).toContainEqual([
      "aws_vpn_gateway.main",
      "virtual-private-gateway",
    ]);
  });
});

describe("names that nothing has", () => {
  it("are told, each at its place", () => {
    const { diagnostics } = tryNetworkFrom(`${HEAD}
  customerGateways: { broken: { ipAddress: 198.51.100.300 }, office: { ipAddress: 198.51.100.10 } }
  virtualPrivateGateways: { main: { routePropagation: [ap] } }
  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }
  transitGatewayRouteTables:
    hub: { transitGateway: core, routes: { six: { destination: "2001:db8:9::/48", target: { vpnConnection: sixx } } } }
  vpnConnections:
    four: { customerGateway: offic, gateway: { virtualPrivateGateway: mian } }
    six: { customerGateway: office, gateway: { transitGateway: cor }, association: { routeTable: hubb } }
  routes: { app: { office: { destination: 192.168.0.0/16, target: { virtualPrivateGateway: mainn } } } }
`);
    const told = diagnostics.map(({ rule, message }) => `${rule}: ${message.split(" in ", 1)[0]}`);
    expect(told.sort()).toEqual([
      'model/invalid-address: "198.51.100.300" is no IPv4 or IPv6 address',
      'model/unknown-name: unknown VPN connection "sixx"',
      'model/unknown-name: unknown customer gateway "offic"',
      'model/unknown-name: unknown subnet tier "ap"',
      'model/unknown-name: unknown transit gateway attachment "cor"',
      'model/unknown-name: unknown transit gateway route table "hubb"',
      'model/unknown-name: unknown virtual private gateway "mainn"',
      'model/unknown-name: unknown virtual private gateway "mian"',
    ]);
  });
});

describe("what a stage leaves out", () => {
  it("takes the connections of a transit gateway and the routes to them along", () => {
    const network = networkFrom(WHOLE);
    const pruned = pruneRouting({ ...network, transitGatewayAttachments: [] });
    expect(pruned.vpnConnections.map(({ name }) => name)).toEqual(["four"]);
    expect(pruned.transitGatewayRouteTables).toEqual([]);
    expect(pruneRouting({ ...network, virtualPrivateGateways: [] }).vpnConnections).toMatchObject([
      { name: "six", association: { kind: "own", name: "hub" } },
    ]);
  });

  it("takes routes to a connection that is gone, and what tables learned that are gone", () => {
    const network = networkFrom(WHOLE);
    const pruned = pruneRouting({ ...network, vpnConnections: [], routeTables: [] });
    expect(pruned.transitGatewayRouteTables[0]?.routes).toEqual([]);
    expect(pruned.virtualPrivateGateways[0]?.propagations).toEqual([]);
    const [, six] = pruneRouting({ ...network, transitGatewayRouteTables: [] }).vpnConnections;
    expect(six).toMatchObject({ association: null, propagations: [] });
  });
});
