import type { Path } from "../../base/path.ts";
import { zonesOfSubnets } from "../lookup.ts";
import type { TargetGroup } from "../types/load-balancing.ts";
import type { Network } from "../types/network.ts";

/** A target of which it is known where it stands. */
export interface ZonalTarget {
  readonly what: string;
  readonly path: Path;
  /** Letters. */
  readonly zones: readonly string[];
}

/** The targets of a group whose zones are known: all but addresses. */
export function zonalTargets(network: Network, { name, path, targets }: TargetGroup): readonly ZonalTarget[] {
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
