import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { parseAddress } from "../../base/prefix.ts";
import type { Rule } from "../rule.ts";

/** A target's address is of the target group's family. */
export const targetAddressFamily: Rule<"target-address-family"> = {
  id: "target-address-family",
  severity: "error",
  title: "Addresses in a target group are of its family.",
  why: "A target group sends in one family, and Elastic Load Balancing refuses to register an address of the other one.",
  sources: [loadBalancingFacts.targetGroupHasOneFamily, loadBalancingFacts.ipv6TargetAddresses],
  check(network, report) {
    for (const { name, ipAddressType, targets } of network.targetGroups) {
      for (const { path, target } of targets.attachments) {
        const family = target.kind === "address" ? parseAddress(target.address)?.family : undefined;
        if (target.kind !== "address" || family === undefined || family === ipAddressType) continue;
        report(
          [...path, "address"],
          `target group "${name}" is ${ipAddressType}, but address "${target.address}" is ${family}`,
          `write an ${ipAddressType} address, or ipAddressType: ${family} for the target group`,
        );
      }
    }
  },
};
