import { vpnFacts } from "../../aws/facts/vpn.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A VPC has one virtual private gateway. */
export const virtualPrivateGatewayTwice: Rule<"virtual-private-gateway-twice"> = {
  id: "virtual-private-gateway-twice",
  severity: "error",
  title: "A VPC has one virtual private gateway.",
  why: "EC2 attaches one virtual private gateway to a VPC at a time, and refuses the second one at apply, not at plan. One gateway serves every VPN connection and Direct Connect interface of the VPC.",
  sources: [vpnFacts.oneVirtualPrivateGateway],
  check({ virtualPrivateGateways }, report) {
    const [first, ...others] = virtualPrivateGateways;
    for (const { name, path } of others) {
      report(
        atKey(path),
        `virtual private gateway "${name}" is the VPC's second beside "${first?.name}"`,
        "remove one of the two; a VPC that wants more networks takes a transit gateway",
      );
    }
  },
};
