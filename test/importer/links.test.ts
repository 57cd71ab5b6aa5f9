import { describe, expect, test } from "vitest";
import type { FoundFlowLog } from "../../src/importer/types/flow-logs.ts";
import { NO_LINKS } from "../../src/importer/types/links.ts";
import { compile } from "../../src/pipeline.ts";
import { attachment, connection, device, peering, vpnGateway } from "../support/found-links.ts";
import { inventoryWith, nat, subnet, table, written } from "../support/inventory.ts";

type Links = Partial<typeof NO_LINKS>;

/** A VPC whose private subnet has routes to the targets. */
function withRoutes(links: Links, ...routes: readonly (readonly [destination: string, target: string])[]) {
  return written(
    inventoryWith({
      routeTables: [
        table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
        table("rtb-02", ["subnet-02"], [["0.0.0.0/0", "nat-01"], ...routes]),
      ],
      links: { ...NO_LINKS, ...links },
    }),
  );
}

const targetsOf = ({ network }: ReturnType<typeof written>) =>
  network.routeTables
    .flatMap(({ routes }) => routes)
    .filter(({ id }) => id.includes("_to-"))
    .map(({ target }) => target);

describe("a peering connection that the VPC asks for", () => {
  test("is taken over, and its routes name it", () => {
    const it = withRoutes({ peerings: [peering()] }, ["10.9.0.0/16", "pcx-01"]);
    expect(it.network.vpcPeeringConnections).toMatchObject([
      { name: "office", side: { kind: "request", peerVpcId: "vpc-0b", peerOwnerId: null, peerRegion: null } },
    ]);
    expect(targetsOf(it)).toEqual([{ kind: "own-vpc-peering-connection", name: "office" }]);
    expect(it.imports.get("aws_vpc_peering_connection.office")).toBe("pcx-01");
    expect(it.imports.get("aws_route.private_to-10-9-0-0-16")).toBe("rtb-02_10.9.0.0/16");
  });

  test("says whose the other side is, where it is another account's in another region", () => {
    const far = peering({ peerOwnerId: "210987654321", peerRegion: "eu-south-2" });
    expect(withRoutes({ peerings: [far] }).network.vpcPeeringConnections).toMatchObject([
      { side: { peerVpcId: "vpc-0b", peerOwnerId: "210987654321", peerRegion: "eu-south-2" } },
    ]);
  });

  test.each([
    ["an id that is none", peering({ id: "pcx-01\n" }), "a blueprint cannot say its other side"],
    ["a VPC that is none", peering({ peerVpcId: "vpc" }), "a blueprint cannot say its other side"],
    ["an account that is none", peering({ peerOwnerId: "me" }), "a blueprint cannot say its other side"],
    ["a region that is none", peering({ peerRegion: "here" }), "a blueprint cannot say its other side"],
  ])("is listed with %s", (_, found, detail) => {
    const { network, unplaced } = withRoutes({ peerings: [found] });
    expect(network.vpcPeeringConnections).toEqual([]);
    expect(unplaced).toContainEqual({ kind: "VPC peering connection", id: found.id, detail });
  });

  test("is listed as the second one to a VPC: a blueprint has one", () => {
    const { network, unplaced } = withRoutes({ peerings: [peering(), peering({ id: "pcx-02" })] });
    expect(network.vpcPeeringConnections).toHaveLength(1);
    expect(unplaced).toContainEqual({
      kind: "VPC peering connection",
      id: "pcx-02",
      detail: "a second one to vpc-0b",
    });
  });
});

test("a peering connection that is not taken up keeps its id in routes", () => {
  expect(targetsOf(withRoutes({}, ["10.9.0.0/16", "pcx-01"]))).toEqual([
    { kind: "vpc-peering-connection", id: "pcx-01" },
  ]);
});

describe("an attachment to a transit gateway", () => {
  test("is taken over with its subnets, and its routes name it", () => {
    const it = withRoutes({ attachments: [attachment()] }, ["10.9.0.0/16", "tgw-01"]);
    expect(it.network.transitGatewayAttachments).toMatchObject([
      {
        name: "hub",
        gateway: { kind: "id", id: "tgw-01" },
        subnets: ["private_a"],
        ipv6Support: "enable",
        dnsSupport: "enable",
        applianceModeSupport: "disable",
        securityGroupReferencingSupport: "enable",
        association: { kind: "default" },
        defaultRouteTablePropagation: true,
      },
    ]);
    expect(targetsOf(it)).toEqual([{ kind: "transit-gateway-attachment", name: "hub" }]);
    expect(it.imports.get("aws_ec2_transit_gateway_vpc_attachment.hub")).toBe("tgw-attach-01");
    expect(it.text).not.toContain("# It ");
  });

  test("says all that is not the default", () => {
    const odd = attachment({
      ipv6Support: "disable",
      dnsSupport: "disable",
      applianceModeSupport: "enable",
      securityGroupReferencingSupport: "disable",
      isAssociatedByDefault: false,
      defaultRouteTablePropagation: false,
    });
    const { network, text } = withRoutes({ attachments: [odd] });
    expect(network.transitGatewayAttachments).toMatchObject([
      {
        ipv6Support: "disable",
        dnsSupport: "disable",
        applianceModeSupport: "enable",
        securityGroupReferencingSupport: "disable",
        association: { kind: "none" },
        defaultRouteTablePropagation: false,
      },
    ]);
    expect(text).toContain("# It carries IPv4 alone, as today");
    expect(text).toContain("# It is not in the gateway's default association table");
  });

  test.each([
    ["unknown subnets", attachment({ subnetIds: ["subnet-77"] }), "its subnets are not those of whole tiers"],
    ["a gateway that is none", attachment({ gatewayId: "tgw" }), "a blueprint cannot say its gateway"],
  ])("is listed with %s, and its routes keep the id", (_, found, detail) => {
    const it = withRoutes({ attachments: [found] }, ["10.9.0.0/16", "tgw-01"]);
    expect(it.network.transitGatewayAttachments).toEqual([]);
    expect(it.unplaced).toContainEqual({ kind: "transit gateway attachment", id: "tgw-attach-01", detail });
    expect(targetsOf(it)).toEqual([{ kind: "transit-gateway", id: "tgw-01" }]);
  });

  test("is not named by a route of a zone in which it has no subnet, nor by one for a family that it does not carry", () => {
    const inventory = inventoryWith({
      subnets: [
        subnet("subnet-01", "Public", "a", 0),
        subnet("subnet-02", "Private A", "a", 1),
        subnet("subnet-03", "Private B", "b", 2),
        subnet("subnet-04", "Transit", "a", 3),
      ],
      routeTables: [
        table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
        table("rtb-02", ["subnet-02", "subnet-03"], [["10.9.0.0/16", "tgw-01"]]),
        table(
          "rtb-04",
          ["subnet-04"],
          [
            ["10.9.0.0/16", "tgw-01"],
            ["2001:db8:9::/48", "tgw-01"],
          ],
        ),
      ],
      natGateways: [nat("nat-01", "subnet-01")],
      links: { ...NO_LINKS, attachments: [attachment({ subnetIds: ["subnet-04"], ipv6Support: "disable" })] },
    });
    expect(targetsOf(written(inventory))).toEqual([
      { kind: "transit-gateway", id: "tgw-01" },
      { kind: "transit-gateway-attachment", name: "hub" },
      { kind: "transit-gateway", id: "tgw-01" },
    ]);
  });
});

describe("a VPN", () => {
  const VPN = {
    virtualPrivateGateways: [vpnGateway()],
    customerGateways: [device()],
    vpnConnections: [connection()],
  };

  test("is taken over with both ends, and routes name the gateway", () => {
    const it = withRoutes(VPN, ["192.168.0.0/16", "vgw-01"]);
    expect(it.network.virtualPrivateGateways).toMatchObject([{ name: "vpn", amazonSideAsn: 64512 }]);
    expect(it.network.customerGateways).toMatchObject([{ name: "office", bgpAsn: 65010 }]);
    expect(it.network.vpnConnections).toMatchObject([
      {
        name: "office",
        customerGateway: "office",
        gateway: { kind: "virtual-private-gateway", name: "vpn" },
        staticRoutesOnly: false,
      },
    ]);
    expect(targetsOf(it)).toEqual([{ kind: "own-virtual-private-gateway", name: "vpn" }]);
    expect(
      ["aws_vpn_gateway.vpn", "aws_customer_gateway.office", "aws_vpn_connection.office"].map((one) =>
        it.imports.get(one),
      ),
    ).toEqual(["vgw-01", "cgw-01", "vpn-01"]);
  });

  test.each([
    ["propagated routes alone: it is accepted with the reason", { learnsFrom: ["vgw-01"] }, []],
    ["no route: that is a warning", { learnsFrom: [] }, ["virtual-private-gateway-without-route"]],
  ])("is reached by %s", (_, { learnsFrom }, told) => {
    const routeTables = inventoryWith().routeTables.map((one) => ({ ...one, learnsFrom }));
    const links = { ...NO_LINKS, ...VPN };
    const { text } = written(inventoryWith({ links, routeTables }));
    const rules = compile([{ file: "it.yaml", text }], "2026-11-21").findings.map(({ rule }) => rule);
    expect(rules.filter((rule) => /without-route$|acceptance/.test(rule))).toEqual(told);
    expect(text.includes("which Terraform cannot import.")).toBe(told.length === 0);
  });

  test("says all that is not the default", () => {
    const tunnel1 = { startupAction: "start", dpdTimeoutAction: "restart", dpdTimeoutSeconds: 40 };
    const tunnel2 = { startupAction: "add", dpdTimeoutAction: "none", dpdTimeoutSeconds: 0 };
    const blocks = { localIpv4NetworkCidr: "192.168.0.0/16", remoteIpv4NetworkCidr: "10.0.0.0/16" };
    const { network } = withRoutes({ ...VPN, vpnConnections: [connection({ tunnel1, tunnel2, ...blocks })] });
    expect(network.vpnConnections).toMatchObject([
      {
        tunnels: [tunnel1, { ...tunnel2, dpdTimeoutSeconds: 30 }],
        networkCidrs: {
          localIpv4NetworkCidr: { text: "192.168.0.0/16" },
          remoteIpv4NetworkCidr: { text: "10.0.0.0/16" },
        },
      },
    ]);
  });

  test("leaves static routes as they are, for Terraform cannot import them", () => {
    const one = connection({ staticRoutesOnly: true, routes: ["192.168.0.0/16"] });
    const { network, unplaced } = withRoutes({ ...VPN, vpnConnections: [one] });
    expect(network.vpnConnections).toMatchObject([{ staticRoutesOnly: true, routes: [] }]);
    expect(unplaced).toContainEqual({
      kind: "static route of VPN connection",
      id: "192.168.0.0/16:vpn-01",
      detail: "Terraform cannot import it: it stays as it is",
    });
  });

  test.each([
    [
      "a gateway's number that is not private",
      { virtualPrivateGateways: [vpnGateway({ amazonSideAsn: 7224 })] },
      ["virtual private gateway vgw-01: its number 7224 is none that a blueprint takes"],
    ],
    [
      "a certificate",
      { customerGateways: [device({ certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1" })] },
      ["customer gateway cgw-01: it has a certificate, for which a blueprint has no key"],
    ],
    [
      "no address",
      { customerGateways: [device({ ipAddress: "" })] },
      ["customer gateway cgw-01: a blueprint takes no such address here"],
    ],
    [
      "a number that AWS keeps",
      { customerGateways: [device({ bgpAsn: 9059 })] },
      ["customer gateway cgw-01: its number 9059 is one that AWS keeps"],
    ],
  ])("is listed with %s, and the connection with it", (_, odd, listed) => {
    const it = withRoutes({ ...VPN, ...odd }, ["192.168.0.0/16", "vgw-01"]);
    expect(it.network.vpnConnections).toEqual([]);
    expect(it.unplaced.map(({ kind, id, detail }) => `${kind} ${id}: ${detail}`)).toEqual(
      ["VPN connection vpn-01: its gateway or its customer gateway is left out", ...listed].sort(),
    );
  });

  test("a blueprint has one virtual private gateway", () => {
    const two = [vpnGateway(), vpnGateway({ id: "vgw-02" })];
    const { network, unplaced } = withRoutes({ virtualPrivateGateways: two });
    expect(network.virtualPrivateGateways).toHaveLength(1);
    expect(unplaced).toContainEqual({
      kind: "virtual private gateway",
      id: "vgw-02",
      detail: "a second one of the VPC's",
    });
  });
});

describe("a flow log of the whole VPC", () => {
  const GROUP = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vpc-flow-log/shop";
  const ROLE = "arn:aws:iam::123456789012:role/vpc-flow-log";
  const found: FoundFlowLog = {
    id: "fl-01",
    name: null,
    trafficType: "REJECT",
    maxAggregationInterval: 60,
    logFormat: "${version} ${pkt-srcaddr}",
    destinationType: "cloud-watch-logs",
    destination: GROUP,
    iamRoleArn: ROLE,
    crossAccountRole: null,
    files: { fileFormat: "plain-text", hiveCompatiblePartitions: false, perHourPartition: false },
  };
  const withLog = (more: Partial<FoundFlowLog>) =>
    written(inventoryWith({ flowLogs: [{ ...found, ...more }] }));

  test("is taken over with its fields, as it writes to a log group by a role", () => {
    const { network, imports } = withLog({});
    expect(network.flowLogs).toMatchObject([
      {
        name: "vpc",
        trafficType: "REJECT",
        maxAggregationInterval: 60,
        fields: ["version", "pkt-srcaddr"],
        destination: { kind: "existing-log-group", logGroupArn: GROUP, iamRoleArn: ROLE },
      },
    ]);
    expect(imports.get("aws_flow_log.vpc")).toBe("fl-01");
  });

  test("is taken over with the files that it writes to a bucket, or with its stream", () => {
    const destination = "arn:aws:s3:::logs-of-shop/vpc";
    const files = { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true };
    const s3 = { destinationType: "s3", destination, iamRoleArn: null, files };
    expect(withLog(s3).network.flowLogs).toMatchObject([
      { destination: { kind: "s3", destinationArn: destination, ...files } },
    ]);
    const stream = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/logs";
    const firehose = { destinationType: "kinesis-data-firehose", destination: stream, iamRoleArn: null };
    expect(withLog(firehose).network.flowLogs).toMatchObject([
      { destination: { kind: "firehose", deliveryStreamArn: stream, crossAccount: null } },
    ]);
  });

  test.each([
    ["without a role", { iamRoleArn: null }, "destination"],
    ["to another account", { crossAccountRole: ROLE }, "destination"],
    ["to a bucket by a role", { destinationType: "s3", destination: "arn:aws:s3:::logs" }, "destination"],
    ["of another type", { destinationType: "elsewhere", iamRoleArn: null }, "destination"],
    ["written as text", { logFormat: "version srcaddr" }, "fields"],
    ["with a field twice", { logFormat: "${version} ${version}" }, "fields"],
  ])("is listed %s", (_, more, what) => {
    const { network, unplaced } = withLog(more);
    expect(network.flowLogs).toEqual([]);
    const { destination } = { ...found, ...more };
    const detail = `to ${destination}: a blueprint cannot say its ${what}`;
    expect(unplaced).toEqual([{ kind: "flow log", id: "fl-01", detail }]);
  });
});
