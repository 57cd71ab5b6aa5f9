import type { Path } from "../../base/path.ts";
import type { Blueprint, AutoScalingGroup as WrittenGroup } from "../../blueprint/blueprint.generated.ts";
import { type Context, present, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { targetGroupsOf } from "../load-balancing/registrations.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { knownName, knownTiers, namesOf } from "../references.ts";
import type { AutoScalingGroup } from "../types/compute.ts";
import { normaliseAutoScaling } from "./auto-scaling.ts";
import { checkSizes } from "./group-sizes.ts";
import { checkHostSettings } from "./inline-hosts.ts";

/** The auto scaling groups, sorted by name; one whose hosts cannot be told is reported and left out. */
export function normaliseAutoScalingGroups(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): readonly AutoScalingGroup[] {
  const groups = sortedEntries(blueprint.compute.autoScalingGroups);
  return present(
    groups.map(([name, written]) => normaliseGroup(context, blueprint, declared, name, written)),
  );
}

function normaliseGroup(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
  name: string,
  written: WrittenGroup,
): AutoScalingGroup | null {
  const path: Path = ["compute", "autoScalingGroups", name];
  const tiers = knownTiers(context, written.subnets, declared.tiers, [...path, "subnets"]);
  const launchTemplate = templateOf(context, blueprint, name, written, path);
  checkSizes(
    context,
    `auto scaling group ${JSON.stringify(name)}`,
    { ...written, desiredCapacity: written.desiredCapacity ?? null },
    path,
  );
  const scaling = normaliseAutoScaling(context, blueprint, name, written.scaling, [...path, "scaling"]);
  if (launchTemplate === null) return null;
  const targetGroups = targetGroupsOf(blueprint, "autoScalingGroups", name);
  return {
    name,
    path,
    displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
    tiers: tiers.map((tier) => tier.name),
    subnets: tiers.flatMap((tier) => tier.subnets.map((subnet) => subnet.id)),
    launchTemplate,
    minSize: written.minSize,
    maxSize: written.maxSize,
    desiredCapacity: written.desiredCapacity ?? null,
    scaling,
    healthCheckType: written.healthCheckType ?? (targetGroups.length > 0 ? "ELB" : "EC2"),
    healthCheckGracePeriod: written.healthCheckGracePeriod,
    targetGroups,
    tags: written.tags,
  };
}

/** A group that describes its hosts itself uses the template of its own name, which is made for it. */
function templateOf(
  context: Context,
  { compute }: Blueprint,
  name: string,
  written: WrittenGroup,
  path: Path,
): string | null {
  const { launchTemplate } = written;
  const templates = namesOf(compute.launchTemplates);
  const known = knownName(context, "launch template", launchTemplate, templates, [...path, "launchTemplate"]);
  if (!checkHostSettings(context, name, written, path)) return null;
  return launchTemplate === undefined ? name : known;
}
