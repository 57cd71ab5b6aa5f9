import { ecsAssignPublicIp } from "./ecs-assign-public-ip.ts";
import { ecsContainerPort } from "./ecs-container-port.ts";
import { ecsDesiredCountOutsideScaling } from "./ecs-desired-count-outside-scaling.ts";
import { ecsDualStackAccountSetting } from "./ecs-dual-stack-account-setting.ts";
import { ecsDualStackWithoutIpv4Route } from "./ecs-dual-stack-without-ipv4-route.ts";
import { ecsExecInIpv6Only } from "./ecs-exec-in-ipv6-only.ts";
import { ecsHealthCheckCommand } from "./ecs-health-check-command.ts";
import { ecsHostNotInCluster } from "./ecs-host-not-in-cluster.ts";
import { ecsImageName } from "./ecs-image-name.ts";
import { ecsIpv6OnlyHostWithoutPrimaryIpv6 } from "./ecs-ipv6-only-host-without-primary-ipv6.ts";
import { ecsIpv6OnlyImageName } from "./ecs-ipv6-only-image-name.ts";
import { ecsIpv6OnlyImageRegistry } from "./ecs-ipv6-only-image-registry.ts";
import { ecsIpv6OnlyRegion } from "./ecs-ipv6-only-region.ts";
import { ecsIpv6OnlyTargetGroup } from "./ecs-ipv6-only-target-group.ts";
import { ecsIpv6OnlyWindows } from "./ecs-ipv6-only-windows.ts";
import { ecsNoEssentialContainer } from "./ecs-no-essential-container.ts";
import { ecsPlatformVersion } from "./ecs-platform-version.ts";
import { ecsPublicIpInIpv6OnlyTier } from "./ecs-public-ip-in-ipv6-only-tier.ts";
import { ecsScalingBounds } from "./ecs-scaling-bounds.ts";
import { ecsScheduleExpression } from "./ecs-schedule-expression.ts";
import { ecsScheduleInThePast } from "./ecs-schedule-in-the-past.ts";
import { ecsScheduleStepOfZero } from "./ecs-schedule-step-of-zero.ts";
import { ecsScheduleTimezone } from "./ecs-schedule-timezone.ts";
import { ecsScheduleWithoutDay } from "./ecs-schedule-without-day.ts";
import { ecsSecretAndEnvironment } from "./ecs-secret-and-environment.ts";
import { ecsServiceConnectEndpointTwice } from "./ecs-service-connect-endpoint-twice.ts";
import { ecsServiceConnectIpv4Only } from "./ecs-service-connect-ipv4-only.ts";
import { ecsServiceConnectNoCommonFamily } from "./ecs-service-connect-no-common-family.ts";
import { ecsServiceConnectPlatformVersion } from "./ecs-service-connect-platform-version.ts";
import { ecsServiceConnectRequestTimeout } from "./ecs-service-connect-request-timeout.ts";
import { ecsServiceConnectWindows } from "./ecs-service-connect-windows.ts";
import { ecsSubnetWithoutIpv6AutoAssign } from "./ecs-subnet-without-ipv6-auto-assign.ts";
import { ecsTargetGroupType } from "./ecs-target-group-type.ts";
import { ecsTaskCpuMemory } from "./ecs-task-cpu-memory.ts";

/** The rules on ecs, sorted by id. */
export const ecsRules = [
  ecsAssignPublicIp,
  ecsContainerPort,
  ecsDesiredCountOutsideScaling,
  ecsDualStackAccountSetting,
  ecsDualStackWithoutIpv4Route,
  ecsExecInIpv6Only,
  ecsHealthCheckCommand,
  ecsHostNotInCluster,
  ecsImageName,
  ecsIpv6OnlyHostWithoutPrimaryIpv6,
  ecsIpv6OnlyImageName,
  ecsIpv6OnlyImageRegistry,
  ecsIpv6OnlyRegion,
  ecsIpv6OnlyTargetGroup,
  ecsIpv6OnlyWindows,
  ecsNoEssentialContainer,
  ecsPlatformVersion,
  ecsPublicIpInIpv6OnlyTier,
  ecsScalingBounds,
  ecsScheduleExpression,
  ecsScheduleInThePast,
  ecsScheduleStepOfZero,
  ecsScheduleTimezone,
  ecsScheduleWithoutDay,
  ecsSecretAndEnvironment,
  ecsServiceConnectEndpointTwice,
  ecsServiceConnectIpv4Only,
  ecsServiceConnectNoCommonFamily,
  ecsServiceConnectPlatformVersion,
  ecsServiceConnectRequestTimeout,
  ecsServiceConnectWindows,
  ecsSubnetWithoutIpv6AutoAssign,
  ecsTargetGroupType,
  ecsTaskCpuMemory,
] as const;
