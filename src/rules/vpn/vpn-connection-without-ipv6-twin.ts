import { vpnFacts } from "../../aws/facts/vpn.ts";
import { atKey } from "../../base/diagnostic.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Network } from "../../model/types/network.ts";
import type { CustomerGateway } from "../../model/types/vpn.ts";
import type { Rule } from "../rule.ts";

/** IPv6 wants a connection of its own. */
export const vpnConnectionWithoutIpv6Twin: Rule<"vpn-connection-without-ipv6-twin"> = {
  id: "vpn-connection-without-ipv6-twin",
  severity: "warning",
  title: "A device that a dual-stack VPC has an IPv4 connection to has one that carries IPv6.",
  why: "The tunnels of a connection carry one family, IPv4 by default. Hosts with both families then reach the network behind the device over IPv4 alone, and what is IPv6 only there stays out of reach. A second connection to the same customer gateway, with tunnelInsideIpVersion: ipv6 and a transit gateway at the end of AWS, carries IPv6. Where the network behind the device has no IPv6, accept this.",
  sources: [vpnFacts.oneFamilyInside, vpnFacts.virtualPrivateGatewayWithoutIpv6],
  check(network, report) {
    if (ipv6Blocks(network.vpc).length === 0) return;
    const told = new Set<string>();
    for (const { name, path, customerGateway, gateway, tunnelInsideIpVersion } of network.vpnConnections) {
      const device = network.customerGateways.find((one) => one.name === customerGateway);
      if (device === undefined || tunnelInsideIpVersion === "ipv6" || told.has(customerGateway)) continue;
      if (carriesIpv6(network, device)) continue;
      told.add(customerGateway);
      report(
        atKey(path),
        `VPN connection "${name}" carries IPv4, and none carries IPv6 to customer gateway "${customerGateway}"`,
        gateway.kind === "virtual-private-gateway"
          ? "add a connection with gateway: { transitGateway: <an attachment> } and tunnelInsideIpVersion: ipv6"
          : "add a connection to it with tunnelInsideIpVersion: ipv6",
      );
    }
  },
};

/** A connection may lead to the same device at another address: by its name. */
function carriesIpv6({ vpnConnections, customerGateways }: Network, device: CustomerGateway): boolean {
  const names = customerGateways
    .filter(
      ({ name, deviceName }) =>
        name === device.name || (deviceName !== null && deviceName === device.deviceName),
    )
    .map(({ name }) => name);
  return vpnConnections.some(
    (one) => one.tunnelInsideIpVersion === "ipv6" && names.includes(one.customerGateway),
  );
}
