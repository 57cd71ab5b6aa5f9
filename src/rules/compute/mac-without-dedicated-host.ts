import { computeFacts } from "../../aws/facts/compute.ts";
import { MAC_FAMILIES } from "../../aws/instance-type-data.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Macs are machines of one's own. */
export const macWithoutDedicatedHost: Rule<"mac-without-dedicated-host"> = {
  id: "mac-without-dedicated-host",
  severity: "error",
  title: "No host is a Mac.",
  why: "EC2 starts Mac instances on dedicated hosts only, which are allocated for 24 hours at least and have to be named. A blueprint has no word for them, so that the start would be refused.",
  sources: [computeFacts.macNeedsDedicatedHost],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      const { name } = host.instanceType;
      if (!MAC_FAMILIES.has(name.slice(0, name.indexOf(".")))) continue;
      report(
        [...host.path, "instanceType"],
        `instance type "${name}" needs a dedicated host, which no blueprint can name`,
        "make it beside this stack, with aws_ec2_host and aws_instance",
      );
    }
  },
};
