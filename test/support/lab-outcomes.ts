import type { LabPlan } from "../../src/lab/plan/lab-plan.ts";
import type { NamedAddress } from "../../src/lab/plan/names-in.ts";
import { planLab } from "../../src/lab/plan-lab.ts";
import { runTries, type Try } from "../../src/lab/run/run-tries.ts";

/** The plan of a stack; throws where the laboratory refuses it. */
export function planOf(stack: unknown, names: readonly NamedAddress[] = []): LabPlan {
  const planned = planLab(stack, names);
  if (planned.kind === "refused") throw new Error(`refused: ${planned.why}`);
  return planned.plan;
}

/** Committed stacks that the laboratory refuses, and what it says: it has nothing that stands for such an appliance. */
export const REFUSED: Readonly<Record<string, string>> = {
  "inspected-by-appliances": "aws_route_table_association.internet_gateway: gateway_id cannot be modelled",
  "inspected-dual-stack":
    "aws_networkfirewall_firewall.main: aws_networkfirewall_firewall cannot be modelled",
  "vpn-dual-stack": "aws_customer_gateway.office: aws_customer_gateway cannot be modelled",
};

/** Why the laboratory refuses a stack; throws where it does not. */
export function refusalOf(stack: unknown): string {
  const planned = planLab(stack);
  if (planned.kind === "planned") throw new Error("it was planned");
  return planned.why;
}

/**
 * Tries connections, each as a text `a > b ipv6 tcp 443`, with real packets, and answers with how each ended, by that text.
 */
export async function outcomesOf(
  stack: unknown,
  texts: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const results = await runTries(planOf(stack), texts.map(readTry));
  return Object.fromEntries(texts.map((text, index) => [text, results[index]?.outcome ?? "nothing"]));
}

function readTry(text: string): Try {
  const [, from, to, family, protocol, port] =
    /^(\S+) > (\S+) (ipv4|ipv6|nat64) (tcp|udp|icmp)(?: (\d+))?$/.exec(text) ?? [];
  if (from === undefined || to === undefined) throw new Error(`${text} is no try`);
  return {
    from,
    to,
    family: family as Try["family"],
    protocol: protocol as Try["protocol"],
    port: port === undefined ? null : Number(port),
  };
}
