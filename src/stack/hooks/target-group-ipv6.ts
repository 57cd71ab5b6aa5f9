import { DataAwsLbTargetGroup } from "@cdktf/provider-aws/lib/data-aws-lb-target-group/index.js";
import type { Construct } from "constructs";
import { LOAD_BALANCER_NAME_LENGTH } from "../../aws/load-balancing.ts";
import { hookFacts } from "../../aws/provider-gaps.ts";
import { limitName, shortHash } from "../../model/names.ts";
import type { HealthCheck, TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { VpcMade } from "../resources.ts";
import { addCliStep, type HookPart, ownerOf } from "./cli-step.ts";
import type { ProviderHook } from "./provider-hook.ts";
import { removedNames } from "./removed-names.ts";
import { tagList } from "./tag-list.ts";
import {
  CREATE_TARGET_GROUP,
  DESTROY_TARGET_GROUP,
  REMOVE_TARGET_GROUPS,
  SWEEP_TARGET_GROUPS,
  UPDATE_TARGET_GROUP,
} from "./target-group-scripts.ts";
import type { TerraformData } from "./terraform-data.ts";

const HOOK = "target-group-ipv6";

/** What the hook needs for one target group. */
export interface TargetGroupInput {
  readonly network: Network;
  readonly made: Pick<VpcMade, "vpc">;
  readonly group: TargetGroup;
}

/** A target group that the hook has made, as Terraform finds it again. */
export interface HookedTargetGroup {
  readonly targetGroup: DataAwsLbTargetGroup;
  /** To be called once everything that forwards to the group is there: a replaced group goes only after those moved on. */
  readonly addDestroyStep: (forwarders: readonly ITerraformDependable[]) => void;
}

/** Makes an IPv6 target group through the API, for providers that would make an IPv4 one or refuse the argument. */
export const targetGroupIpv6: ProviderHook<TargetGroupInput, HookedTargetGroup> = {
  ...hookFacts(HOOK),
  apply(scope, { network, made, group }) {
    const names = namesOf(group);
    const step = addCreation(scope, network, made, group, names);
    addSettings(scope, network, group, names, step);
    const targetGroup = new DataAwsLbTargetGroup(scope, `data.aws_lb_target_group.${group.name}`, {
      name: names.name,
      dependsOn: [step],
    });
    const addDestroyStep = (forwarders: readonly ITerraformDependable[]) => {
      addCliStep(scope, network, {
        id: `target_group_ipv6_sweep_${group.name}`,
        values: { GROUP_NAME: names.name, NAME_BEGINNING: `${names.beginning}-` },
        create: SWEEP_TARGET_GROUPS,
        destroy: null,
        part: partOf(group),
        dependsOn: [step, ...forwarders],
      });
    };
    return { targetGroup, addDestroyStep };
  },
};

/**
 * Deletes the groups that `terraform.removed` names, once the forwarders, all that are left, have moved on. Nothing to
 * do: no step.
 */
export function removeTargetGroups(
  scope: Construct,
  network: Network,
  forwarders: readonly ITerraformDependable[],
): void {
  const names = removedNames(network, HOOK);
  if (names.length === 0) return;
  addCliStep(scope, network, {
    id: "removed_target_group_ipv6",
    values: { OWNERS: names.map((name) => ownerOf(network, { hook: HOOK, name })).join("\n") },
    create: REMOVE_TARGET_GROUPS,
    destroy: null,
    dependsOn: forwarders,
  });
}

interface Names {
  /** The AWS name: what cannot change in place is in its last six digits, so a replacement has a name of its own. */
  readonly name: string;
  readonly beginning: string;
}

function namesOf(group: TargetGroup): Names {
  const fixed = shortHash(JSON.stringify(fixedSettings(group)));
  const beginning = limitName(group.displayName, LOAD_BALANCER_NAME_LENGTH - fixed.length - 1);
  return { name: `${beginning}-${fixed}`, beginning };
}

function partOf({ name }: TargetGroup): HookPart {
  return { hook: HOOK, name };
}

function addCreation(
  scope: Construct,
  network: Network,
  { vpc }: Pick<VpcMade, "vpc">,
  group: TargetGroup,
  { name }: Names,
): TerraformData {
  const request = {
    Name: name,
    VpcId: vpc.id,
    ...fixedSettings(group),
    // Nothing that can change in place: a changed input would make Terraform forget the group's ARN while it plans.
    Tags: [{ Key: "hextet:hook", Value: ownerOf(network, partOf(group)) }],
  };
  return addCliStep(scope, network, {
    id: `target_group_ipv6_${group.name}`,
    values: { GROUP_NAME: name, VPC_ID: vpc.id, CREATE_REQUEST: JSON.stringify(request) },
    create: CREATE_TARGET_GROUP,
    destroy: DESTROY_TARGET_GROUP,
    part: partOf(group),
    replaceOn: ["GROUP_NAME", "VPC_ID"],
  });
}

function addSettings(
  scope: Construct,
  network: Network,
  group: TargetGroup,
  { name }: Names,
  step: TerraformData,
): void {
  const tags = tagsOf(network, group);
  const delay = { Key: "deregistration_delay.timeout_seconds", Value: `${group.deregistrationDelay}` };
  addCliStep(scope, network, {
    id: `target_group_ipv6_settings_${group.name}`,
    values: {
      GROUP_NAME: name,
      CREATED_BY: `terraform_data.target_group_ipv6_${group.name}`,
      CREATION: step.id,
      MODIFY_REQUEST: JSON.stringify(changeableSettings(group)),
      ATTRIBUTES_REQUEST: JSON.stringify({ Attributes: [delay] }),
      TAGS_REQUEST: JSON.stringify({ Tags: tags }),
      TAG_KEYS: tags.map(({ Key }) => Key).join("\n"),
    },
    create: UPDATE_TARGET_GROUP,
    destroy: null,
  });
}

function tagsOf(network: Network, group: TargetGroup) {
  const owner = ownerOf(network, partOf(group));
  return tagList({
    ...network.tags,
    ...withNameTag(group.displayName, group.tags),
    "hextet:hook": owner,
  });
}

function fixedSettings({ protocol, protocolVersion, port, targetType, ipAddressType }: TargetGroup) {
  return {
    Protocol: protocol,
    ...omitNull({ ProtocolVersion: protocolVersion }),
    Port: port,
    TargetType: targetType,
    IpAddressType: ipAddressType,
  };
}

function changeableSettings({ healthCheck, protocolVersion }: TargetGroup) {
  return {
    HealthCheckEnabled: true,
    HealthCheckProtocol: healthCheck.protocol,
    HealthCheckPort: healthCheck.port,
    HealthCheckIntervalSeconds: healthCheck.interval,
    HealthCheckTimeoutSeconds: healthCheck.timeout,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    ...omitNull({ HealthCheckPath: healthCheck.path, Matcher: matcherOf(healthCheck, protocolVersion) }),
  };
}

function matcherOf({ matcher }: HealthCheck, protocolVersion: string | null) {
  if (matcher === null) return null;
  return protocolVersion === "GRPC" ? { GrpcCode: matcher } : { HttpCode: matcher };
}
