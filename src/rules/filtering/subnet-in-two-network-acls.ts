import { filteringFacts } from "../../aws/facts/filtering.ts";
import type { Rule } from "../rule.ts";

/** A subnet has one network ACL. */
export const subnetInTwoNetworkAcls: Rule<"subnet-in-two-network-acls"> = {
  id: "subnet-in-two-network-acls",
  severity: "error",
  title: "A tier stands in one network ACL.",
  why: "A subnet has one network ACL at a time: associating another takes it away from the first. Which one wins depends on the order in which Terraform makes them, and the next plan wants to move the subnet back.",
  sources: [filteringFacts.oneNetworkAclPerSubnet],
  check(network, report) {
    for (const [position, acl] of network.networkAcls.entries()) {
      for (const [index, tier] of acl.tiers.entries()) {
        const first = network.networkAcls.slice(0, position).find(({ tiers }) => tiers.includes(tier));
        if (first === undefined) continue;
        report(
          [...acl.path, "subnets", index],
          `tier "${tier}" already has network ACL "${first.name}"`,
          "remove it here or there, and write all entries into one network ACL",
        );
      }
    }
  },
};
