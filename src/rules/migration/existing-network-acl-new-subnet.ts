import { migrationFacts } from "../../aws/facts/migration.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Rule } from "../rule.ts";

/** Who has a network ACL in hand says which subnets it filters. */
export const existingNetworkAclNewSubnet: Rule<"existing-network-acl-new-subnet"> = {
  id: "existing-network-acl-new-subnet",
  severity: "warning",
  title: "A referenced network ACL stands before subnets that were there before.",
  why: "The owner of a network ACL says which subnets it filters. A subnet that this stack makes keeps the VPC's default network ACL until the owner takes it into theirs: were it done here, the owner's next apply would undo it. Accept the finding once they have.",
  sources: [migrationFacts.networkAclAssociationsConflict],
  check(network, report) {
    const there = whatIsThere(network);
    for (const { name, path, subnets } of network.networkAcls) {
      if (!there.isReferenced("aws_network_acl", name)) continue;
      for (const subnet of subnets.filter((id) => !there.has("aws_subnet", id)))
        report(
          [...path, "subnets"],
          `network ACL "${name}" is managed outside this stack: this stack does not put it before the new subnet "${subnet}"`,
          "import the network ACL, or write one of its own for the new subnets",
        );
    }
  },
};
