import type { InspectionEndpoint } from "./topology.ts";

/** What is known of a Network Firewall's policy, as AWS's API words it. */
export interface PolicyRead {
  /** The policy in the words of findings. */
  readonly policy: string;
  readonly statelessDefaultActions: readonly string[];
  readonly statelessFragmentDefaultActions: readonly string[];
  /** False: it has none for sure. */
  readonly mayHaveStatelessRules: boolean;
  readonly statefulDefaultActions: readonly string[];
  /** False: it has none for sure. */
  readonly mayHaveStatefulRules: boolean;
  readonly isStrict: boolean;
}

/** The id of the endpoint that a firewall has in a subnet, both by their Terraform addresses. */
export function endpointIn(firewall: string, subnet: string): string {
  return `${firewall}/${subnet}`;
}

/** What the firewall does with every packet, where that follows from its defaults alone; rules are not followed. */
export function verdictOf(read: PolicyRead): Pick<InspectionEndpoint, "passes" | "why"> {
  const { policy } = read;
  const stateless = read.mayHaveStatelessRules ? null : actionOfAll(read);
  if (stateless === "aws:pass") return { passes: "yes", why: `${policy} passes all packets` };
  if (stateless === "aws:drop") return { passes: "no", why: `${policy} drops all packets` };
  if (stateless === "aws:forward_to_sfe" && read.isStrict && !read.mayHaveStatefulRules) {
    const defaults = read.statefulDefaultActions;
    if (defaults.includes("aws:drop_strict")) return { passes: "no", why: `${policy} drops all packets` };
    if (!defaults.includes("aws:drop_established"))
      return { passes: "yes", why: `${policy} passes all packets` };
  }
  return { passes: "unknown", why: `what the rules of ${policy} let pass is not followed` };
}

/** The one action that holds for packets and fragments alike; null: they differ. */
function actionOfAll(read: PolicyRead): string | null {
  const actions = ["aws:pass", "aws:drop", "aws:forward_to_sfe"];
  const lists = [read.statelessDefaultActions, read.statelessFragmentDefaultActions];
  return actions.find((action) => lists.every((list) => list.includes(action))) ?? null;
}
