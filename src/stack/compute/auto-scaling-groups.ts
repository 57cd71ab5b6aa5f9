import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group/index.js";
import type { Construct } from "constructs";
import { byText } from "../../base/compare-texts.ts";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { AutoScalingGroup, LaunchTemplate } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { Token } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type LoadBalancingMade, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { type BootNeeds, neededAtBoot } from "./needed-at-boot.ts";

type NeededByGroups = BootNeeds &
  Pick<NetworkMade, "subnets"> &
  Pick<ComputeMade, "keyPairs" | "launchTemplates"> &
  Pick<LoadBalancingMade, "targetGroups">;

/**
 * A changed launch template replaces the hosts by itself, a new one in service before an old one goes (the preset
 * "launch before terminating" of the AWS console): at 90 %, AWS's default, a group of one would be empty meanwhile.
 * No `auto_rollback`: AWS refuses it where the template names its image by an SSM parameter.
 */
const INSTANCE_REFRESH = {
  strategy: "Rolling",
  preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 110 },
};

/** Adds the auto scaling groups; returns them by name. */
export function addAutoScalingGroups(
  scope: Construct,
  network: Network,
  made: NeededByGroups,
): ComputeMade["autoScalingGroups"] {
  return new Map(
    network.compute.autoScalingGroups.map((group) => [
      group.name,
      addAutoScalingGroup(scope, network, made, group),
    ]),
  );
}

function addAutoScalingGroup(
  scope: Construct,
  network: Network,
  made: NeededByGroups,
  group: AutoScalingGroup,
): AutoscalingGroup {
  const template = resourceFor(made.launchTemplates, group.launchTemplate);
  const { host } = templateOf(network, group);
  return new AutoscalingGroup(scope, terraformAddress("aws_autoscaling_group", group.name), {
    name: group.displayName,
    vpcZoneIdentifier: group.subnets.map((id) => resourceFor(made.subnets, id).id),
    // The number and not "$Latest", which would hide a new version from Terraform and start no refresh.
    launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
    minSize: group.minSize,
    maxSize: group.maxSize,
    healthCheckType: group.healthCheckType,
    healthCheckGracePeriod: group.healthCheckGracePeriod,
    targetGroupArns: group.targetGroups.map((name) => resourceFor(made.targetGroups, name).arn),
    instanceRefresh: INSTANCE_REFRESH,
    tag: groupTags(network, group),
    // Written only when the author gave a number: an apply would otherwise undo what scaling policies have done.
    ...omitNull({ desiredCapacity: group.desiredCapacity, lifecycle: leftAlone(group) }),
    ...waitFor([
      ...neededAtBoot(network, made, { subnets: group.subnets, securityGroups: host.securityGroups }),
      // The template names it without a reference.
      ...(host.keyPair === null ? [] : [resourceFor(made.keyPairs, host.keyPair)]),
    ]),
  });
}

/** What something else changes is not Terraform's to put back; null: everything is. */
function leftAlone({
  scaling,
  desiredCapacity,
}: AutoScalingGroup): { readonly ignoreChanges: string[] } | null {
  if (scaling === null) return null;
  const sizes = scaling.schedules.length === 0 ? [] : ["max_size", "min_size"];
  const ignoreChanges = [...(desiredCapacity === null ? [] : ["desired_capacity"]), ...sizes];
  return ignoreChanges.length === 0 ? null : { ignoreChanges };
}

function templateOf(network: Network, group: AutoScalingGroup): LaunchTemplate {
  const template = network.compute.launchTemplates.find(({ name }) => name === group.launchTemplate);
  invariant(template !== undefined, `no launch template ${group.launchTemplate} for ${group.name}`);
  return template;
}

/**
 * Blocks `tag`, sorted by key. The blueprint's tags come here because `default_tags` passes groups by; they are not
 * propagated, for the launch template tags its hosts already and a propagated tag would win over the host's own.
 */
function groupTags(network: Network, group: AutoScalingGroup) {
  const own = withNameTag(group.displayName, group.tags);
  return Object.entries({ ...network.tags, ...own })
    .sort(byText(([key]) => key))
    .map(([key, value]) => ({ key, value, propagateAtLaunch: Object.hasOwn(own, key) }));
}
