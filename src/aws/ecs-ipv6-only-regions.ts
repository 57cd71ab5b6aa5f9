/**
 * The regions in which ECS runs tasks without IPv4, as its guide lists them.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html, "AWS Regions that
 * support IPv6-only mode for Amazon ECS": two stored copies, undated, the same in both; checked on 2026-11-28.
 */
export const ECS_IPV6_ONLY_REGIONS: readonly string[] = [
  "af-south-1",
  "ap-east-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ca-central-1",
  "ca-west-1",
  "cn-north-1",
  "cn-northwest-1",
  "eu-central-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-gov-east-1",
  "us-gov-west-1",
  "us-west-1",
  "us-west-2",
];
