import { vpnFacts } from "../../aws/facts/vpn.ts";
import { IPV4_NOT_ON_THE_INTERNET } from "../../aws/not-on-the-internet.ts";
import { GLOBAL_IPV6 } from "../../aws/well-known-prefixes.ts";
import { type Address, bitsOf, contains, formatAddress, parsePrefix } from "../../base/prefix.ts";
import type { Rule } from "../rule.ts";

/** The other end of a tunnel over the internet is on the internet. */
export const vpnConnectionOutsideAddress: Rule<"vpn-connection-outside-address"> = {
  id: "vpn-connection-outside-address",
  severity: "error",
  isRunByAws: true,
  title: "A VPN connection over the internet leads to an address that the internet knows.",
  why: "AWS sends the packets of the tunnels to the customer gateway's address over the internet, unless the connection has PrivateIpv4 outside, which runs over Direct Connect. To a private address, or one of loopback, link-local or multicast, nothing arrives, and both tunnels stay down. Of a device behind NAT it is the address that the NAT device has outside.",
  sources: [vpnFacts.customerGatewayAddress],
  yieldsTo: ["vpn-connection-outside-family"],
  check({ vpnConnections, customerGateways }, report) {
    for (const { name, path, customerGateway, outsideIpAddressType } of vpnConnections) {
      const device = customerGateways.find((one) => one.name === customerGateway);
      if (device === undefined || outsideIpAddressType === "PrivateIpv4" || isOnTheInternet(device.ipAddress))
        continue;
      const text = formatAddress(device.ipAddress.family, device.ipAddress.address);
      report(
        [...path, "customerGateway"],
        `VPN connection "${name}" runs over the internet, which has no ${text} of customer gateway "${customerGateway}"`,
        "write the address that the device has on the internet",
      );
    }
  },
};

function isOnTheInternet({ family, address }: Address): boolean {
  const own = { family, address, length: bitsOf(family) };
  const isIn = (text: string): boolean => {
    const block = parsePrefix(text);
    return block !== null && contains(block, own);
  };
  return family === "ipv6" ? isIn(GLOBAL_IPV6) : !IPV4_NOT_ON_THE_INTERNET.some(isIn);
}
