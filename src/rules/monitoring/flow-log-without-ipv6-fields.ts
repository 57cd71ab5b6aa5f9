import { routingFacts } from "../../aws/facts/routing.ts";
import { IPV6_FLOW_LOG_FIELDS, isFlowLogField } from "../../aws/flow-log-fields.ts";
import { tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A flow log of IPv6 traffic tells it apart. */
export const flowLogWithoutIpv6Fields: Rule<"flow-log-without-ipv6-fields"> = {
  id: "flow-log-without-ipv6-fields",
  severity: "warning",
  title: "A flow log where there is IPv6 records type, pkt-srcaddr and pkt-dstaddr.",
  why: "The field type tells IPv4 from IPv6, which no CloudWatch metric of EC2 does. The fields pkt-srcaddr and pkt-dstaddr are the packet's own addresses: without them all traffic through a NAT gateway, NAT64 too, seems to come from the gateway. The list that Hextet writes by default has all three.",
  sources: [routingFacts.flowLogTypeField, routingFacts.flowLogPacketAddresses],
  check({ flowLogs, tiers }, report) {
    const watched = tiersWithIpv6(tiers).flatMap((tier) => tier.subnets.map(({ id }) => id));
    for (const { name, path, fields, scopes } of flowLogs) {
      const seesIpv6 = scopes.some(({ subnet }) =>
        subnet === null ? watched.length > 0 : watched.includes(subnet),
      );
      const missing = IPV6_FLOW_LOG_FIELDS.filter((field) => !fields.includes(field));
      // One of them may be there, misspelled: another rule's.
      if (!seesIpv6 || missing.length === 0 || !fields.every(isFlowLogField)) continue;
      report(
        [...path, "fields"],
        `flow log "${name}" does not record ${missing.join(", ")}`,
        `add ${missing.join(", ")}, or leave fields out`,
      );
    }
  },
};
