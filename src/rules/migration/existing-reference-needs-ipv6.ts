import { migrationFacts } from "../../aws/facts/migration.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A subnet managed outside this stack gets its IPv6 block there. */
export const existingReferenceNeedsIpv6: Rule<"existing-reference-needs-ipv6"> = {
  id: "existing-reference-needs-ipv6",
  severity: "warning",
  title: "A referenced subnet of a tier with IPv6 gets its block from its owner.",
  why: "What is referenced is read and not changed: this stack cannot give such a subnet its /64, nor let it hand out addresses. Its owner must have done so before the stage subnet-address-blocks, or hosts there have no IPv6 and rules that name its block fail to apply. Accept the finding once they have.",
  sources: [migrationFacts.dataSourcesAreRead],
  check(network, report) {
    const there = whatIsThere(network);
    for (const { name, path, addressing, subnets } of network.tiers) {
      const theirs = subnets.filter(({ id }) => there.isReferenced("aws_subnet", id));
      if (theirs.length === 0 || !hasFamily(addressing, "ipv6")) continue;
      report(
        [...path, "addressing"],
        `tier "${name}" is ${addressing}, but ${theirs.map(({ id }) => `"${id}"`).join(", ")} can get IPv6 from its owner only`,
        "import the subnet, or accept this finding once its owner has given it a block",
      );
    }
  },
};
