import { filteringFacts } from "../../aws/facts/filtering.ts";
import { networkAclProtocolNumber } from "../../aws/protocols.ts";
import { describeTraffic, hasPorts, trafficOf } from "../../model/filtering/traffic.ts";
import type { Rule } from "../rule.ts";

/** TCP and UDP in a network ACL say which ports they mean. */
export const networkAclPortsMissing: Rule<"network-acl-ports-missing"> = {
  id: "network-acl-ports-missing",
  severity: "error",
  title: "TCP and UDP entries of a network ACL have ports.",
  why: "EC2 wants a port range for TCP and UDP and refuses the entry without. The AWS provider does not look at it, so that only the apply fails, halfway through.",
  sources: [filteringFacts.networkAclPortsRequired],
  check(network, report) {
    for (const { path, name, protocol, ports } of network.networkAcls.flatMap(({ entries }) => entries)) {
      const number = networkAclProtocolNumber(protocol);
      if (!hasPorts(number) || ports !== null) continue;
      report(
        [...path, "protocol"],
        `${describeTraffic(trafficOf(number, null))} entry "${name}" has no ports`,
        "write ports: 443, or ports: { from: 0, to: 65535 } for all",
      );
    }
  },
};
