import type { autoScalingGroupFields } from "../fields/auto-scaling-group.ts";
import type { ValuesOf } from "../fields/field.ts";
import type { instanceFields, metadataFields } from "../fields/instance.ts";
import type { launchTemplateFields, templateMetadataFields } from "../fields/launch-template.ts";
import type { Found } from "./found.ts";

/** An instance as it is in AWS, with its first network interface. */
export interface FoundInstance extends Found, ValuesOf<typeof instanceFields> {
  readonly metadata: ValuesOf<typeof metadataFields>;
  /** Ids of network interfaces beside the primary one. */
  readonly furtherInterfaces: readonly string[];
  /** Who made it and will make it again, such as a fleet; null: nobody, or an auto scaling group. */
  readonly managedBy: string | null;
  /** The name of the auto scaling group that made it. */
  readonly autoScalingGroup: string | null;
}

/** The newest version of a launch template; its id is `lt-`, its name AWS's. */
export interface FoundLaunchTemplate extends Found, ValuesOf<typeof launchTemplateFields> {
  /** Name or ARN. */
  readonly instanceProfile: string | null;
  readonly detailedMonitoring: boolean;
  /** Of its network interfaces, or its own. */
  readonly securityGroupIds: readonly string[];
  /** Null: it leaves that to the subnet. */
  readonly associatePublicIpAddress: boolean | null;
  /** Null: it says nothing of the metadata service. */
  readonly metadata: ValuesOf<typeof templateMetadataFields> | null;
}

/** An auto scaling group; its id is its name. */
export interface FoundAutoScalingGroup extends Found, ValuesOf<typeof autoScalingGroupFields> {
  /** By id or name, and by number or word; null: it has none of its own. */
  readonly launchTemplate: {
    readonly id: string | null;
    readonly name: string | null;
    readonly version: string | null;
  } | null;
  readonly hasMixedInstances: boolean;
  /** Whose it is, such as an EKS cluster; null: nobody's. */
  readonly managedBy: string | null;
}

/** An Elastic IP of an instance. */
export interface FoundAddress extends Found {
  readonly instanceId: string;
  /** `eipassoc-` id; null when the source does not tell. */
  readonly associationId: string | null;
}
