import type { Finding } from "../../reports/findings/finding.ts";
import { announce, resourcesOf, type StackChange } from "./stack-change.ts";

const ENTRY = "aws_network_acl_rule";

/** Entries of network ACLs that get another number: EC2 does not change it, so they go before they come again. */
export function renumberedEntries(change: StackChange): readonly Finding[] {
  const after = resourcesOf(change.after, ENTRY);
  const moves = [...resourcesOf(change.before, ENTRY)].flatMap(([name, before]) => {
    const [old, next] = [before["rule_number"], after.get(name)?.["rule_number"]];
    return next === undefined || old === next ? [] : [`${name} ${old} -> ${next}`];
  });
  if (moves.length === 0) return [];
  const message = `entries of network ACLs are renumbered (${moves.join(", ")}): Terraform takes each away before it makes it again, and what it allows drops meanwhile`;
  const hint =
    "keep the numbers; a further block of the VPC keeps them when its name sorts behind the others";
  return [announce(change, "change/network-acl-entry-number", message, hint)];
}
