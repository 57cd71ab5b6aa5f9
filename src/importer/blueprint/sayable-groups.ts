import { instanceTypeFacts } from "../../aws/instance-types.ts";
import type { FoundAutoScalingGroup, FoundLaunchTemplate } from "../types/compute.ts";
import type { Inventory } from "../types/inventory.ts";
import { refusalOf } from "./target-groups-section.ts";

/** The launch template that the group uses; null: it has none, or it was not found. */
export function templateOf(
  { launchTemplates }: Inventory,
  { launchTemplate: used }: FoundAutoScalingGroup,
): FoundLaunchTemplate | null {
  if (used === null) return null;
  return (
    launchTemplates.find(({ id, name }) => id === used.id || (used.id === null && name === used.name)) ?? null
  );
}

/** Why a blueprint cannot say the group, whichever tiers it stands in; null: it can. */
export function refusalOfGroup(inventory: Inventory, group: FoundAutoScalingGroup): string | null {
  const { managedBy, hasMixedInstances, launchTemplate, launchConfiguration, targetGroupArns } = group;
  if (managedBy !== null) return `made by ${managedBy}; give its template IPv6 there`;
  if (hasMixedInstances) return "it has a mixed instances policy, which a blueprint cannot say";
  if (launchTemplate === null)
    return launchConfiguration === null
      ? "it has no launch template"
      : `it has launch configuration ${launchConfiguration}, which cannot give IPv6 addresses: it needs a launch template`;
  const template = templateOf(inventory, group);
  if (template === null)
    return `its launch template ${launchTemplate.id ?? launchTemplate.name} was not found`;
  const refused = refusalOfTemplate(template);
  if (refused !== null) return `its launch template ${template.id} ${refused}`;
  const { version } = launchTemplate;
  if (version === null || Number(version) !== template.version)
    return `it uses version ${version ?? "$Default"} of launch template ${template.id}, and a blueprint says the newest by its number: ${template.version}`;
  const sayable = inventory.targetGroups.filter((one) => refusalOf(one) === null).map(({ id }) => id);
  const unknown = targetGroupArns.find((arn) => !sayable.includes(arn));
  return unknown === undefined ? null : `its target group ${unknown} is not taken up`;
}

function refusalOfTemplate({ instanceType, image }: FoundLaunchTemplate): string | null {
  if (instanceType === "") return "names no instance type";
  if (instanceTypeFacts(instanceType).ipv6 === "no") return `has type ${instanceType}, which has no IPv6`;
  return /^(ami-[0-9a-f]+|resolve:ssm:[\x21-\x7e]+)$/.test(image) ? null : "names no image";
}
