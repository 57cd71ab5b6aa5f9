import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { keepsPath, keepsPort, keepsProtocol } from "../../model/load-balancing/redirects.ts";
import type { Listener, ListenerRule } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** A rule does not redirect to itself. */
export const listenerRedirectToOwnHost: Rule<"listener-redirect-to-own-host"> = {
  id: "listener-redirect-to-own-host",
  severity: "error",
  isRunByAws: true,
  title: "A rule redirects to no host that it is for itself.",
  why: "A browser that is redirected asks again, and meets the same rule, which redirects it again: it gives up with an error after twenty times or so. Elastic Load Balancing sees only redirects that change nothing at all, and takes this one.",
  sources: [loadBalancingFacts.listenerRedirects],
  check({ loadBalancers }, report) {
    for (const listener of loadBalancers.flatMap(({ listeners }) => listeners)) {
      for (const rule of listener.rules) {
        const { action } = rule;
        if (action.kind !== "redirect" || !comesBack(listener, rule)) continue;
        const isWild = !rule.conditions.hosts.some(
          (host) => host.toLowerCase() === action.host.toLowerCase(),
        );
        report(
          [...rule.path, "action", "redirect", "host"],
          `rule "${rule.name}" is for ${action.host} too, and redirects it to itself for ever`,
          isWild
            ? `write a rule for ${action.host} whose priority is a lower number`
            : "take it out of hostHeader",
        );
      }
    }
  },
};

function comesBack(listener: Listener, { action, conditions, priority }: ListenerRule): boolean {
  if (action.kind !== "redirect" || !keepsPath(action) || action.host.includes("#{")) return false;
  // After a redirect browsers ask with GET, and what stands before the load balancer may send other headers.
  const isAskedAgain = conditions.methods.length === 0 || conditions.methods.includes("GET");
  if (!isAskedAgain || conditions.headers.length > 0) return false;
  const asksAgain = keepsProtocol(listener, action) && keepsPort(listener, action);
  const keepsQuery = conditions.query.length === 0 || action.query === "#{query}";
  const before = listener.rules.filter((other) => other.priority < priority);
  const isCaught = before.some(({ conditions: { hosts } }) =>
    hosts.some((one) => fits(one, action.host) !== "no"),
  );
  return (
    asksAgain && keepsQuery && !isCaught && conditions.hosts.some((one) => fits(one, action.host) === "yes")
  );
}

/** Whether a host is of a pattern: the usual wildcard, in front, is looked at, others may be. */
function fits(pattern: string, host: string): "yes" | "no" | "maybe" {
  const isUsual = /^\*?[^*?]*$/.test(pattern);
  if (!isUsual) return "maybe";
  const [text, name] = [pattern.toLowerCase(), host.toLowerCase()];
  return text === name || (text.startsWith("*") && name.endsWith(text.slice(1))) ? "yes" : "no";
}
