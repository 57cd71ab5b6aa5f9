import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Web ACLs and connection logs are of application load balancers. */
export const loadBalancerApplicationOnly: Rule<"load-balancer-application-only"> = {
  id: "load-balancer-application-only",
  severity: "error",
  title: "Only application load balancers have a web ACL and connection logs.",
  why: "AWS WAF judges requests of HTTP, which a network load balancer does not see; neither does it keep connection logs. AWS refuses both there, in the middle of the apply.",
  sources: [
    loadBalancingFacts.webAclOfApplicationBalancers,
    loadBalancingFacts.connectionLogsOfApplicationBalancers,
  ],
  check({ loadBalancers }, report) {
    for (const { name, path, type, webAclArn, connectionLogs } of loadBalancers) {
      if (type === "application") continue;
      const written = [
        ...(webAclArn === null ? [] : ["webAclArn"]),
        ...(connectionLogs === null ? [] : ["connectionLogs"]),
      ];
      for (const key of written)
        report(
          atKey([...path, key]),
          `load balancer "${name}" is of type ${type} and has no ${key}`,
          `remove ${key}, or take type: application`,
        );
    }
  },
};
