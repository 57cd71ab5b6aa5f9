import { changeFacts } from "../../aws/facts/changes.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A network load balancer gets security groups on the day it is made, or never. */
export const networkLoadBalancerWithoutSecurityGroups: Rule<"network-load-balancer-without-security-groups"> =
  {
    id: "network-load-balancer-without-security-groups",
    severity: "warning",
    title: "A network load balancer is made with a security group.",
    why: "A network load balancer that was made without security groups never gets any. Added later, they make Terraform destroy the balancer and make another one, with another DNS name and other addresses. The groups that it has from the start can be changed at any time, so that one that lets everything through keeps the choice open. Without any, the balancer filters nothing, and what its targets let in is all there is.",
    sources: [changeFacts.networkBalancerSecurityGroupsFromTheStart],
    check({ loadBalancers, existing }, report) {
      // What is there already was decided when it was made.
      const imported = new Set(existing?.imports.map(({ address }) => address));
      for (const { name, path, type, securityGroups } of loadBalancers) {
        if (type !== "network" || securityGroups.length > 0 || imported.has(`aws_lb.${name}`)) continue;
        report(
          atKey(path),
          `network load balancer "${name}" is made without security groups, and can never be given any`,
          "write securityGroups now; the groups themselves can be changed later",
        );
      }
    },
  };
