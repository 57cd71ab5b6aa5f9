import type { ITerraformDependable } from "../engine.ts";
import { resourceFor, type SecurityGroupsMade } from "../resources.ts";

/**
 * The rules of the security groups: whoever is moved to another group, or into a new one of the same name, waits for
 * them, so that it is never in a group without rules.
 */
export function rulesOfGroups(
  made: Pick<SecurityGroupsMade, "securityGroupRules">,
  groups: readonly string[],
): readonly ITerraformDependable[] {
  return groups.flatMap((group) => resourceFor(made.securityGroupRules, group));
}
