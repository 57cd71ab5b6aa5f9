import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { comesBackToPath } from "../../model/load-balancing/redirects.ts";
import type { Listener } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** A redirect to a path of its own leads somewhere else. */
export const listenerRedirectToOwnPath: Rule<"listener-redirect-to-own-path"> = {
  id: "listener-redirect-to-own-path",
  severity: "error",
  isRunByAws: true,
  title: "A redirect to a path is answered by something else than this redirect.",
  why: "A browser that is redirected asks for the new path, and when the same redirect answers that path too, it is redirected again: it gives up with an error after twenty times or so. Elastic Load Balancing sees only redirects that change nothing at all, and takes this one.",
  sources: [loadBalancingFacts.listenerRedirects, loadBalancingFacts.listenerPathPatterns],
  check({ loadBalancers }, report) {
    for (const { listener, rule } of loadBalancers
      .flatMap(({ listeners }) => listeners)
      .flatMap(decisionsIn)) {
      const { path, action } = rule ?? listener;
      if (action.kind !== "redirect" || !comesBackToPath(listener, rule, action)) continue;
      const who = rule === null ? "the listener's own action" : `rule "${rule.name}"`;
      const way =
        rule === null ? "with another action" : `whose priority is a lower number than ${rule.priority}`;
      report(
        [...path, "action", "redirect", "path"],
        `${who} is for ${action.path} too, and redirects it to itself for ever`,
        `write a rule for ${action.path} ${way}`,
      );
    }
  },
};

/** Null: the listener itself decides. */
function decisionsIn(listener: Listener) {
  return [null, ...listener.rules].map((rule) => ({ listener, rule }));
}
