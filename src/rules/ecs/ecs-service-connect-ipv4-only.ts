import { serviceConnectFacts } from "../../aws/facts/service-connect.ts";
import { atKey } from "../../base/diagnostic.ts";
import { connectedServices, familiesOf } from "../../model/ecs/service-connect-lookup.ts";
import type { Rule } from "../rule.ts";

/** Names with an IPv6 address in a task without IPv6. */
export const ecsServiceConnectIpv4Only: Rule<"ecs-service-connect-ipv4-only"> = {
  id: "ecs-service-connect-ipv4-only",
  severity: "note",
  title: "Services that call others by Service Connect have IPv6, or clients that try IPv4 too.",
  why: "Service Connect writes each endpoint into /etc/hosts with an IPv4 and an IPv6 address, in tasks without IPv6 too. Most clients try the one after the other; NGINX as a proxy does not, and fails. In a dual-stack tier, with IPv6 for its tasks, both lead there.",
  sources: [serviceConnectFacts.serviceConnectHostsHaveIpv6],
  check(network, report) {
    for (const placed of connectedServices(network)) {
      const { service, connect } = placed;
      if (connect.calls.length === 0 || familiesOf(placed).includes("ipv6")) continue;
      report(
        atKey([...connect.path, "calls"]),
        `tasks of service "${service.name}" find IPv6 addresses under the names that they call, and have no IPv6`,
        "see that the client tries IPv4 too, or take a dual-stack tier",
      );
    }
  },
};
