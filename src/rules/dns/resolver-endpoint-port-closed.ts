import { dnsFacts } from "../../aws/facts/dns.ts";
import { familyName } from "../../base/family-name.ts";
import { closedPorts } from "../../model/dns/closed-ports.ts";
import type { Rule } from "../rule.ts";

/** Security groups let DNS through, in both families. */
export const resolverEndpointPortClosed: Rule<"resolver-endpoint-port-closed"> = {
  id: "resolver-endpoint-port-closed",
  severity: "warning",
  title: "The security groups of a Resolver endpoint let DNS through in each of its families.",
  why: "An inbound endpoint is asked at port 53 over UDP, and over TCP where an answer is long, as answers with many AAAA records are. An outbound one asks at the port of its servers. A rule for IPv4 lets no IPv6 through: then names are found over one family and time out over the other.",
  sources: [dnsFacts.resolverEndpointSecurityGroups],
  check(network, report) {
    for (const endpoint of network.route53.resolverEndpoints) {
      const { name, path, direction } = endpoint;
      for (const { family, ports } of closedPorts(network, endpoint)) {
        const way = direction === "INBOUND" ? "in" : "out";
        const list = ports.map(({ protocol, port }) => `${protocol} ${port}`).join(", ");
        report(
          [...path, "securityGroups"],
          `the security groups of Resolver endpoint "${name}" do not let ${familyName(family)} ${way} at ${list}`,
          `add ${direction === "INBOUND" ? "ingress" : "egress"} rules for ${list}`,
        );
      }
    }
  },
};
