import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Path } from "../../base/path.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import type { TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** Targets stand in the zones of their load balancer. */
export const targetZoneWithoutLoadBalancer: Rule<"target-zone-without-load-balancer"> = {
  id: "target-zone-without-load-balancer",
  severity: "warning",
  title: "A load balancer has a subnet in every zone in which it has targets.",
  why: "Targets in an Availability Zone in which the load balancer has no subnet are registered, but get no traffic and no health check: their state is unused. Cross-zone load balancing does not change that. The hosts there run, cost money and answer nobody.",
  sources: [loadBalancingFacts.targetsInEnabledZonesOnly],
  check(network, report) {
    for (const { name, subnets } of network.loadBalancers) {
      const enabled = zonesOfSubnets(network, subnets);
      // A load balancer without any known subnet is another rule's.
      if (enabled.length === 0) continue;
      const groups = network.targetGroups.filter(({ loadBalancers }) => loadBalancers.includes(name));
      for (const { what, path, zones } of groups.flatMap((group) => targetsOf(network, group))) {
        const missing = zones.filter((zone) => !enabled.includes(zone));
        if (missing.length === 0) continue;
        report(
          path,
          `${what} stands in zone ${missing.join(", ")}, where load balancer "${name}" has no subnet`,
          `give the tier of loadBalancers.${name} a subnet in each of these zones`,
        );
      }
    }
  },
};

interface ZonalTarget {
  readonly what: string;
  readonly path: Path;
  /** Letters. */
  readonly zones: readonly string[];
}

function targetsOf(network: Network, { name, path, targets }: TargetGroup): readonly ZonalTarget[] {
  const { autoScalingGroups, instances } = network.compute;
  const groups = autoScalingGroups.filter((group) => targets.autoScalingGroups.includes(group.name));
  return [
    ...groups.map((group) => ({
      what: `auto scaling group "${group.name}"`,
      path: [...path, "targets", "autoScalingGroups"],
      zones: zonesOfSubnets(network, group.subnets),
    })),
    ...targets.attachments.flatMap(({ path: at, target }) => {
      const instance = instances.find((one) => target.kind !== "address" && one.name === target.name);
      if (instance === undefined) return [];
      const zones = zonesOfSubnets(network, [instance.subnet]);
      return { what: `instance "${instance.name}"`, path: at, zones };
    }),
    ...network.ecs.services.flatMap((service) =>
      service.loadBalancers
        .filter(({ targetGroup }) => targetGroup === name)
        .map(({ path: at }) => ({
          what: `service "${service.name}"`,
          path: [...at, "service"],
          zones: zonesOfSubnets(network, service.subnets),
        })),
    ),
  ];
}
