import {
  type AutoScalingClient,
  type AutoScalingGroup,
  paginateDescribeAutoScalingGroups,
} from "@aws-sdk/client-auto-scaling";
import {
  type EC2Client,
  type LaunchTemplateVersion,
  paginateDescribeLaunchTemplateVersions,
} from "@aws-sdk/client-ec2";
import { autoScalingGroupFields } from "../fields/auto-scaling-group.ts";
import { fromApi } from "../fields/field.ts";
import { launchTemplateFields, templateMetadataFields } from "../fields/launch-template.ts";
import { names } from "../state/read-others.ts";
import type { FoundAutoScalingGroup, FoundLaunchTemplate } from "../types/compute.ts";
import { askAll } from "./ask.ts";
import { makerOf } from "./map-compute.ts";

interface Fleet {
  readonly autoScalingGroups: readonly FoundAutoScalingGroup[];
  readonly launchTemplates: readonly FoundLaunchTemplate[];
}

/** The auto scaling groups in the subnets, the launch templates that they use, and those that name one of the ids. */
export async function askFleet(
  scaling: AutoScalingClient,
  ec2: EC2Client,
  subnetIds: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): Promise<Fleet> {
  const [groups, versions] = await Promise.all([
    askAll(
      "autoscaling:DescribeAutoScalingGroups",
      paginateDescribeAutoScalingGroups({ client: scaling }, {}),
      (page) => page.AutoScalingGroups,
    ),
    // Without an id: of every template of the account (the fact `latestTemplateVersions`).
    askAll(
      "ec2:DescribeLaunchTemplateVersions",
      paginateDescribeLaunchTemplateVersions({ client: ec2 }, { Versions: ["$Latest"] }),
      (page) => page.LaunchTemplateVersions,
    ),
  ]);
  const autoScalingGroups = groups
    .map(mapGroup)
    .filter((group) => group.subnetIds.some((id) => subnetIds.has(id)));
  const used = new Set(autoScalingGroups.flatMap(({ launchTemplate: one }) => [one?.id, one?.name]));
  const launchTemplates = versions
    .filter(
      ({ LaunchTemplateId, LaunchTemplateName, LaunchTemplateData }) =>
        used.has(LaunchTemplateId) || used.has(LaunchTemplateName) || names(LaunchTemplateData, ids),
    )
    .map(mapTemplate);
  return { autoScalingGroups, launchTemplates };
}

function mapGroup(group: AutoScalingGroup): FoundAutoScalingGroup {
  const { LaunchTemplate: template } = group;
  return {
    id: group.AutoScalingGroupName ?? "",
    ...fromApi(autoScalingGroupFields, group),
    launchTemplate:
      template === undefined
        ? null
        : {
            id: template.LaunchTemplateId ?? null,
            name: template.LaunchTemplateName ?? null,
            version: template.Version ?? null,
          },
    hasMixedInstances: group.MixedInstancesPolicy !== undefined,
    managedBy: makerOf(group),
  };
}

function mapTemplate(version: LaunchTemplateVersion): FoundLaunchTemplate {
  const data = version.LaunchTemplateData ?? {};
  const { NetworkInterfaces: interfaces = [], MetadataOptions: metadata, IamInstanceProfile: profile } = data;
  return {
    id: version.LaunchTemplateId ?? "",
    ...fromApi(launchTemplateFields, version),
    instanceProfile: profile?.Arn ?? profile?.Name ?? null,
    detailedMonitoring: data.Monitoring?.Enabled ?? false,
    securityGroupIds: [
      ...new Set([...(data.SecurityGroupIds ?? []), ...interfaces.flatMap(({ Groups = [] }) => Groups)]),
    ],
    associatePublicIpAddress: interfaces[0]?.AssociatePublicIpAddress ?? null,
    metadata: metadata === undefined ? null : fromApi(templateMetadataFields, metadata),
  };
}
