import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import {
  fitsHost,
  isAskedAgain,
  keepsPath,
  keepsPort,
  keepsProtocol,
} from "../../model/load-balancing/redirects.ts";
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
  if (!isAskedAgain(conditions, action)) return false;
  const asksAgain = keepsProtocol(listener, action) && keepsPort(listener, action);
  const before = listener.rules.filter((other) => other.priority < priority);
  const isCaught = before.some(({ conditions: { hosts } }) =>
    hosts.some((one) => fitsHost(one, action.host) !== "no"),
  );
  return asksAgain && !isCaught && conditions.hosts.some((one) => fitsHost(one, action.host) === "yes");
}
