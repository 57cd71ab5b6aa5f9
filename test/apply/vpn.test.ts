import { expect, test } from "vitest";
import { type AppliedStacks, describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

/** A device in the office: IPv4 by a virtual private gateway, IPv6 by a transit gateway. */
const VPN = `apiVersion: hextet/v1
name: vpn
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  customerGateways: { office: { bgpAsn: 65010, ipAddress: 198.51.100.10 } }
  virtualPrivateGateways: { main: { amazonSideAsn: 64513, routePropagation: [app] } }
  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }
  vpnConnections:
    office: { customerGateway: office, gateway: { virtualPrivateGateway: main } }
    office-6: { customerGateway: office, gateway: { transitGateway: core }, tunnelInsideIpVersion: ipv6 }
  routes:
    app:
      office: { destination: 192.168.0.0/16, target: { virtualPrivateGateway: main } }
      office-6: { destination: "2001:db8:9::/48", target: { transitGateway: core } }
outputs:
  gateway: { value: { virtualPrivateGatewayId: main } }
  connection: { value: { vpnConnectionId: office } }
  device: { value: { customerGatewayId: office } }
`;

const stacks = { region: "eu-west-1", folders: (scratch: string) => stacksOf({ vpn: VPN }, scratch) };

async function connectionOf({ ask, output }: AppliedStacks): Promise<unknown> {
  const asked = { VpnConnectionIds: [await output("vpn", "connection")] };
  return listAt(await ask("ec2", "describe_vpn_connections", asked), "VpnConnections")[0];
}

describeAppliedInOrder("VPN connections", stacks, (applied) => {
  const { ask, output } = applied;

  test("the route table of the tier learns from the gateway, and has the route to it", async () => {
    const gateway = await output("vpn", "gateway");
    const named = { Filters: [{ Name: "tag:Name", Values: ["vpn-app"] }] };
    const [table] = listAt(await ask("ec2", "describe_route_tables", named), "RouteTables");
    expect(listAt(table, "PropagatingVgws")).toEqual([{ GatewayId: gateway }]);
    const route = listAt(table, "Routes").find((one) => at(one, "DestinationCidrBlock") === "192.168.0.0/16");
    expect(textAt(route, "GatewayId")).toBe(gateway);
  });

  test("the connection is between the customer gateway and the virtual private gateway", async () => {
    const connection = await connectionOf(applied);
    expect(at(connection, "VpnGatewayId")).toBe(await output("vpn", "gateway"));
    expect(at(connection, "CustomerGatewayId")).toBe(await output("vpn", "device"));
  });
});
