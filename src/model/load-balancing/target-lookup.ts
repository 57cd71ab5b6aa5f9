import type { Path } from "../../base/path.ts";
import { assignsIpv6, hostsOf, tierOf, tiersOf } from "../lookup.ts";
import type { Host } from "../types/compute.ts";
import type { TargetGroup } from "../types/load-balancing.ts";
import type { Network } from "../types/network.ts";
import type { Tier } from "../types/subnets.ts";

/** A host that a target group sends to. */
export interface TargetHost {
  /** As the blueprint calls it: `auto scaling group "web"`. */
  readonly what: string;
  /** The list in which the target group names it. */
  readonly path: Path;
  readonly host: Host;
  readonly tiers: readonly Tier[];
  /** IPv6 addresses that the author asked for; null: left to the subnet. */
  readonly requestedIpv6: number | null;
  /** How it is registered: by instance id, or by its address. */
  readonly by: "instance" | "address";
}

/** The hosts that a target group names, in the groups and instances of the blueprint. */
export function targetHostsOf(network: Network, group: TargetGroup): readonly TargetHost[] {
  return [...groupTargetsOf(network, group), ...instanceTargetsOf(network, group)];
}

function groupTargetsOf(network: Network, { path, targets }: TargetGroup): readonly TargetHost[] {
  const { autoScalingGroups, launchTemplates } = network.compute;
  return autoScalingGroups
    .filter(({ name }) => targets.autoScalingGroups.includes(name))
    .flatMap(({ name, launchTemplate, tiers }) => {
      const host = launchTemplates.find((template) => template.name === launchTemplate)?.host;
      if (host === undefined) return [];
      return {
        what: `auto scaling group "${name}"`,
        path: [...path, "targets", "autoScalingGroups"],
        host,
        tiers: tiersOf(network, tiers),
        requestedIpv6: host.ipv6AddressCount,
        by: "instance" as const,
      };
    });
}

function instanceTargetsOf(network: Network, { targets }: TargetGroup): readonly TargetHost[] {
  return targets.attachments.flatMap(({ path, target }) => {
    if (target.kind === "address") return [];
    const instance = network.compute.instances.find(({ name }) => name === target.name);
    if (instance === undefined) return [];
    const { host, tier } = instance;
    const requestedIpv6 = hostsOf(network).find((placed) => placed.host === host)?.requestedIpv6 ?? null;
    return {
      what: `instance "${target.name}"`,
      path,
      host,
      tiers: [tierOf(network, tier)],
      requestedIpv6,
      by: target.kind === "instance" ? ("instance" as const) : ("address" as const),
    };
  });
}

/** The first of its tiers in which the host gets no IPv6 address; null when it gets one everywhere. */
export function tierWithoutIpv6Address({ tiers, requestedIpv6 }: TargetHost): Tier | null {
  return tiers.find((tier) => !assignsIpv6(requestedIpv6, tier)) ?? null;
}
