import { vpnFacts } from "../../aws/facts/vpn.ts";
import { RESERVED_ASNS } from "../../aws/vpn.ts";
import type { Rule } from "../rule.ts";

/** AWS keeps some numbers. */
export const customerGatewayAsnReserved: Rule<"customer-gateway-asn-reserved"> = {
  id: "customer-gateway-asn-reserved",
  severity: "error",
  title: "A customer gateway has no autonomous system number that AWS keeps.",
  why: "EC2 refuses 7224 in every region, and one more number in a few of them. A device without a number of its own takes a private one: 64512 to 65534, or 4200000000 to 4294967294.",
  sources: [vpnFacts.reservedAsns],
  check({ region, customerGateways }, report) {
    for (const { name, path, bgpAsn } of customerGateways) {
      const reserved = RESERVED_ASNS.find((one) => one.asn === bgpAsn);
      if (reserved === undefined || (reserved.region !== null && reserved.region !== region)) continue;
      report(
        [...path, "bgpAsn"],
        `customer gateway "${name}" has number ${bgpAsn}, which AWS keeps${reserved.region === null ? "" : ` in ${region}`}`,
        "write the device's own number, or a private one such as 65000",
      );
    }
  },
};
