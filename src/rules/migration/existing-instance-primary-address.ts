import { migrationFacts } from "../../aws/facts/migration.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Rule } from "../rule.ts";

/** A primary IPv6 address stays. */
export const existingInstancePrimaryAddress: Rule<"existing-instance-primary-address"> = {
  id: "existing-instance-primary-address",
  severity: "warning",
  title: "An imported instance gets a primary IPv6 address only where its stage need not be taken back.",
  why: "AWS cannot take the primary mark from an address, nor a primary address from its interface. Going back to before the stage instance-addresses leaves this one address in place, though nothing leads to it. IPv6 target groups that register instances need it; those that register addresses do not.",
  sources: [migrationFacts.primaryAddressStays],
  check(network, report) {
    if (network.migration === null) return;
    const there = whatIsThere(network);
    for (const { name, path, host } of network.compute.instances) {
      if (!host.enablePrimaryIpv6 || !there.has("aws_instance", name)) continue;
      report(
        [...path, "enablePrimaryIpv6"],
        `instance "${name}" was there before, and cannot lose its primary IPv6 address again`,
        "leave enablePrimaryIpv6 out, or accept this finding",
      );
    }
  },
};
