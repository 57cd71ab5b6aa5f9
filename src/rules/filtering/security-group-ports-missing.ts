import { filteringFacts } from "../../aws/facts/filtering.ts";
import { hasPorts, trafficOfRule } from "../../model/filtering/traffic.ts";
import type { Rule } from "../rule.ts";

/** TCP and UDP in a security group say which ports they mean. */
export const securityGroupPortsMissing: Rule<"security-group-ports-missing"> = {
  id: "security-group-ports-missing",
  severity: "error",
  title: "TCP and UDP rules of a security group have ports.",
  why: "EC2 wants a port range for TCP and UDP and refuses the rule without. To allow all ports, say so.",
  sources: [filteringFacts.securityGroupPortsRequired],
  check(network, report) {
    for (const rule of network.securityGroups.flatMap(({ rules }) => rules)) {
      if (rule.ports !== null || !hasPorts(trafficOfRule(rule).protocol)) continue;
      report(
        [...rule.path, "protocol"],
        `${rule.protocol} rule "${rule.name}" has no ports`,
        "write ports: 443, or ports: { from: 0, to: 65535 } for all",
      );
    }
  },
};
