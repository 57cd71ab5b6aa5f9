/**
 * The partition in which a region lies: the second field of its ARNs.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, checked on 2026-11-21.
 */
export function partitionOf(region: string): "aws" | "aws-cn" | "aws-us-gov" {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
