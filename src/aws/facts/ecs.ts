import type { Fact } from "./fact.ts";

const FARGATE_NETWORKING =
  "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html";
const EC2_NETWORKING = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html";

/** What rules cite about Amazon ECS and Fargate. */
export const ecsFacts = {
  ecsIpv6OnlyMode: {
    id: "ecs-ipv6-only-mode",
    claim:
      "ECS runs tasks of network mode awsvpc in IPv6-only subnets, in the regions that its guide lists; before, awsvpc needed IPv4.",
    source: `${FARGATE_NETWORKING}; ${EC2_NETWORKING}`,
    checked: "2026-11-21",
    confidence: "high",
    since: "2025",
  },
  ecsIpv6OnlyRegions: {
    id: "ecs-ipv6-only-regions",
    claim:
      "The ECS guide lists the regions with the IPv6-only mode: in Europe Frankfurt, London, Milan, Paris and Spain, not Ireland, Stockholm or Zurich.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-28",
    // Two undated copies of the page agree; the live one may have grown.
    confidence: "medium",
  },
  ecsIpv6OnlyIsLinuxOnly: {
    id: "ecs-ipv6-only-is-linux-only",
    claim: "ECS runs Linux tasks only in the IPv6-only mode.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    confidence: "high",
  },
  fargateIpv6PlatformVersion: {
    id: "fargate-ipv6-platform-version",
    claim: "Linux tasks on Fargate have IPv6, beside IPv4 or alone, from platform version 1.4.0 on.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    confidence: "high",
  },
  ecsIpv6OnlyContainerInstances: {
    id: "ecs-ipv6-only-container-instances",
    claim:
      "The IPv6-only mode on EC2 needs an ECS agent of 1.99.1 or newer and a primary IPv6 address on the container instance.",
    source: EC2_NETWORKING,
    checked: "2026-11-21",
    confidence: "high",
  },
  ecsIpv6OnlyTargetGroup: {
    id: "ecs-ipv6-only-target-group",
    claim:
      "A service in the IPv6-only mode registers with an IPv6 target group of a dual-stack load balancer.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-networking.html",
    checked: "2026-11-21",
    confidence: "high",
  },
  ecsIpv6OnlyWithoutExec: {
    id: "ecs-ipv6-only-without-exec",
    claim: "ECS Exec does not work in the IPv6-only mode.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    confidence: "high",
  },
  ecsIpv6OnlyImages: {
    id: "ecs-ipv6-only-images",
    claim:
      "Tasks in the IPv6-only mode pull from ECR at its dual-stack name, ACCOUNT.dkr-ecr.REGION.on.aws, unless NAT64 leads them to IPv4.",
    source: `${FARGATE_NETWORKING}; https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html`,
    checked: "2026-11-21",
    confidence: "high",
    since: "2025-05",
  },
  ecsTasksHaveNoPublicIpv4OnEc2: {
    id: "ecs-tasks-have-no-public-ipv4-on-ec2",
    claim: "assign_public_ip gives a public IPv4 address to tasks of the launch type Fargate only.",
    source: "documentation of AWS provider 5.100.0: aws_ecs_service, network_configuration",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  awsvpcTargetsAreAddresses: {
    id: "awsvpc-targets-are-addresses",
    claim:
      "Tasks of network mode awsvpc register with a target group of target type ip, for each has a network interface of its own.",
    source: "botocore 1.43.11 model of ecs: LoadBalancer.targetGroupArn",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecsContainerPortIsMapped: {
    id: "ecs-container-port-is-mapped",
    claim: "The container port of a service's load balancer is a containerPort of its task definition.",
    source: "botocore 1.43.11 model of ecs: LoadBalancer.containerPort",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecsDualStackAccountSetting: {
    id: "ecs-dual-stack-account-setting",
    claim:
      "Tasks in dual-stack subnets get an IPv6 address where the ECS account setting dualStackIPv6 is enabled.",
    source: `botocore 1.43.11 model of ecs: PutAccountSetting.name; ${FARGATE_NETWORKING}`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecsDualStackSettingNotInProvider: {
    id: "ecs-dual-stack-setting-not-in-provider",
    claim: "aws_ecs_account_setting_default refuses the name dualStackIPv6.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  ecsTasksNeedAutoAssign: {
    id: "ecs-tasks-need-auto-assign",
    claim: "Tasks get an IPv6 address in subnets that assign IPv6 addresses on creation.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    confidence: "high",
  },
  fargateDualStackNeedsIpv4: {
    id: "fargate-dual-stack-needs-ipv4",
    claim: "A dual-stack task on Fargate pulls its image and reads its secrets over IPv4.",
    source: FARGATE_NETWORKING,
    checked: "2026-11-21",
    confidence: "high",
  },
  fargateCpuAndMemory: {
    id: "fargate-cpu-and-memory",
    claim:
      "Fargate takes certain pairs of CPU and memory only; RegisterTaskDefinition refuses others: no Fargate configuration exists for given values.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/userguide/task-cpu-memory-error.html",
    checked: "2026-11-21",
    confidence: "high",
  },
  ecsAgentJoinsNamedCluster: {
    id: "ecs-agent-joins-named-cluster",
    claim:
      "The ECS agent joins the cluster that ECS_CLUSTER in /etc/ecs/ecs.config names, and without it one named default.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html",
    checked: "2026-11-21",
    confidence: "high",
  },
} as const satisfies Record<string, Fact>;
