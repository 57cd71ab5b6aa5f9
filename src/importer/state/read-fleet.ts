import { autoScalingGroupFields } from "../fields/auto-scaling-group.ts";
import { fromState } from "../fields/field.ts";
import { launchTemplateFields, templateMetadataFields } from "../fields/launch-template.ts";
import { MAKERS } from "../makers.ts";
import type { FoundAutoScalingGroup, FoundLaunchTemplate } from "../types/compute.ts";
import { names } from "./read-others.ts";
import type { StateResource, StateResources } from "./resources.ts";
import { flagOf, type Values } from "./values.ts";

const ATTACHMENTS = ["aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"];

/** The auto scaling groups in the subnets. */
export function readAutoScalingGroups(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
): readonly FoundAutoScalingGroup[] {
  return resources
    .of("aws_autoscaling_group")
    .filter(({ values }) => values.texts("vpc_zone_identifier").some((id) => subnetIds.has(id)))
    .map((one) => readGroup(resources, one));
}

function readGroup(resources: StateResources, { id, values }: StateResource): FoundAutoScalingGroup {
  const [template] = values.blocks("launch_template");
  const attached = resources
    .having("autoscaling_group_name", id, ...ATTACHMENTS)
    .flatMap(({ values: own }) => [own, ...own.blocks("traffic_source")])
    .flatMap((own) => own.text("lb_target_group_arn") ?? own.text("identifier") ?? []);
  const found = fromState(autoScalingGroupFields, values);
  const parts = template && ["id", "name", "version"].map((key) => template.text(key));
  const [templateId = null, name = null, version = null] = parts ?? [];
  return {
    id,
    ...found,
    targetGroupArns: [...new Set([...found.targetGroupArns, ...attached])],
    launchTemplate: template === undefined ? null : { id: templateId, name, version },
    hasMixedInstances: values.blocks("mixed_instances_policy").length > 0,
    managedBy: makerOf(values),
  };
}

function makerOf(values: Values): string | null {
  const tags = values.blocks("tag");
  for (const [key, words] of MAKERS) {
    const tag = tags.find((one) => one.text("key") === key);
    if (tag !== undefined) return `${words} ${tag.text("value") ?? ""}`;
  }
  return null;
}

/** The launch templates that the groups use, and those that name one of the ids. */
export function readLaunchTemplates(
  resources: StateResources,
  groups: readonly FoundAutoScalingGroup[],
  ids: ReadonlySet<string>,
): readonly FoundLaunchTemplate[] {
  const used = new Set(groups.flatMap(({ launchTemplate: one }) => [one?.id, one?.name]));
  return resources
    .of("aws_launch_template")
    .filter(({ id, values, raw }) => used.has(id) || used.has(values.text("name")) || names(raw, ids))
    .map(readTemplate);
}

function readTemplate({ id, values }: StateResource): FoundLaunchTemplate {
  const interfaces = values.blocks("network_interfaces");
  const [profile] = values.blocks("iam_instance_profile");
  const [metadata] = values.blocks("metadata_options");
  return {
    id,
    ...fromState(launchTemplateFields, values),
    instanceProfile: profile?.text("arn") ?? profile?.text("name") ?? null,
    detailedMonitoring: values.blocks("monitoring")[0]?.flag("enabled") ?? false,
    securityGroupIds: [
      ...new Set([
        ...values.texts("vpc_security_group_ids"),
        ...interfaces.flatMap((one) => one.texts("security_groups")),
      ]),
    ],
    associatePublicIpAddress: flagOf(interfaces[0]?.value("associate_public_ip_address")),
    metadata: metadata === undefined ? null : fromState(templateMetadataFields, metadata),
  };
}
