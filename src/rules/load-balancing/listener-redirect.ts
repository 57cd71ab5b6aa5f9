import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { decisionsOf } from "../../model/load-balancing/decisions-of.ts";
import { keepsHost, keepsPath, keepsPort, keepsProtocol } from "../../model/load-balancing/redirects.ts";
import type { Listener, ListenerAction } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** A redirect leads elsewhere. */
export const listenerRedirect: Rule<"listener-redirect"> = {
  id: "listener-redirect",
  severity: "error",
  title: "A redirect changes the address, and leads from HTTPS not back to HTTP.",
  why: "A redirect that leaves protocol, host, port and path as they were sends the browser back for ever; a change of the query alone does so too. What is written as the listener has it, such as port 443 at an HTTPS listener on port 443, is no change. Elastic Load Balancing refuses such a redirect, and one from HTTPS to HTTP.",
  sources: [loadBalancingFacts.listenerRedirects],
  check({ loadBalancers }, report) {
    for (const { listener, path, action } of loadBalancers.flatMap(decisionsOf)) {
      if (leadsBack(listener, action))
        report(
          [...path, "action", action.kind === "redirect" ? "redirect" : "redirectToHttps"],
          "this redirect leads to where the request came from",
          action.kind === "redirect"
            ? "write protocol, host, port or path"
            : "write it at the listener with protocol: HTTP, and forwardTo here",
        );
      if (action.kind === "redirect" && listener.protocol === "HTTPS" && action.protocol === "HTTP")
        report(
          [...path, "action", "redirect", "protocol"],
          "this redirect leads from HTTPS back to HTTP",
          "write protocol: HTTPS",
        );
    }
  },
};

function leadsBack(listener: Listener, action: ListenerAction): boolean {
  if (action.kind === "redirect-to-https")
    return listener.protocol === "HTTPS" && action.port === listener.port;
  return (
    action.kind === "redirect" &&
    keepsHost(action) &&
    keepsPath(action) &&
    keepsProtocol(listener, action) &&
    keepsPort(listener, action)
  );
}
