import { migrationFacts } from "../../aws/facts/migration.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Rule } from "../rule.ts";

/** A host that was there before gets its IPv6 addresses by count. */
export const existingInstanceFixedAddress: Rule<"existing-instance-fixed-address"> = {
  id: "existing-instance-fixed-address",
  severity: "warning",
  title: "During a migration an imported instance has an ipv6AddressCount, no ipv6Addresses.",
  why: "EC2 takes fixed addresses for a running instance, but the AWS provider does not: it would replace the instance, and with it what hangs on it. A count changes in place, and back. When the migration is over, assign the fixed addresses by hand (aws ec2 assign-ipv6-addresses) and write down here what is there then: equal to what the instance has, they change nothing. Where it has them already, accept this.",
  sources: [migrationFacts.fixedAddressReplacesInstance],
  check(network, report) {
    if (network.migration === null) return;
    const there = whatIsThere(network);
    for (const { name, path, ipv6Addresses } of network.compute.instances) {
      if (ipv6Addresses.length === 0 || !there.has("aws_instance", name)) continue;
      report(
        [...path, "ipv6Addresses"],
        `instance "${name}" was there before: ipv6Addresses would replace it`,
        `write ipv6AddressCount: ${ipv6Addresses.length}`,
      );
    }
  },
};
