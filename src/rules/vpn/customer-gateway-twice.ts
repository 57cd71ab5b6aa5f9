import { vpnFacts } from "../../aws/facts/vpn.ts";

import type { Rule } from "../rule.ts";

/** One device is one customer gateway. */
export const customerGatewayTwice: Rule<"customer-gateway-twice"> = {
  id: "customer-gateway-twice",
  severity: "error",
  title: "Customer gateways of one address and number have device names that differ.",
  why: "EC2 makes no second customer gateway of the same address and autonomous system number: it answers with the first one, and Terraform takes both for its own. Whichever is destroyed first takes the other with it.",
  sources: [vpnFacts.sameCustomerGateway],
  check({ customerGateways }, report) {
    const taken = new Map<string, string>();
    for (const { name, path, bgpAsn, ipAddress, deviceName } of customerGateways) {
      const key = JSON.stringify([bgpAsn, String(ipAddress.address), ipAddress.family, deviceName]);
      const first = taken.get(key);
      if (first === undefined) {
        taken.set(key, name);
        continue;
      }
      report(
        [...path, "ipAddress"],
        `customer gateway "${name}" has the address and number of "${first}": to EC2 they are one`,
        "let both connections name one of them, or give each a deviceName",
      );
    }
  },
};
