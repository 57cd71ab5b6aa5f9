import { expect, test } from "vitest";
import { atStage } from "../../../src/model/migration/at-stage.ts";
import { importableAddresses } from "../../../src/model/migration/importable/importable.ts";
import { migrationOf } from "../../support/migration-of.ts";
import { networkFrom } from "../../support/network.ts";

/** Links that were there, and links whose names begin with `new`. */
const TARGET = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  vpcPeeringConnections:
    office: { side: { request: { peerVpcId: vpc-0b } }, peerRouteTableIds: [rtb-0b] }
    new-office: { side: { request: { peerVpcId: vpc-0c } } }
    accepted: { side: { accept: { vpcPeeringConnectionId: pcx-0a } } }
  transitGatewayAttachments:
    hub:
      transitGateway: { id: tgw-0a }
      subnets: [app]
      association: { routeTable: spokes }
      propagations: { spokes: { routeTable: spokes } }
    new-own: { transitGateway: { create: {} }, subnets: [app] }
  transitGatewayRouteTables: { spokes: { transitGateway: hub } }
  customerGateways: { device: { ipAddress: 198.51.100.10 }, new-device: { ipAddress: 198.51.100.11 } }
  virtualPrivateGateways: { vpn: { routePropagation: [app] } }
  vpnConnections:
    office:
      customerGateway: device
      gateway: { virtualPrivateGateway: vpn }
      staticRoutesOnly: true
      routes: { office: { destination: 192.168.0.0/16 } }
    new-own: { customerGateway: new-device, gateway: { transitGateway: new-own } }
  flowLogs:
    vpc: { destination: { s3: { bucketArn: "arn:aws:s3:::logs-of-shop" } } }
    new-group: { destination: { cloudWatchLogs: {} } }
  routes:
    app:
      office: { destination: 172.16.0.0/16, target: { vpcPeeringConnection: office } }
      new-office: { destination: 172.17.0.0/16, target: { vpcPeeringConnection: new-office } }
      accepted: { destination: 172.18.0.0/16, target: { vpcPeeringConnection: accepted } }
      hub: { destination: 172.19.0.0/16, target: { transitGateway: hub } }
      own: { destination: 172.20.0.0/16, target: { transitGateway: new-own } }
      vpn: { destination: 192.168.0.0/16, target: { virtualPrivateGateway: vpn } }
`);
const SHOP = migrationOf(TARGET, { isThere: (address) => !address.includes("new-") });
const names = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name);

test("what was there of the links stays at the first stage, without what nobody imports of them", () => {
  const network = atStage(SHOP, "import");
  expect(network.vpcPeeringConnections).toMatchObject([{ name: "office", returnRoutes: [] }]);
  expect(network.transitGatewayAttachments).toMatchObject([
    { name: "hub", association: { kind: "none" }, propagations: [] },
  ]);
  expect(network.transitGatewayRouteTables).toEqual([]);
  expect(names(network.customerGateways)).toEqual(["device"]);
  expect(network.virtualPrivateGateways).toMatchObject([{ name: "vpn", tiers: [], propagations: [] }]);
  expect(network.vpnConnections).toMatchObject([{ name: "office", routes: [] }]);
  expect(names(network.flowLogs)).toEqual(["vpc"]);
  expect(network.routeTables.flatMap(({ routes }) => names(routes))).toEqual(["hub", "office", "vpn"]);
});

test("the rest comes with the routes, and flow logs last", () => {
  const { existing: _existing, migration: _migration, flowLogs, ...target } = SHOP;
  const { flowLogs: before, ...network } = atStage(SHOP, "routes");
  expect(names(before)).toEqual(["vpc"]);
  const links = [
    "vpcPeeringConnections",
    "transitGatewayAttachments",
    "transitGatewayRouteTables",
    "customerGateways",
    "virtualPrivateGateways",
    "vpnConnections",
    "routeTables",
  ] as const;
  for (const key of links) expect([key, network[key]]).toEqual([key, target[key]]);
  expect(names(atStage(SHOP, "ipv6-only-subnets").flowLogs)).toEqual(names(flowLogs));
});

test("what cannot be imported is no address of existing.import", () => {
  const links = importableAddresses(TARGET).filter((address) =>
    /peering|transit|gateway|vpn|flow|aws_route\./.test(address),
  );
  expect(links).toEqual([
    "aws_customer_gateway.device",
    "aws_customer_gateway.new-device",
    "aws_ec2_transit_gateway_vpc_attachment.hub",
    "aws_flow_log.vpc",
    "aws_route.app_hub",
    "aws_route.app_new-office",
    "aws_route.app_office",
    "aws_route.app_vpn",
    "aws_vpc_peering_connection.new-office",
    "aws_vpc_peering_connection.office",
    "aws_vpn_connection.office",
    "aws_vpn_gateway.vpn",
  ]);
});
