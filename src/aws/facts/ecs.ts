import { factsOf } from "./fact.ts";

const FARGATE_NETWORKING =
  "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html";
const EC2_NETWORKING = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html";

/** What rules cite about Amazon ECS and Fargate. */
export const ecsFacts = factsOf({
  ecsIpv6OnlyMode: {
    claim:
      "ECS runs tasks of network mode awsvpc in IPv6-only subnets, in the regions that its guide lists; before, awsvpc needed IPv4.",
    source: `${FARGATE_NETWORKING}; ${EC2_NETWORKING}`,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
    since: "2025",
  },
  ecsIpv6OnlyRegions: {
    claim:
      "The ECS guide lists the regions with the IPv6-only mode: in Europe Frankfurt, London, Milan, Paris and Spain, not Ireland, Stockholm or Zurich.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-28",
    evidence: "undated",
    // Two undated copies of the page agree; the live one may have grown.
    confidence: "medium",
  },
  ecsIpv6OnlyIsLinuxOnly: {
    claim: "ECS runs Linux tasks only in the IPv6-only mode.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  fargateIpv6PlatformVersion: {
    claim: "Linux tasks on Fargate have IPv6, beside IPv4 or alone, from platform version 1.4.0 on.",
    source: `${FARGATE_NETWORKING}; https://github.com/awsdocs/amazon-ecs-developer-guide/blob/cf5e581/doc_source/platform-linux-fargate.md`,
    checked: "2026-11-28",
    evidence: "2023-04-24",
    confidence: "high",
  },
  ecsIpv6OnlyContainerInstances: {
    claim:
      "The IPv6-only mode on EC2 needs an ECS agent of 1.99.1 or newer and a primary IPv6 address on the container instance.",
    source: EC2_NETWORKING,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ecsIpv6OnlyTargetGroup: {
    claim:
      "A service in the IPv6-only mode registers with an IPv6 target group of a dual-stack load balancer.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-networking.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ecsIpv6OnlyWithoutExec: {
    claim: "ECS Exec does not work in the IPv6-only mode.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ecsIpv6OnlyImages: {
    claim:
      "Tasks in the IPv6-only mode pull from ECR at its dual-stack name, ACCOUNT.dkr-ecr.REGION.on.aws, unless NAT64 leads them to IPv4.",
    source: `${FARGATE_NETWORKING}; https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html`,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
    since: "2025-05",
  },
  ecsTasksHaveNoPublicIpv4OnEc2: {
    claim: "assign_public_ip gives a public IPv4 address to tasks of the launch type Fargate only.",
    source: "documentation of AWS provider 5.100.0: aws_ecs_service, network_configuration",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  awsvpcTargetsAreAddresses: {
    claim:
      "Tasks of network mode awsvpc register with a target group of target type ip, for each has a network interface of its own.",
    source: "botocore 1.43.11 model of ecs: LoadBalancer.targetGroupArn",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecsContainerPortIsMapped: {
    claim: "The container port of a service's load balancer is a containerPort of its task definition.",
    source: "botocore 1.43.11 model of ecs: LoadBalancer.containerPort",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecsDualStackAccountSetting: {
    claim:
      "Tasks in dual-stack subnets get an IPv6 address where the ECS account setting dualStackIPv6 is enabled.",
    source: `botocore 1.43.11 model of ecs: PutAccountSetting.name; ${FARGATE_NETWORKING}`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecsDualStackSettingNotInProvider: {
    claim: "aws_ecs_account_setting_default refuses the name dualStackIPv6.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  ecsTasksNeedAutoAssign: {
    claim: "Tasks get an IPv6 address in subnets that assign IPv6 addresses on creation.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  fargateDualStackNeedsIpv4: {
    claim: "A dual-stack task on Fargate pulls its image and reads its secrets over IPv4.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  fargateCpuAndMemory: {
    claim:
      "Fargate takes certain pairs of CPU and memory only; RegisterTaskDefinition refuses others: no Fargate configuration exists for given values.",
    source:
      "https://docs.aws.amazon.com/AmazonECS/latest/userguide/task-cpu-memory-error.html; https://github.com/awsdocs/amazon-ecs-developer-guide/blob/cf5e581/doc_source/task-cpu-memory-error.md",
    checked: "2026-11-28",
    evidence: "2023-04-24",
    confidence: "high",
  },
  ecsAgentJoinsNamedCluster: {
    claim:
      "The ECS agent joins the cluster that ECS_CLUSTER in /etc/ecs/ecs.config names, and without it one named default.",
    source:
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html; https://github.com/awsdocs/amazon-ecs-developer-guide/blob/cf5e581/doc_source/asg-capacity-providers-create-auto-scaling-group.md",
    checked: "2026-11-28",
    evidence: "2023-04-24",
    confidence: "high",
  },
  ecsScalingBounds: {
    claim: "Application Auto Scaling takes a minimum capacity that is at most the maximum capacity.",
    source:
      "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html; https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTargetAction.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
  ecsScheduleExpressions: {
    claim:
      "The schedule of a scheduled action is at(yyyy-mm-ddThh:mm:ss), rate(value unit) with a positive value and minutes, hours or days, or cron(fields) with six fields, separated by white space.",
    source:
      "botocore 1.43.107 model of application-autoscaling: PutScheduledActionRequest.Schedule; https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  cronFields: {
    claim:
      "The fields of cron(fields) are minutes 0-59, hours 0-23, days of the month 1-31, months 1-12 or JAN-DEC, days of the week 1-7 or SUN-SAT and years 1970-2199; where one of the days has a value or *, the other is ?.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  quartzDayFields: {
    claim:
      "Quartz refuses a cron with ? for both days: '?' can only be specified for Day-of-Month -OR- Day-of-Week.",
    source:
      "https://github.com/quartz-scheduler/quartz/blob/v2.3.2/quartz-core/src/main/java/org/quartz/CronExpression.java",
    checked: "2026-11-30",
    evidence: "2019-10",
    confidence: "medium",
  },
  quartzSteps: {
    claim: "Quartz takes an increment of 0 after * for 1, and after a value for that value alone.",
    source:
      "https://github.com/quartz-scheduler/quartz, CronExpression.java at commit 117542d846e6663f2af4182ce9866df707d5cb8b, addToSet",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "medium",
  },
  ecsScheduleTimezones: {
    claim:
      "The time zone of a scheduled action is the canonical name of one of IANA's time zones that Joda-Time knows.",
    source:
      "botocore 1.43.107 model of application-autoscaling: PutScheduledActionRequest.Timezone; listings of tzdata 2026d",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  ecsScalingAdjusts: {
    claim: "RegisterScalableTarget changes the number of a service's tasks to one within the bounds.",
    source: "botocore 1.43.107 model of application-autoscaling: RegisterScalableTarget",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  ecsHealthCheckCommand: {
    claim:
      "The command of a container's health check begins with CMD, or with CMD-SHELL for the container's shell; others have been seen to run on Fargate.",
    source:
      "botocore 1.43.107 model of ecs: HealthCheck.command; https://github.com/aws/aws-cdk/issues/34389",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "medium",
  },
  ecsSecretNames: {
    claim:
      "ECS refuses a container of which a secret has the name of an environment variable: ClientException, the secret name must be unique and not shared.",
    source:
      "https://github.com/dagster-io/dagster/issues/11622; https://github.com/compose-x/ecs_composex/issues/707",
    checked: "2026-11-30",
    evidence: "2023-11-13",
    confidence: "high",
  },
  ecsEssentialContainer: {
    claim: "All tasks must have at least one essential container.",
    source: "botocore 1.43.107 model of ecs: ContainerDefinition.essential",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  ecsImageNames: {
    claim:
      "The name of an image has up to 255 letters, digits and -_:./#, which with a digest counts up to the @; a digest is sha256: with 64 hexadecimal digits.",
    source: "botocore 1.43.107 model of ecs: ContainerDefinition.image",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
});
