import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import type { AttachedTarget, TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { Fn, Token } from "../engine.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type LoadBalancingMade, resourceFor } from "../resources.ts";

type NeededByAttachments = Pick<LoadBalancingMade, "targetGroups"> & Pick<ComputeMade, "instances">;

/** Registers instances and addresses in their target groups. Auto scaling groups register their hosts themselves. */
export function addTargetAttachments(scope: Construct, network: Network, made: NeededByAttachments): void {
  for (const group of network.targetGroups) addAttachmentsOf(scope, made, group);
}

function addAttachmentsOf(scope: Construct, made: NeededByAttachments, group: TargetGroup): void {
  for (const attachment of group.targets.attachments) {
    new LbTargetGroupAttachment(scope, `aws_lb_target_group_attachment.${attachment.id}`, {
      targetGroupArn: resourceFor(made.targetGroups, group.name).arn,
      targetId: targetId(made, group, attachment.target),
      ...omitNull({ port: attachment.port, availabilityZone: attachment.availabilityZone }),
    });
  }
}

function targetId(made: NeededByAttachments, group: TargetGroup, target: AttachedTarget): string {
  switch (target.kind) {
    case "instance":
      return resourceFor(made.instances, target.name).id;
    case "instance-address": {
      const instance = resourceFor(made.instances, target.name);
      if (group.ipAddressType === "ipv4") return instance.privateIp;
      return Token.asString(Fn.element(instance.ipv6Addresses, 0));
    }
    case "address":
      return target.address;
    default:
      return assertNever(target);
  }
}
