import { DataAwsLbTargetGroup } from "@cdktf/provider-aws/lib/data-aws-lb-target-group/index.js";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { LOAD_BALANCER_NAME_LENGTH } from "../../aws/load-balancing.ts";
import { hookFacts } from "../../aws/provider-gaps.ts";
import { limitName, shortHash } from "../../model/names.ts";
import type { HealthCheck, TargetGroup } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { given } from "../given.ts";
import type { VpcMade } from "../made.ts";
import { withNameTag } from "../name-tag.ts";
import { addCliStep } from "./cli-step.ts";
import type { ProviderHook } from "./provider-hook.ts";
import {
  CREATE_TARGET_GROUP,
  DESTROY_TARGET_GROUP,
  SWEEP_TARGET_GROUPS,
  UPDATE_TARGET_GROUP,
} from "./target-group-scripts.ts";
import type { TerraformData } from "./terraform-data.ts";

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
  readonly sweep: (forwarders: readonly ITerraformDependable[]) => void;
}

/** Makes an IPv6 target group through the API, for providers that would make an IPv4 one or refuse the argument. */
export const targetGroupIpv6: ProviderHook<TargetGroupInput, HookedTargetGroup> = {
  ...hookFacts("target-group-ipv6"),
  apply(scope, { network, made, group }) {
    const names = namesOf(network, group);
    const values = { GROUP_NAME: names.name, OWNER: names.owner };
    const step = addCreation(scope, network, made, group, values);
    addSettings(scope, network, group, values, step);
    const targetGroup = new DataAwsLbTargetGroup(scope, `data.aws_lb_target_group.${group.name}`, {
      name: names.name,
      dependsOn: [step],
    });
    const sweep = (forwarders: readonly ITerraformDependable[]) => {
      addCliStep(scope, network, {
        id: `target_group_ipv6_sweep_${group.name}`,
        values: { ...values, NAME_BEGINNING: `${names.beginning}-` },
        create: SWEEP_TARGET_GROUPS,
        destroy: null,
        dependsOn: [step, ...forwarders],
      });
    };
    return { targetGroup, sweep };
  },
};

interface Names {
  /** The AWS name: what cannot change in place is in its last six digits, so a replacement has a name of its own. */
  readonly name: string;
  readonly beginning: string;
  readonly owner: string;
}

function namesOf(network: Network, group: TargetGroup): Names {
  const fixed = shortHash(JSON.stringify(fixedSettings(group)));
  const beginning = limitName(group.displayName, LOAD_BALANCER_NAME_LENGTH - fixed.length - 1);
  const owner = `${network.name}/target-group-ipv6/${group.name}`;
  return { name: `${beginning}-${fixed}`, beginning, owner };
}

type Values = Readonly<Record<"GROUP_NAME" | "OWNER", string>>;

function addCreation(
  scope: Construct,
  network: Network,
  { vpc }: Pick<VpcMade, "vpc">,
  group: TargetGroup,
  values: Values,
): TerraformData {
  const request = {
    Name: values.GROUP_NAME,
    VpcId: vpc.id,
    ...fixedSettings(group),
    // Nothing that can change in place: a changed input would make Terraform forget the group's ARN while it plans.
    Tags: [{ Key: "hextet:hook", Value: values.OWNER }],
  };
  return addCliStep(scope, network, {
    id: `target_group_ipv6_${group.name}`,
    values: { ...values, VPC_ID: vpc.id, CREATE_REQUEST: JSON.stringify(request) },
    create: CREATE_TARGET_GROUP,
    destroy: DESTROY_TARGET_GROUP,
    replaceOn: ["GROUP_NAME", "VPC_ID"],
  });
}

function addSettings(
  scope: Construct,
  network: Network,
  group: TargetGroup,
  values: Values,
  step: TerraformData,
): void {
  const tags = tagList(network, group, values.OWNER);
  const delay = { Key: "deregistration_delay.timeout_seconds", Value: `${group.deregistrationDelay}` };
  addCliStep(scope, network, {
    id: `target_group_ipv6_settings_${group.name}`,
    values: {
      GROUP_NAME: values.GROUP_NAME,
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

function tagList(network: Network, group: TargetGroup, owner: string) {
  const tags = { ...network.tags, ...withNameTag(group.displayName, group.tags), "hextet:hook": owner };
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function fixedSettings({ protocol, protocolVersion, port, targetType, ipAddressType }: TargetGroup) {
  return {
    Protocol: protocol,
    ...given({ ProtocolVersion: protocolVersion }),
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
    ...given({ HealthCheckPath: healthCheck.path, Matcher: matcherOf(healthCheck, protocolVersion) }),
  };
}

function matcherOf({ matcher }: HealthCheck, protocolVersion: string | null) {
  if (matcher === null) return null;
  return protocolVersion === "GRPC" ? { GrpcCode: matcher } : { HttpCode: matcher };
}
