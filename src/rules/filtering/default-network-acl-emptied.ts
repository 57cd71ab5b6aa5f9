import { filteringFacts } from "../../aws/facts/filtering.ts";
import type { Rule } from "../rule.ts";

/** A subnet without an ACL of its own has the VPC's default one. */
export const defaultNetworkAclEmptied: Rule<"default-network-acl-emptied"> = {
  id: "default-network-acl-emptied",
  severity: "error",
  title: "Where the default network ACL is emptied, every tier has one of its own.",
  why: "The VPC's default network ACL filters each subnet that no other ACL does. Without entries it denies everything: no packet crosses the subnet's border in either direction, and hosts reach each other only inside one subnet.",
  sources: [filteringFacts.defaultNetworkAclAdopted, filteringFacts.oneNetworkAclPerSubnet],
  check({ vpc, tiers, networkAcls }, report) {
    if (vpc.defaults.networkAcl !== "emptied") return;
    const filtered = new Set(networkAcls.flatMap((acl) => acl.tiers));
    for (const { name } of tiers.filter((tier) => !filtered.has(tier.name))) {
      report(
        [...vpc.defaults.path, "networkAcl"],
        `tier "${name}" has no network ACL of its own, so nothing enters or leaves its subnets`,
        `list "${name}" in the subnets of one under networkAcls, or write allowAll`,
      );
    }
  },
};
