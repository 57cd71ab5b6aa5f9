import type { AutoScalingGroup as Told } from "@aws-sdk/client-auto-scaling";
import type { AutoScalingGroup } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said, unless } from "./field.ts";

const { text, number, texts } = fieldsOf<Told>();

/** What a blueprint says of an auto scaling group as it is. */
export const autoScalingGroupArguments = {
  minSize: number("min_size", "MinSize", 0),
  maxSize: number("max_size", "MaxSize", 0),
  healthCheckType: said(text("health_check_type", "HealthCheckType", "EC2"), (type) =>
    ["EC2", "ELB"].find((one) => one === type),
  ),
  /** Seconds. */
  healthCheckGracePeriod: unless(300, number("health_check_grace_period", "HealthCheckGracePeriod", 0)),
} satisfies ArgumentsOf<AutoScalingGroup>;

/** What import reads of an auto scaling group beside its blocks. */
export const autoScalingGroupFields = {
  ...autoScalingGroupArguments,
  name: text("name", "AutoScalingGroupName", null),
  subnetIds: texts(
    "vpc_zone_identifier",
    ({ VPCZoneIdentifier }) => VPCZoneIdentifier?.split(",").map((id) => id.trim()),
    [],
  ),
  targetGroupArns: texts("target_group_arns", "TargetGroupARNs", []),
  launchConfiguration: text("launch_configuration", "LaunchConfigurationName", null),
};
