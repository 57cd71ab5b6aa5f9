import { vpnFacts } from "../../aws/facts/vpn.ts";

import type { Rule } from "../rule.ts";

/** Both ends of a tunnel have addresses of one family. */
export const vpnConnectionOutsideFamily: Rule<"vpn-connection-outside-family"> = {
  id: "vpn-connection-outside-family",
  severity: "error",
  title: "A VPN connection between IPv6 addresses has them at both ends.",
  why: "A tunnel runs between two addresses of one family. With outsideIpAddressType: Ipv6 the end of AWS has an IPv6 address, and so must the customer gateway; a customer gateway with an IPv6 address serves no other connection. EC2 refuses the mixture at apply.",
  sources: [vpnFacts.outsideIpv6OnBothEnds],
  check({ vpnConnections, customerGateways }, report) {
    for (const { name, path, customerGateway, outsideIpAddressType } of vpnConnections) {
      const device = customerGateways.find((one) => one.name === customerGateway);
      if (device === undefined) continue;
      const isIpv6 = device.ipAddress.family === "ipv6";
      if (isIpv6 === (outsideIpAddressType === "Ipv6")) continue;
      report(
        [...path, "customerGateway"],
        `VPN connection "${name}" has ${outsideIpAddressType} outside, and customer gateway "${customerGateway}" an ${isIpv6 ? "IPv6" : "IPv4"} address`,
        isIpv6 ? "write outsideIpAddressType: Ipv6" : "name a customer gateway with an IPv6 address",
      );
    }
  },
};
