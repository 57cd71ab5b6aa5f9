import type {
  Ami,
  AutoScalingGroup,
  LaunchTemplate,
  MetadataOptions,
} from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { autoScalingGroupArguments } from "../fields/auto-scaling-group.ts";
import { write } from "../fields/field.ts";
import { launchTemplateArguments, templateMetadataArguments } from "../fields/launch-template.ts";
import type { FoundAutoScalingGroup, FoundLaunchTemplate } from "../types/compute.ts";
import type { Draft } from "./draft.ts";
import { keptInOtherHands } from "./kept-words.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { refusalOfGroup, templateOf } from "./sayable-groups.ts";
import { compact, type Section, type Sections } from "./section.ts";
import type { GroupNames } from "./security-groups-section.ts";
import { type TierPlan, wholeTiers } from "./tier-plan.ts";

/** `compute.autoScalingGroups` and `compute.launchTemplates`. */
export interface FleetSection {
  readonly autoScalingGroups: Sections<AutoScalingGroup>;
  readonly launchTemplates: Sections<LaunchTemplate>;
  /** Names of auto scaling groups by their names in AWS. */
  readonly names: ReadonlyMap<string, string>;
}

/** Writes the auto scaling groups whose hosts a blueprint can say, each with its launch template. */
export function writeFleet(draft: Draft, tiers: readonly TierPlan[], groups: GroupNames): FleetSection {
  const { inventory } = draft;
  const taken = inNameOrder(inventory.autoScalingGroups).filter((group) =>
    isTaken(draft, tiers, groups, group),
  );
  const templates = takeTemplates(draft, taken);
  const name = nameIn(draft, "aws_autoscaling_group", "compute", "autoScalingGroups");
  const named = taken.map((group) => ({ group, own: name(group.id, group.name, "group") }));
  for (const { group, own } of named)
    draft.importAs(terraformAddress("aws_autoscaling_group", own), group.id);
  return {
    autoScalingGroups: Object.fromEntries(
      named.map(({ group, own }) => [
        own,
        compact<AutoScalingGroup>({
          launchTemplate: templates.get(templateOf(inventory, group)?.id ?? ""),
          subnets: wholeTiers(tiers, group.subnetIds) ?? [],
          ...write(autoScalingGroupArguments, group),
        }),
      ]),
    ),
    launchTemplates: Object.fromEntries(
      inNameOrder(inventory.launchTemplates).flatMap((template): [string, Section<LaunchTemplate>][] => {
        const own = templates.get(template.id);
        return own === undefined ? [] : [[own, writeTemplate(draft, groups, own, template)]];
      }),
    ),
    names: new Map(named.map(({ group, own }) => [group.id, own])),
  };
}

function isTaken(
  draft: Draft,
  tiers: readonly TierPlan[],
  groups: GroupNames,
  group: FoundAutoScalingGroup,
): boolean {
  const securityGroups = templateOf(draft.inventory, group)?.securityGroupIds ?? [];
  const unknown = securityGroups.filter((id) => !groups.has(id));
  const reason =
    refusalOfGroup(draft.inventory, group) ??
    (wholeTiers(tiers, group.subnetIds) === null ? "it stands in subnets that are left out" : null) ??
    (unknown.length === 0 ? null : `its security groups were not found: ${unknown.join(", ")}`);
  if (reason !== null) draft.leaveOut({ kind: "auto scaling group", id: group.id, detail: reason });
  return reason === null;
}

/** Gives names to the templates of the groups; the others stay in other hands. */
function takeTemplates(draft: Draft, taken: readonly FoundAutoScalingGroup[]): ReadonlyMap<string, string> {
  const used = new Set(taken.map((group) => templateOf(draft.inventory, group)?.id));
  const name = nameIn(draft, "aws_launch_template", "compute", "launchTemplates");
  const named = new Map<string, string>();
  for (const { id, name: awsName } of inNameOrder(draft.inventory.launchTemplates)) {
    if (!used.has(id)) {
      const detail = "no auto scaling group that is taken up uses it; it stays as it is";
      draft.leaveOut({ kind: "launch template", id, detail });
      continue;
    }
    const own = name(id, awsName, "template");
    named.set(id, own);
    draft.importAs(terraformAddress("aws_launch_template", own), id);
  }
  return named;
}

function writeTemplate(
  draft: Draft,
  groups: GroupNames,
  name: string,
  template: FoundLaunchTemplate,
): Section<LaunchTemplate> {
  const { securityGroupIds, associatePublicIpAddress, detailedMonitoring } = template;
  const path = ["compute", "launchTemplates", name];
  const kept = keptInOtherHands(template);
  if (kept !== null) draft.remark(path, kept);
  draft.remark(path, "It keeps its network interfaces: new hosts get IPv6 addresses from their subnets.");
  return compact<LaunchTemplate>({
    ...write(launchTemplateArguments, template),
    ami: writeImage(template),
    securityGroups: securityGroupIds.flatMap((id) => groups.get(id) ?? []).sort(),
    associatePublicIpAddress: associatePublicIpAddress ?? undefined,
    detailedMonitoring: detailedMonitoring || undefined,
    metadata: writeMetadata(draft, name, template),
  });
}

function writeImage({ image }: FoundLaunchTemplate): Section<Ami> {
  const parameter = "resolve:ssm:";
  return image.startsWith(parameter) ? { ssmParameter: image.slice(parameter.length) } : { id: image };
}

/** A template that leaves IMDS over IPv6 to AWS goes on doing so: what else its block would say, nobody has chosen. */
function writeMetadata(
  draft: Draft,
  name: string,
  { metadata }: FoundLaunchTemplate,
): Section<MetadataOptions> {
  if (metadata === null || metadata.httpProtocolIpv6 === null) {
    const text =
      "It says nothing of the metadata service over IPv6, which stays off; true makes a new version.";
    draft.remark(["compute", "launchTemplates", name, "metadata"], text);
    return { ipv6: false };
  }
  return compact<MetadataOptions>({
    ipv6: metadata.isEnabled ? undefined : false,
    ...write(templateMetadataArguments, metadata),
  });
}
