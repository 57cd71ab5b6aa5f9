import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";
import type { HealthCheck, TargetGroup } from "../model/types/load-balancing.ts";
import type { Network } from "../model/types/network.ts";
import { given } from "./given.ts";
import type { LoadBalancingMade, VpcMade } from "./made.ts";
import { withNameTag } from "./name-tag.ts";

/** Adds the target groups, without their targets; returns them by name. */
export function addTargetGroups(
  scope: Construct,
  network: Network,
  made: Pick<VpcMade, "vpc">,
): LoadBalancingMade["targetGroups"] {
  return new Map(network.targetGroups.map((group) => [group.name, addTargetGroup(scope, made, group)]));
}

function addTargetGroup(scope: Construct, made: Pick<VpcMade, "vpc">, group: TargetGroup): LbTargetGroup {
  return new LbTargetGroup(scope, `aws_lb_target_group.${group.name}`, {
    // Changing the address type, the port or the protocol replaces a target group, and AWS deletes none that a
    // listener forwards to: the new one must come first, hence under a name of its own.
    namePrefix: group.namePrefix,
    lifecycle: { createBeforeDestroy: true },
    vpcId: made.vpc.id,
    targetType: group.targetType,
    ipAddressType: group.ipAddressType,
    protocol: group.protocol,
    port: group.port,
    deregistrationDelay: `${group.deregistrationDelay}`,
    healthCheck: healthCheck(group.healthCheck),
    tags: withNameTag(group.displayName, group.tags),
    ...given({ protocolVersion: group.protocolVersion }),
  });
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
    ...given({ path: check.path, matcher: check.matcher }),
  };
}
