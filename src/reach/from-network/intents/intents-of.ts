import { invariant } from "../../../base/invariant.ts";
import type { Intent, Node } from "../../topology/nodes.ts";
import { balancerIntents } from "./balancer-intents.ts";
import { callIntents } from "./call-intents.ts";
import { clientIntents } from "./client-intents.ts";
import { connectIntents } from "./connect-intents.ts";
import { endpointIntents } from "./endpoint-intents.ts";
import { hostIntents } from "./host-intents.ts";
import type { Declared } from "./meant.ts";
import { taskIntents } from "./task-intents.ts";
import { wayOutIntents } from "./way-out-intents.ts";

/** The nodes with all that is meant of them: found in what is declared, and nowhere guessed. */
export function withIntents(declared: Declared): readonly Node[] {
  const meant = [
    ...balancerIntents(declared),
    ...callIntents(declared),
    ...clientIntents(declared),
    ...connectIntents(declared),
    ...endpointIntents(declared),
    ...hostIntents(declared),
    ...taskIntents(declared),
    ...wayOutIntents(declared),
  ];
  const byNode = new Map(declared.nodes.map(({ id }): [string, Intent[]] => [id, []]));
  for (const { node, intent } of meant) {
    const own = byNode.get(node);
    invariant(own !== undefined, `an intent of ${node}, which is no node`);
    own.push(intent);
  }
  return declared.nodes.map((node) => ({ ...node, intents: byNode.get(node.id) ?? [] }));
}
