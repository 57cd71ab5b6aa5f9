import { verdictOf } from "../topology/firewall-policy.ts";
import type { InspectionEndpoint } from "../topology/topology.ts";
import type { Fields, Items } from "./fields.ts";
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
  return verdictOf({
    policy: policy.address,
    statelessDefaultActions: block.texts("stateless_default_actions").known,
    statelessFragmentDefaultActions: block.texts("stateless_fragment_default_actions").known,
    mayHaveStatelessRules: mayHave(block.blocks("stateless_rule_group_reference")),
    statefulDefaultActions: block.texts("stateful_default_actions").known,
    mayHaveStatefulRules:
      mayHave(block.blocks("stateful_rule_group_reference")) ||
      !block.texts("stateful_default_actions").isComplete,
    isStrict: block.blocks("stateful_engine_options").known.some((options) => isStrict(options)),
  });
}

function mayHave({ known, isComplete }: Items<Fields>): boolean {
  return !isComplete || known.length > 0;
}

function isStrict(options: Fields): boolean {
  const order = options.text("rule_order");
  return order.kind === "known" && order.value === "STRICT_ORDER";
}
