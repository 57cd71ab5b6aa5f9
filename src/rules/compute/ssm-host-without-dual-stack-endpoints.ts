import { computeFacts } from "../../aws/facts/compute.ts";
import { guestFacts } from "../../aws/facts/guests.ts";
import { ssmHostsWithoutIpv4 } from "../../model/compute/ssm-hosts.ts";
import type { Rule } from "../rule.ts";

/** What an author does to the agent's own settings. */
const OWN_SETTING = /UseDualStackEndpoint|AWS_USE_DUALSTACK_ENDPOINT/;

/** The usual names of Systems Manager have no IPv6. */
export const ssmHostWithoutDualStackEndpoints: Rule<"ssm-host-without-dual-stack-endpoints"> = {
  id: "ssm-host-without-dual-stack-endpoints",
  severity: "warning",
  title: "A host that reaches Systems Manager over IPv6 alone is told to use the dual-stack endpoints.",
  why: "The SSM Agent asks for ssm.<region>.amazonaws.com, which has A records only, unless UseDualStackEndpoint is set in its settings. A host without IPv4 and without NAT64 never gets through: the agent hibernates, and Session Manager cannot open a session. guest.awsDualStackEndpoints sets it, for the agent and for the AWS CLI.",
  sources: [guestFacts.ssmAgentDualStack, computeFacts.ssmAgentHibernates],
  check(network, report) {
    for (const { host, tier, internet } of ssmHostsWithoutIpv4(network)) {
      // What guest.awsDualStackEndpoints does stands in the user data too.
      const isTold = host.userData !== null && OWN_SETTING.test(host.userData);
      if (internet !== "yes" || isTold) continue;
      report(
        [...host.path, "instanceProfile"],
        `this host is for Systems Manager, reaches it over IPv6 alone from tier "${tier.name}", and is not told so`,
        "write guest: { awsDualStackEndpoints: true }",
      );
    }
  },
};
