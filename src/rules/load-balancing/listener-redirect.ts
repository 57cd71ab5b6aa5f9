import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { decisionsOf } from "../../model/load-balancing/decisions-of.ts";
import type { Rule } from "../rule.ts";

/** A redirect leads elsewhere. */
export const listenerRedirect: Rule<"listener-redirect"> = {
  id: "listener-redirect",
  severity: "error",
  title: "A redirect changes the address, and leads from HTTPS not back to HTTP.",
  why: "A redirect that leaves protocol, host, port and path as they were sends the browser back for ever; a change of the query alone does so too. Elastic Load Balancing refuses such a redirect, and one from HTTPS to HTTP.",
  sources: [loadBalancingFacts.listenerRedirects],
  check({ loadBalancers }, report) {
    for (const { listener, path, action } of loadBalancers.flatMap(decisionsOf)) {
      if (action.kind !== "redirect") continue;
      const { protocol, host, port, path: to } = action;
      const at = [...path, "action", "redirect"];
      const isSame =
        host === "#{host}" && port === "#{port}" && to === "/#{path}" && protocol === "#{protocol}";
      if (isSame)
        report(
          at,
          "this redirect leads to where the request came from",
          "write protocol, host, port or path",
        );
      if (listener.protocol === "HTTPS" && protocol === "HTTP")
        report([...at, "protocol"], "this redirect leads from HTTPS back to HTTP", "write protocol: HTTPS");
    }
  },
};
