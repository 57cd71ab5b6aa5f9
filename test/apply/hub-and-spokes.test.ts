import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type AppliedStacks, describeAppliedInOrder } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

/** Producers before consumers. */
const IN_ORDER = ["hub-network", "hub-spoke-dual-stack", "hub-spoke-ipv6-only"] as const;

const stacks = {
  region: "eu-west-1",
  folders: () =>
    IN_ORDER.map((name) => fileURLToPath(new URL(`../../generated/stacks/${name}`, import.meta.url))),
};

/** What AWS has of one of the VPCs, and of its attachment. */
interface Vpc {
  readonly id: string;
  readonly ipv4: string;
  readonly ipv6: string;
  readonly attachment: string;
}

async function vpcOf({ ask }: AppliedStacks, stack: string): Promise<Vpc> {
  const named = { Filters: [{ Name: "tag:Name", Values: [stack] }] };
  const [vpc] = listAt(await ask("ec2", "describe_vpcs", named), "Vpcs");
  const id = textAt(vpc, "VpcId");
  const all = listAt(
    await ask("ec2", "describe_transit_gateway_vpc_attachments", {}),
    "TransitGatewayVpcAttachments",
  );
  const attachment = all.find((one) => at(one, "VpcId") === id);
  return {
    id,
    ipv4: textAt(vpc, "CidrBlock"),
    ipv6: textAt(vpc, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock"),
    attachment: textAt(attachment, "TransitGatewayAttachmentId"),
  };
}

/** The routes of a VPC's tier: destination to what they lead to. */
async function routesOf({ ask }: AppliedStacks, name: string): Promise<Readonly<Record<string, unknown>>> {
  const named = { Filters: [{ Name: "tag:Name", Values: [name] }] };
  const [table] = listAt(await ask("ec2", "describe_route_tables", named), "RouteTables");
  const routes = listAt(table, "Routes").filter((route) => at(route, "GatewayId") !== "local");
  return Object.fromEntries(
    routes.map((route) => [
      at(route, "DestinationCidrBlock") ?? at(route, "DestinationIpv6CidrBlock"),
      at(route, "TransitGatewayId") ??
        at(route, "EgressOnlyInternetGatewayId") ??
        at(route, "NatGatewayId") ??
        at(route, "GatewayId"),
    ]),
  );
}

describeAppliedInOrder("a hub and its spokes", stacks, (applied) => {
  const { ask, output } = applied;

  describe("the transit gateway", () => {
    test("sends what the spokes send to the internet and to NAT64 into the hub, and drops what is for other spokes", async () => {
      const hub = await vpcOf(applied, "hub-network");
      const routes = listAt(
        await ask("ec2", "search_transit_gateway_routes", {
          TransitGatewayRouteTableId: await output("hub-network", "spokes-table"),
          Filters: [{ Name: "type", Values: ["static"] }],
        }),
        "Routes",
      );
      const shown = routes.map((route) => [
        textAt(route, "DestinationCidrBlock"),
        textAt(route, "State"),
        at(route, "TransitGatewayAttachments", 0, "TransitGatewayAttachmentId") ?? null,
      ]);
      expect(shown.sort()).toEqual([
        ["0.0.0.0/0", "active", hub.attachment],
        ["10.0.0.0/8", "blackhole", null],
        ["64:ff9b::/96", "active", hub.attachment],
        ["64:ff9b::a00:0/104", "blackhole", null],
      ]);
    });

    test("looks up the spokes' table for spokes and the hub's for the hub, and the hub's learns from the spokes", async () => {
      const hub = await vpcOf(applied, "hub-network");
      const spokes = [
        await vpcOf(applied, "hub-spoke-dual-stack"),
        await vpcOf(applied, "hub-spoke-ipv6-only"),
      ];
      const inTable = async (call: string, list: string, name: string) =>
        listAt(
          await ask("ec2", call, { TransitGatewayRouteTableId: await output("hub-network", name) }),
          list,
        )
          .map((one) => textAt(one, "TransitGatewayAttachmentId"))
          .sort();
      const ofSpokes = spokes.map(({ attachment }) => attachment).sort();
      const associated = "get_transit_gateway_route_table_associations";
      expect(await inTable(associated, "Associations", "spokes-table")).toEqual(ofSpokes);
      expect(await inTable(associated, "Associations", "hub-table")).toEqual([hub.attachment]);
      const learns = "get_transit_gateway_route_table_propagations";
      expect(await inTable(learns, "TransitGatewayRouteTablePropagations", "hub-table")).toEqual(ofSpokes);
      expect(await inTable(learns, "TransitGatewayRouteTablePropagations", "spokes-table")).toEqual([]);
    });
  });

  describe("the route tables of the VPCs", () => {
    test("send IPv4 and NAT64 of the spokes to the transit gateway, and their IPv6 out of their own VPC", async () => {
      const gateway = await output("hub-network", "transit-gateway");
      expect(await routesOf(applied, "hub-spoke-dual-stack-app")).toEqual({
        "0.0.0.0/0": gateway,
        "::/0": expect.stringMatching(/^eigw-/),
      });
      expect(await routesOf(applied, "hub-spoke-ipv6-only-app")).toEqual({
        "64:ff9b::/96": gateway,
        "::/0": expect.stringMatching(/^eigw-/),
      });
    });

    test("send what comes in to the NAT gateways of the hub, and what comes back to the spokes' own blocks", async () => {
      const gateway = await output("hub-network", "transit-gateway");
      const nat = expect.stringMatching(/^nat-/);
      expect(await routesOf(applied, "hub-network-transit-a")).toEqual({
        "0.0.0.0/0": nat,
        "64:ff9b::/96": nat,
      });
      const [one, two] = [
        await vpcOf(applied, "hub-spoke-dual-stack"),
        await vpcOf(applied, "hub-spoke-ipv6-only"),
      ];
      const internet = expect.stringMatching(/^igw-/);
      expect(await routesOf(applied, "hub-network-public")).toEqual({
        "0.0.0.0/0": internet,
        "::/0": internet,
        [one.ipv4]: gateway,
        [one.ipv6]: gateway,
        [two.ipv4]: gateway,
        [two.ipv6]: gateway,
      });
    });
  });
});
