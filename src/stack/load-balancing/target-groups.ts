import type { DataAwsLbTargetGroup } from "@cdktf/provider-aws/lib/data-aws-lb-target-group/index.js";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";
import { isMadeByHook } from "../../model/hooks/is-made-by-hook.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { HealthCheck, TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { removeTargetGroups, targetGroupIpv6 } from "../hooks/target-group-ipv6.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type LoadBalancingMade, resourceFor, type VpcMade } from "../resources.ts";

type Entry = readonly [name: string, made: LbTargetGroup | DataAwsLbTargetGroup];

/** Target groups by name, and what is left to do once everything that forwards to them is there. */
export interface TargetGroupsMade extends Pick<LoadBalancingMade, "targetGroups"> {
  readonly finish: (
    made: Pick<LoadBalancingMade, "listeners"> & Pick<ComputeMade, "autoScalingGroups">,
  ) => void;
}

/** Adds the target groups, without their targets. */
export function addTargetGroups(
  scope: Construct,
  network: Network,
  made: Pick<VpcMade, "vpc">,
): TargetGroupsMade {
  const isHooked = ({ name }: TargetGroup) => isMadeByHook(network, "target-group-ipv6", name);
  const hooked = network.targetGroups
    .filter(isHooked)
    .map((group) => ({ group, ...targetGroupIpv6.apply(scope, { network, made, group }) }));
  const native = network.targetGroups.filter((group) => !isHooked(group));
  return {
    targetGroups: new Map<string, LbTargetGroup | DataAwsLbTargetGroup>([
      ...native.map((group): Entry => [group.name, addTargetGroup(scope, network, made, group)]),
      ...hooked.map(({ group, targetGroup }): Entry => [group.name, targetGroup]),
    ]),
    finish({ listeners, autoScalingGroups }) {
      for (const { group, addDestroyStep } of hooked) {
        const hosts = group.targets.autoScalingGroups.map((name) => resourceFor(autoScalingGroups, name));
        addDestroyStep([...resourceFor(listeners, group.name), ...hosts]);
      }
      removeTargetGroups(scope, network, [...[...listeners.values()].flat(), ...autoScalingGroups.values()]);
    },
  };
}

function addTargetGroup(
  scope: Construct,
  network: Network,
  made: Pick<VpcMade, "vpc">,
  group: TargetGroup,
): LbTargetGroup {
  const address = terraformAddress("aws_lb_target_group", group.name);
  // By what others register their targets is not said: an imported group goes on taking what it takes.
  const isTheirs = ownershipOf(network, address).kind === "imported" && hasNoTargets(group);
  return new LbTargetGroup(scope, address, {
    // Changing the address type, the port or the protocol replaces a target group, and AWS deletes none that a
    // listener forwards to: the new one must come first, hence under a name of its own.
    namePrefix: group.namePrefix,
    // loadBalancingFacts.targetGroupAddressTypeReplaces
    lifecycle: { createBeforeDestroy: true, ...(isTheirs ? { ignoreChanges: ["target_type"] } : {}) },
    vpcId: made.vpc.id,
    targetType: group.targetType,
    // AWS tells none of a group for GENEVE: what is written would replace it at every apply.
    ...(group.protocol === "GENEVE" ? {} : { ipAddressType: group.ipAddressType }),
    protocol: group.protocol,
    port: group.port,
    deregistrationDelay: `${group.deregistrationDelay}`,
    healthCheck: healthCheck(group.healthCheck),
    tags: withNameTag(group.displayName, group.tags),
    ...omitNull({ protocolVersion: group.protocolVersion }),
  });
}

function hasNoTargets({ targetType, targets }: TargetGroup): boolean {
  return targetType === "instance" && targets.autoScalingGroups.length + targets.attachments.length === 0;
}

function healthCheck(check: HealthCheck) {
  return {
    enabled: true,
    protocol: check.protocol,
    port: check.port,
    interval: check.interval,
    timeout: check.timeout,
    healthyThreshold: check.healthyThreshold,
    unhealthyThreshold: check.unhealthyThreshold,
    ...omitNull({ path: check.path, matcher: check.matcher }),
  };
}
