import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { AttachedTarget, TargetAttachment, TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { TerraformAddress } from "../../model/types/shared.ts";
import { Fn, type ITerraformDependable, Token } from "../engine.ts";
import type { HextetStack } from "../hextet-stack.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type LoadBalancingMade, type Made, resourceFor } from "../resources.ts";

type NeededByAttachments = Pick<LoadBalancingMade, "targetGroups"> &
  Pick<ComputeMade, "instances" | "autoScalingGroups">;

/**
 * Registers instances and addresses in their target groups; returns what registers the targets of each group by its name:
 * these, and the auto scaling groups, which register their hosts themselves. Tasks of ECS come after their listeners.
 */
export function addTargetAttachments(
  scope: HextetStack,
  network: Network,
  made: NeededByAttachments,
): Made<readonly ITerraformDependable[]> {
  scope.forget(network.targetGroups.flatMap(addressesToForget));
  return new Map(
    network.targetGroups.map((group) => [
      group.name,
      [
        ...addAttachmentsOf(scope, made, group),
        ...group.targets.autoScalingGroups.map((name) => resourceFor(made.autoScalingGroups, name)),
      ],
    ]),
  );
}

function addAttachmentsOf(
  scope: Construct,
  made: NeededByAttachments,
  group: TargetGroup,
): readonly LbTargetGroupAttachment[] {
  return group.targets.attachments
    .filter(({ isManaged }) => isManaged)
    .map(
      (attachment) =>
        new LbTargetGroupAttachment(scope, addressOf(attachment), {
          targetGroupArn: resourceFor(made.targetGroups, group.name).arn,
          targetId: targetId(made, group, attachment.target),
          ...omitNull({ port: attachment.port, availabilityZone: attachment.availabilityZone }),
        }),
    );
}

/** What a later stage has registered and is taken back of: it was registered before the stage, too. */
function addressesToForget({ targets }: TargetGroup): readonly string[] {
  return targets.attachments.filter(({ isManaged }) => !isManaged).map(addressOf);
}

function addressOf({ id }: TargetAttachment): TerraformAddress {
  return terraformAddress("aws_lb_target_group_attachment", id);
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
