import type { InspectionEndpoint } from "../topology/topology.ts";
import type { Fields } from "./fields.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

type Verdict = Pick<InspectionEndpoint, "passes" | "why">;

/** What a Network Firewall does with every packet, where its policy alone decides that; rules are not read. */
export function firewallVerdict(reading: Reading, firewall: TerraformResource): Verdict {
  const reference = reading.one(firewall, referents.firewallPolicy, "firewall_policy_arn");
  const policy = reference.kind === "one" ? reading.index.byAddress.get(reference.id) : undefined;
  const [block] = policy === undefined ? [] : reading.fields(policy).blocks("firewall_policy").known;
  if (policy === undefined || block === undefined)
    return { passes: "unknown", why: `the policy of ${firewall.address} is not known` };
  const groups = block.blocks("stateless_rule_group_reference");
  const actions = ["stateless_default_actions", "stateless_fragment_default_actions"];
  if (groups.isComplete && groups.known.length === 0) {
    if (areAll(block, actions, "aws:pass"))
      return { passes: "yes", why: `${policy.address} passes all packets` };
    if (areAll(block, actions, "aws:drop"))
      return { passes: "no", why: `${policy.address} drops all packets` };
  }
  return { passes: "unknown", why: `what the rules of ${policy.address} let pass is not followed` };
}

/** True where each of the lists holds the action. */
function areAll(block: Fields, lists: readonly string[], action: string): boolean {
  return lists.every((name) => block.texts(name).known.includes(action));
}
