import { factsOf } from "./fact.ts";

/** What rules cite about instances and what they need for IPv6. */
export const computeFacts = factsOf({
  instanceFamiliesWithoutIpv6: {
    claim: "The instance families c1, m1, m2, m3 and t1 have no IPv6.",
    source: "DescribeInstanceTypes dump of moto 5.2.1, 2026-05-20",
    checked: "2026-11-21",
    evidence: "2026-05-20",
    confidence: "high",
  },
  currentGenerationHasIpv6: {
    claim: "All current-generation instance types have IPv6.",
    source: "DescribeInstanceTypes dump of moto 5.2.1, 2026-05-20",
    checked: "2026-11-21",
    evidence: "2026-05-20",
    confidence: "high",
  },
  xenFamilies: {
    claim:
      "c3, c4, d2, h1, i2, i3, m4, r3, r4, t2, x1 and x1e run on Xen: IPv6 works for them in dual-stack subnets only.",
    source: "DescribeInstanceTypes dump of moto 5.2.1, 2026-05-20",
    checked: "2026-11-21",
    evidence: "2026-05-20",
    confidence: "high",
  },
  ipv6OnlySubnetNeedsNitro: {
    claim: "In an IPv6-only subnet only instances on Nitro can be launched.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/aws-ipv6-support.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/create-subnets.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  instanceTypesMayBeUnknown: {
    claim:
      "Instance types launched after May 2026 and retired ones are absent from the table, which says nothing about their IPv6.",
    source: "DescribeInstanceTypes dump of moto 5.2.1, 2026-05-20",
    checked: "2026-11-21",
    evidence: "2026-05-20",
    confidence: "high",
  },
  instanceTypeNames: {
    claim:
      "In the name of an instance type the letters after the generation tell the processor: g is AWS Graviton, a AMD, i Intel.",
    source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
  },
  imageOfItsArchitecture: {
    claim: "An AMI runs only on instance types of its architecture; EC2 refuses to launch any other pair.",
    source: "https://github.com/skypilot-org/skypilot/issues/6315 (EC2's answer to RunInstances)",
    checked: "2026-11-28",
    evidence: "2025-07-21",
    confidence: "high",
  },
  groupSizes: {
    claim: "The desired capacity of an auto scaling group lies between its minimum and its maximum size.",
    source: "botocore 1.43.11 model of autoscaling: CreateAutoScalingGroup.DesiredCapacity",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
  },
  scalingRecurrence: {
    claim:
      "The recurrence of a scheduled action of EC2 Auto Scaling is a crontab's line of five fields, minute, hour, day of the month, month and day of the week: not the cron of Application Auto Scaling.",
    source:
      "botocore 1.43.11 model of autoscaling: PutScheduledUpdateGroupActionType.Recurrence; https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  scalingTimeZones: {
    claim: "The time zone of a scheduled action of EC2 Auto Scaling is the canonical name of one of IANA's.",
    source:
      "botocore 1.43.11 model of autoscaling: PutScheduledUpdateGroupActionType.TimeZone; listings of tzdata 2026d",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  scalingRequestLabel: {
    claim:
      "ALBRequestCountPerTarget is told the target group by a label of an application load balancer and a target group that is attached to the auto scaling group.",
    source: "botocore 1.43.11 model of autoscaling: PredefinedMetricSpecification.ResourceLabel",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  imdsIpv6IsOffByDefault: {
    claim: "The IPv6 endpoint of the instance metadata service is off by default, in IPv6-only subnets too.",
    source:
      "botocore 1.43.11 model of ec2: InstanceMetadataOptionsRequest.HttpProtocolIpv6; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  imdsIpv6NeedsNitro: {
    claim:
      "The instance metadata service answers at fd00:ec2::254 on Nitro instances in a subnet with IPv6 only.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html; https://github.com/awsdocs/amazon-ec2-user-guide/blob/af1f79b/doc_source/ec2-instance-metadata.md",
    checked: "2026-11-28",
    evidence: "2023-05-31",
    confidence: "high",
  },
  imdsIpv6InTerraform: {
    claim: "aws_instance and aws_launch_template take metadata_options.http_protocol_ipv6.",
    source: "CHANGELOG of the AWS provider (#32759); terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
    since: "5.12.0",
  },
  imdsTokensRequired: {
    claim:
      "With http_tokens required the instance metadata service answers only requests with a session token (IMDSv2).",
    source: "botocore 1.43.11 model of ec2: InstanceMetadataOptionsRequest.HttpTokens",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  linkLocalServices: {
    claim: "On Nitro the resolver answers at fd00:ec2::253 and the time service at fd00:ec2::123 over IPv6.",
    source:
      "IPv6 on AWS whitepaper; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-dns.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  ipv6CountOrAddresses: {
    claim: "An instance takes a number of IPv6 addresses or given addresses, not both.",
    source:
      "terraform validate with AWS provider 5.100.0; botocore 1.43.11 model of ec2: RunInstances.Ipv6Addresses",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  addressCountZeroDoesNotPrevent: {
    claim:
      "A host whose ipv6_address_count is 0 gets an IPv6 address all the same where its subnet assigns one on creation; the provider plans to take it away, and in a launch template it does not send the 0 at all.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/issues/20025; requests of AWS provider 5.100.0 for a launch template",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  fixedAddressesNotWithCount: {
    claim:
      "Given IPv6 addresses cannot be used where more than one instance is launched, as from an auto scaling group.",
    source: "botocore 1.43.11 model of ec2: RunInstances.Ipv6Addresses",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  fixedAddressesInsideSubnet: {
    claim: "A given IPv6 address must lie in the block of the instance's subnet.",
    source: "botocore 1.43.11 model of ec2: RunInstances.Ipv6Addresses",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  maxIpv6AddressesPerInterface: {
    claim:
      "An interface takes as many IPv6 addresses as IPv4 ones, a number that depends on the instance type.",
    source: "DescribeInstanceTypes dump of moto 5.2.1, 2026-05-20",
    checked: "2026-11-21",
    evidence: "2026-05-20",
    confidence: "high",
  },
  primaryIpv6CannotBeDisabled: {
    claim:
      "A primary IPv6 address, once enabled, stays until the instance is terminated or the interface detached.",
    source: "botocore 1.43.11 model of ec2: RunInstances.EnablePrimaryIpv6",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  associatePublicIpIsIpv4: {
    claim: "associate_public_ip_address assigns a public IPv4 address, which an IPv6-only subnet has not.",
    source: "botocore 1.43.11 model of ec2: InstanceNetworkInterfaceSpecification.AssociatePublicIpAddress",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  elasticIpIsIpv4: {
    claim:
      "An Elastic IP is an IPv4 address; Elastic IPs of IPv6 are not supported, and IPv6 addresses stay with their host across stop and start.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eip-overview.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-eips.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  elasticIpNeedsInternetGateway: {
    claim:
      "EC2 refuses to associate an Elastic IP in a VPC without an internet gateway (Gateway.NotAttached), and no packet reaches it in a subnet without a route to that gateway.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html; documentation of AWS provider 5.100.0: aws_eip",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  userDataLimit: {
    claim: "User data is limited to 16 KB, before it is encoded in base64.",
    source: "botocore 1.43.11 model of ec2: RequestLaunchTemplateData.UserData",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  amazonLinux2EndOfSupport: {
    claim: "Amazon Linux 2 reached the end of support on 2026-06-30; Amazon Linux 2023 follows it.",
    source:
      "https://aws.amazon.com/amazon-linux-2/; https://github.com/docker-library/tomcat/pull/340 (which quotes it)",
    checked: "2026-11-28",
    evidence: "2026-08-13",
    confidence: "high",
    since: "2026-06-30",
  },
  providerListsOfValues: {
    claim:
      "AWS provider 5.100.0 refuses a runtime, AMI type or operating system family that is not in its list; later releases have longer lists.",
    source:
      "terraform validate with AWS provider 5.100.0: aws_lambda_function.runtime, aws_eks_node_group.ami_type, aws_ecs_task_definition.runtime_platform",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  macNeedsDedicatedHost: {
    claim: "Mac instances run on dedicated hosts only.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-mac-instances.html; https://github.com/awsdocs/amazon-ec2-user-guide/blob/af1f79b/doc_source/ec2-mac-instances.md",
    checked: "2026-11-28",
    evidence: "2023-05-31",
    confidence: "high",
  },
  volumeIopsRequired: {
    claim: "Volumes of the types io1 and io2 need their IOPS said; gp3 takes them, gp2 does not.",
    source: "botocore 1.43.107 model of ec2: EbsBlockDevice.Iops",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ssmAgentHibernates: {
    claim:
      "The SSM Agent calls Systems Manager from the host: without a way to its endpoints it hibernates, and no session can be opened.",
    source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
  },
  tagCharacters: {
    claim:
      "IAM, ECS, Elastic Load Balancing and CloudWatch Logs take letters, digits and spaces of any script and _.:/=+-@ in the keys and values of tags; EC2 takes any character.",
    source:
      "botocore 1.43.107 model of iam (tagKeyType, tagValueType), ecs, elbv2 and logs (TagKey, TagValue): [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  tagsOfAResource: {
    claim: "A resource has at most 50 tags, those that default_tags adds included.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html; botocore 1.43.107 model of eks (TagMap), ecs (Tags) and iam (tagListType)",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  instanceMetadataTagKeys: {
    claim:
      "Where an instance shows its tags in its metadata, their keys have a-z, A-Z, 0-9 and +-=.,_:@ only, and none is ., .. or _index.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
    since: "2022-01",
  },
  latestTemplateVersions: {
    claim:
      "DescribeLaunchTemplateVersions without the id or the name of a template, and with the version $Latest, describes the latest versions of all launch templates of the account in the region.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html, LaunchTemplateVersion.N; botocore 1.43.11 model of ec2: DescribeLaunchTemplateVersionsRequest.Versions",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
});
