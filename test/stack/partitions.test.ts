import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { networkFrom } from "../support/network.ts";
import { stackText } from "../support/synth-json.ts";

/** The blueprints that write ARNs into their stacks; none of them has an ARN of its own. */
const WITH_ARNS = [
  "dual-stack-web",
  "ecs-dual-stack",
  "ecs-ipv6-only",
  "egress-only-backend",
  "eks-ipv6",
  "ipv6-only-bastion",
  "lambda-dual-stack",
  "monitoring",
];
const HOME = "eu-west-1";
/** ARNs that the author writes stay as they are: those of the account in the examples. */
const OF_AUTHOR = /^arn:aws:iam::123456789012:role\//;

const arnsOf = (name: string, region: string): readonly string[] => {
  const file = new URL(`../../blueprints/${name}.yaml`, import.meta.url);
  const own = /^region: (\S+)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? HOME;
  const text = readFileSync(file, "utf8").replaceAll(own, region);
  return stackText(networkFrom(text)).match(/arn:[^"\\]+/g) ?? [];
};

describe.each(WITH_ARNS)("every ARN in the stack of %s", (name) => {
  test.each([
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
    ["eusc-de-east-1", "aws-eusc"],
  ])("in %s is of the partition %s", (region, partition) => {
    const arns = arnsOf(name, region);
    expect(arns.length).toBe(arnsOf(name, HOME).length);
    expect(arns.length).toBeGreaterThan(0);
    const own = arns.filter((arn) => !OF_AUTHOR.test(arn));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((arn) => !arn.startsWith(`arn:${partition}:`))).toEqual([]);
  });
});
