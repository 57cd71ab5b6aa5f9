import { computeFacts } from "../../aws/facts/compute.ts";
import { ssmHostsWithoutIpv4 } from "../../model/compute/ssm-hosts.ts";
import type { Rule } from "../rule.ts";

/** Systems Manager is called, it does not call. */
export const ssmHostWithoutWay: Rule<"ssm-host-without-way"> = {
  id: "ssm-host-without-way",
  severity: "warning",
  title: "A host that Systems Manager is to manage has a way to it.",
  why: "The host's profile has a policy of Systems Manager, but from its tier nothing leads there: no route to the internet in either family, no NAT64, no endpoints for ssm and ssmmessages. The SSM Agent hibernates, and Session Manager cannot open a session. Packages cannot be installed at the first start either.",
  sources: [computeFacts.ssmAgentHibernates],
  check(network, report) {
    for (const { host, tier, internet } of ssmHostsWithoutIpv4(network)) {
      if (internet !== "no") continue;
      report(
        [...host.path, "instanceProfile"],
        `this host is for Systems Manager, and nothing leads there from tier "${tier.name}"`,
        `write internet: egress-only in tier ${tier.name}, or vpcEndpoints for ssm and ssmmessages`,
      );
    }
  },
};
