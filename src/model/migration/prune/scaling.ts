import { applicationBalancerOf } from "../../load-balancing/balancer-of.ts";
import type { AutoScalingGroup } from "../../types/compute.ts";
import type { Network } from "../../types/network.ts";

/** Scaling that counts requests needs the target group, the group's hosts in it and the balancer before it. */
export function pruneScaling(network: Network): Network {
  const autoScalingGroups = network.compute.autoScalingGroups.map((group) =>
    withoutUncounted(network, group),
  );
  return { ...network, compute: { ...network.compute, autoScalingGroups } };
}

function withoutUncounted(network: Network, group: AutoScalingGroup): AutoScalingGroup {
  const { scaling } = group;
  if (scaling === null) return group;
  const targetTracking = scaling.targetTracking.filter(({ targetGroup: name }) => {
    if (name === null) return true;
    const targetGroup = network.targetGroups.find((one) => one.name === name);
    return (
      targetGroup !== undefined &&
      group.targetGroups.includes(name) &&
      applicationBalancerOf(network, targetGroup) !== null
    );
  });
  return { ...group, scaling: { ...scaling, targetTracking } };
}
