import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Context } from "../context.ts";
import type { Declared } from "../declared.ts";
import type { Compute } from "../types/compute.ts";
import { normaliseAutoScalingGroups } from "./auto-scaling-groups.ts";
import { imageParameters } from "./images.ts";
import { normaliseInstanceProfiles } from "./instance-profiles.ts";
import { normaliseInstances } from "./instances.ts";
import { normaliseKeyPairs } from "./key-pairs.ts";
import { normaliseLaunchTemplates } from "./launch-templates.ts";

/** All hosts of the blueprint and what they need. */
export function normaliseCompute(context: Context, blueprint: Blueprint, declared: Declared): Compute {
  const launchTemplates = normaliseLaunchTemplates(context, blueprint, declared);
  const instances = normaliseInstances(context, blueprint, declared);
  return {
    keyPairs: normaliseKeyPairs(blueprint),
    instanceProfiles: normaliseInstanceProfiles(blueprint),
    launchTemplates,
    autoScalingGroups: normaliseAutoScalingGroups(context, blueprint, declared),
    instances,
    imageParameters: imageParameters([...launchTemplates, ...instances].map(({ host }) => host)),
  };
}
