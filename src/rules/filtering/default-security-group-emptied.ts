import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import { defaultGroupUsers } from "../../model/filtering/default-group-users.ts";
import type { Rule } from "../rule.ts";

/** What shares the default group shares its fate. */
export const defaultSecurityGroupEmptied: Rule<"default-security-group-emptied"> = {
  id: "default-security-group-emptied",
  severity: "warning",
  title: "What sends or takes packets names a security group of its own.",
  why: "What names no security group stands in the VPC's default one. Emptied, that lets nothing in and nothing out: the host is up, nobody reaches it, and it reaches neither its packages nor its registry nor SSM. Untouched, it lets its members reach each other on every port, and whoever is added to the VPC without a group is one of them.",
  sources: [filteringFacts.defaultSecurityGroup, filteringFacts.defaultSecurityGroupAdopted],
  check(network, report) {
    if (network.vpc.defaults.securityGroup !== "emptied") return;
    for (const { what, path } of defaultGroupUsers(network)) {
      const message = `${what} names no security group, and the VPC's default one is emptied: nothing reaches or leaves it`;
      report(atKey(path), message, "name a group in its securityGroups");
    }
  },
};
