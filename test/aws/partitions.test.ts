import { describe, expect, test } from "vitest";
import { arnIn, managedPolicyArn, partitionOf } from "../../src/aws/partitions.ts";

describe("the partition of a region", () => {
  test.each([
    ["eu-west-1", "aws"],
    ["us-east-1", "aws"],
    ["mx-central-1", "aws"],
    ["cn-northwest-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["eusc-de-east-1", "aws-eusc"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-east-1", "aws-iso-b"],
    ["eu-isoe-west-1", "aws-iso-e"],
    ["us-isof-south-1", "aws-iso-f"],
  ])("of %s is %s", (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
    expect(arnIn(region, "ec2", "123456789012", "vpc-flow-log/*")).toBe(
      `arn:${partition}:ec2:${region}:123456789012:vpc-flow-log/*`,
    );
    expect(managedPolicyArn(region, "AmazonSSMManagedInstanceCore")).toBe(
      `arn:${partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`,
    );
  });
});
