import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** Only an instance that sends on what is not for it can be on the way to elsewhere. */
export const routeToInstanceThatChecks: Rule<"route-to-instance-that-checks"> = {
  id: "route-to-instance-that-checks",
  severity: "error",
  title: "An instance that a route leads to has no source and destination check.",
  why: "EC2 lets an instance take and send packets of its own addresses only, and takes the route all the same: whatever it carries is dropped at the instance, in both families. A router, a firewall or a NAT of one's own needs the check off.",
  sources: [reachabilityFacts.forwardingNeedsNoSourceCheck],
  check({ routeTables, compute }, report) {
    const checking = compute.instances.filter(({ sourceDestCheck }) => sourceDestCheck);
    // A tier with a table in each zone has the route in each of them.
    const tell = reportOnce(report);
    for (const { routes, prefixListRoutes } of routeTables) {
      const derived = routes.flatMap((route) => (route.derived ? [route.id] : []));
      for (const { id, path, name, target } of [...routes, ...prefixListRoutes]) {
        if (target.kind !== "instance" || !checking.some((one) => one.name === target.name)) continue;
        tell(
          derived.includes(id) ? path : [...path, "target", "instance"],
          `route "${name}" leads to instance "${target.name}", which drops what is not for itself`,
          `write sourceDestCheck: false in compute.instances.${target.name}`,
        );
      }
    }
  },
};
