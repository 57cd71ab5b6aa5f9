import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { decisionsOf } from "../../model/load-balancing/decisions-of.ts";
import { keepsHost, keepsPort } from "../../model/load-balancing/redirects.ts";
import type { Listener, ListenerAction } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** HTTPS is spoken at another port. */
export const listenerRedirectWrongPort: Rule<"listener-redirect-wrong-port"> = {
  id: "listener-redirect-wrong-port",
  severity: "error",
  isRunByAws: true,
  title: "A redirect from HTTP to HTTPS changes the port, too.",
  why: "What a redirect leaves out stays as the request had it. With protocol: HTTPS alone a browser that came to port 80 is sent to https://…:80, where the listener speaks HTTP, and shows an error. Elastic Load Balancing takes such a redirect.",
  sources: [loadBalancingFacts.redirectKeepsWhatIsLeftOut, loadBalancingFacts.oneListenerPerPort],
  check({ loadBalancers }, report) {
    for (const { listener, path, action } of loadBalancers.flatMap(decisionsOf)) {
      if (listener.protocol !== "HTTP" || !leadsToHttpsHere(listener, action)) continue;
      const key = action.kind === "redirect" ? "redirect" : "redirectToHttps";
      report(
        [...path, "action", key],
        `this redirect leads to HTTPS at port ${listener.port}, where the listener speaks HTTP`,
        action.kind === "redirect" ? 'write port: "443"' : "write port: 443",
      );
    }
  },
};

function leadsToHttpsHere(listener: Listener, action: ListenerAction): boolean {
  if (action.kind === "redirect-to-https") return action.port === listener.port;
  return (
    action.kind === "redirect" &&
    action.protocol === "HTTPS" &&
    keepsHost(action) &&
    keepsPort(listener, action)
  );
}
