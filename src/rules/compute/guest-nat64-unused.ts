import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { Rule } from "../rule.ts";

/** A translator that nothing leads to costs and does nothing. */
export const guestNat64Unused: Rule<"guest-nat64-unused"> = {
  id: "guest-nat64-unused",
  severity: "warning",
  title: "A route leads to every host with guest.nat64, and its source and destination check is off.",
  why: "A host translates what is brought to it, and a route brings it to one instance. Nothing can lead to the hosts of an auto scaling group, which a launch template makes, nor can a launch template say that they take packets of others.",
  yieldsTo: ["guest-os-mismatch"],
  sources: [routingFacts.nat64ByInstance, reachabilityFacts.forwardingNeedsNoSourceCheck],
  check({ compute, routeTables, outputs }, report) {
    for (const { host } of compute.launchTemplates) {
      if (host.guest?.nat64 !== true) continue;
      const message = "guest.nat64 stands in a launch template, and no route can lead to its hosts";
      report([...host.path, "guest", "nat64"], message, "write it in an instance of compute.instances");
    }
    const targets = routeTables.flatMap(({ routes, prefixListRoutes }) => [...routes, ...prefixListRoutes]);
    for (const { name, host } of compute.instances) {
      const isLedTo = targets.some(({ target }) => target.kind === "instance" && target.name === name);
      // Routes of other stacks lead to what this one shows them.
      const isShown = outputs.some(
        ({ value }) => value.kind === "instanceNetworkInterfaceId" && value.name === name,
      );
      if (host.guest?.nat64 !== true || isLedTo || isShown) continue;
      report(
        [...host.path, "guest", "nat64"],
        `instance "${name}" has guest.nat64, and no route leads to it`,
        `write nat64: true and nat64Instances: [${name}] in the tier that is to use it`,
      );
    }
  },
};
