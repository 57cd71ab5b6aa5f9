import { EC2Client } from "@aws-sdk/client-ec2";
import { expect, test } from "vitest";
import { askLinks } from "../../src/importer/aws/ask-links.ts";
import { NO_LINKS } from "../../src/importer/types/links.ts";
import { attachment, connection, device, peering, vpnGateway } from "../support/found-links.ts";

type Answers = Readonly<Record<string, object | Error>>;

/** A client to which each command is answered by its name, and others by nothing. */
function clientWith(answers: Answers): EC2Client {
  const send = (command: object) => {
    const answer = answers[command.constructor.name.replace(/Command$/, "")] ?? {};
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return Object.assign(new EC2Client({ region: "eu-west-1" }), { send });
}

const asked = (answers: Answers) => askLinks(clientWith(answers), "vpc-0a");
const tags = (Value: string) => [{ Key: "Name", Value }];

const OWN = { VpcId: "vpc-0a", OwnerId: "123456789012", Region: "eu-west-1" };
const PEERED = {
  VpcPeeringConnectionId: "pcx-01",
  Status: { Code: "active" },
  Tags: tags("Office"),
  RequesterVpcInfo: OWN,
  AccepterVpcInfo: { ...OWN, VpcId: "vpc-0b" },
};
const ATTACHED = {
  TransitGatewayAttachmentId: "tgw-attach-01",
  TransitGatewayId: "tgw-01",
  VpcOwnerId: "123456789012",
  State: "available",
  SubnetIds: ["subnet-02"],
  Options: { Ipv6Support: "enable", DnsSupport: "enable", ApplianceModeSupport: "disable" },
  Tags: tags("Hub"),
};
const HUB = {
  TransitGatewayId: "tgw-01",
  OwnerId: "123456789012",
  Options: { AssociationDefaultRouteTableId: "tgw-rtb-01", PropagationDefaultRouteTableId: "tgw-rtb-01" },
};

test("tells of peerings that the VPC asks for, once, and lists those of others and those that wait", async () => {
  const far = { ...PEERED, VpcPeeringConnectionId: "pcx-02", Tags: [] };
  const { links, others } = await asked({
    DescribeVpcPeeringConnections: {
      VpcPeeringConnections: [
        PEERED,
        { ...far, AccepterVpcInfo: { VpcId: "vpc-0c", OwnerId: "210987654321", Region: "eu-south-2" } },
        {
          ...PEERED,
          VpcPeeringConnectionId: "pcx-03",
          RequesterVpcInfo: { VpcId: "vpc-0d" },
          AccepterVpcInfo: OWN,
        },
        { ...PEERED, VpcPeeringConnectionId: "pcx-04", Status: { Code: "pending-acceptance" } },
        { ...PEERED, VpcPeeringConnectionId: "pcx-05", Status: { Code: "deleted" } },
        { ...PEERED, VpcPeeringConnectionId: "pcx-06", RequesterVpcInfo: { VpcId: "vpc-0d" } },
      ],
    },
  });
  expect(links.peerings).toEqual([
    peering(),
    peering({
      id: "pcx-02",
      name: null,
      peerVpcId: "vpc-0c",
      peerOwnerId: "210987654321",
      peerRegion: "eu-south-2",
    }),
  ]);
  expect(others.map(({ id, detail }) => `${id} ${detail}`)).toEqual([
    "pcx-03 asked for by vpc-0d, whose it is",
    "pcx-04 to vpc-0b: pending-acceptance",
  ]);
});

test("tells of attachments, and looks into the default tables of the account's own gateway", async () => {
  const attached = { DescribeTransitGatewayVpcAttachments: { TransitGatewayVpcAttachments: [ATTACHED] } };
  const own = { ...attached, DescribeTransitGateways: { TransitGateways: [HUB] } };
  const inTable = [{ TransitGatewayAttachmentId: "tgw-attach-01" }];
  const both = {
    ...own,
    GetTransitGatewayRouteTableAssociations: { Associations: inTable },
    GetTransitGatewayRouteTablePropagations: { TransitGatewayRouteTablePropagations: inTable },
  };
  const shared = {
    ...attached,
    DescribeTransitGateways: { TransitGateways: [{ ...HUB, OwnerId: "210987654321" }] },
  };
  expect((await asked(both)).links.attachments).toEqual([attachment()]);
  expect((await asked(shared)).links.attachments).toEqual([attachment()]);
  expect((await asked(own)).links.attachments).toEqual([
    attachment({ isAssociatedByDefault: false, defaultRouteTablePropagation: false }),
  ]);
});

test("lists an attachment that waits, and none that is gone", async () => {
  const { links, others } = await asked({
    DescribeTransitGatewayVpcAttachments: {
      TransitGatewayVpcAttachments: [
        { ...ATTACHED, State: "pendingAcceptance" },
        { ...ATTACHED, State: "deleted" },
      ],
    },
  });
  expect(links.attachments).toEqual([]);
  expect(others).toEqual([
    { kind: "transit gateway attachment", id: "tgw-attach-01", detail: "to tgw-01: pendingAcceptance" },
  ]);
});

test("tells of the VPN with both its ends, its tunnels and its static routes", async () => {
  const { links, others } = await asked({
    DescribeVpnGateways: {
      VpnGateways: [
        {
          VpnGatewayId: "vgw-01",
          AmazonSideAsn: 64512,
          VpcAttachments: [{ VpcId: "vpc-0a", State: "attached" }],
        },
        { VpnGatewayId: "vgw-02", VpcAttachments: [{ VpcId: "vpc-0a", State: "detached" }] },
      ],
    },
    DescribeVpnConnections: {
      VpnConnections: [
        {
          VpnConnectionId: "vpn-01",
          VpnGatewayId: "vgw-01",
          CustomerGatewayId: "cgw-01",
          State: "available",
          Tags: tags("Office"),
          Options: {
            StaticRoutesOnly: true,
            TunnelOptions: [{ StartupAction: "start", DpdTimeoutSeconds: 40 }, { DpdTimeoutAction: "none" }],
          },
          Routes: [{ DestinationCidrBlock: "192.168.0.0/16" }],
        },
        { VpnConnectionId: "vpn-02", VpnGatewayId: "vgw-01", State: "deleted" },
      ],
    },
    DescribeCustomerGateways: {
      CustomerGateways: [
        { CustomerGatewayId: "cgw-01", BgpAsn: "65010", IpAddress: "198.51.100.10", Tags: tags("Office") },
      ],
    },
  });
  expect(others).toEqual([]);
  expect(links).toEqual({
    ...NO_LINKS,
    virtualPrivateGateways: [vpnGateway()],
    customerGateways: [device()],
    vpnConnections: [
      connection({
        staticRoutesOnly: true,
        routes: ["192.168.0.0/16"],
        tunnel1: { startupAction: "start", dpdTimeoutAction: "clear", dpdTimeoutSeconds: 40 },
        tunnel2: { startupAction: "add", dpdTimeoutAction: "none", dpdTimeoutSeconds: 30 },
      }),
    ],
  });
});

test("says what AWS refuses to tell, and tells the rest", async () => {
  const { links, others } = await asked({
    DescribeVpcPeeringConnections: { VpcPeeringConnections: [PEERED] },
    DescribeVpnGateways: new Error("not you"),
  });
  expect(links.peerings).toEqual([peering()]);
  expect(others).toEqual([
    { kind: "unknown, for AWS refused", id: "ec2:DescribeVpnGateways", detail: "not you" },
  ]);
});
