import { describe, expect, it } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { findingsWith, networkWith, only, textWith } from "../hosts-blueprint.ts";

const S3 =
  "code: { s3: { bucket: example-artifacts, key: a.zip, runtime: python3.13, handler: app.handler } }";
const PLACE = "subnets: [app], securityGroups: [web]";

function functionOf(settings: string) {
  return only(networkWith(`lambda: { functions: { orders: { ${settings} } } }`).lambda.functions);
}

describe("a Lambda function", () => {
  it("has every default, and uses no IPv6 unless that is written", () => {
    expect(functionOf(`${S3}, ${PLACE}`)).toEqual({
      name: "orders",
      path: ["lambda", "functions", "orders"],
      displayName: "shop-orders",
      description: null,
      code: {
        kind: "s3",
        bucket: "example-artifacts",
        key: "a.zip",
        objectVersion: null,
        runtime: "python3.13",
        handler: "app.handler",
      },
      architecture: "arm64",
      memorySize: 128,
      timeout: 3,
      environment: {},
      tiers: ["app"],
      subnets: ["app_a", "app_b"],
      securityGroups: ["web"],
      ipv6AllowedForDualStack: false,
      role: {
        id: "lambda_orders",
        displayName: "shop-orders",
        namePrefix: "lambda-",
        service: "lambda.amazonaws.com",
        policies: [
          {
            id: "lambda_orders_aws-lambda-vpc-access-execution-role",
            arn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
          },
        ],
        tags: {},
      },
      tags: {},
    });
  });

  it("keeps what the author wrote, its lists sorted", () => {
    const settings = `code: { image: "1.dkr.ecr.eu-west-1.amazonaws.com/a:1" }, subnets: [edge, app],
      securityGroups: [web, admin], ipv6AllowedForDualStack: true, description: d, timeout: 9,
      environment: { STAGE: "1" }, managedPolicies: [AmazonSQSReadOnlyAccess], tags: { k: v }`;
    const model = functionOf(settings);
    expect(model).toMatchObject({
      code: { kind: "image", uri: "1.dkr.ecr.eu-west-1.amazonaws.com/a:1" },
      tiers: ["app", "edge"],
      subnets: ["app_a", "app_b", "edge_a", "edge_b"],
      securityGroups: ["admin", "web"],
      ipv6AllowedForDualStack: true,
      description: "d",
      timeout: 9,
      environment: { STAGE: "1" },
      tags: { k: "v" },
    });
    expect(model.role.tags).toEqual({ k: "v" });
    expect(model.role.policies.map(({ arn }) => arn)).toEqual([
      "arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess",
      "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
    ]);
  });

  it("has a name of at most 64 characters", () => {
    const name = "a".repeat(32);
    const text = textWith(`lambda: { functions: { ${name}: { ${S3}, ${PLACE} } } }`);
    const long = networkFrom(text.replace("name: shop", `name: ${"s".repeat(32)}`));
    const full = only(long.lambda.functions).displayName;
    expect(full).toMatch(/^s{32}-a{24}-[0-9a-f]{6}$/);
    expect(full.length).toBe(64);
  });

  it("refers to tiers and security groups that there are", () => {
    expect(
      findingsWith(`lambda: { functions: { f: { ${S3}, subnets: [apps], securityGroups: [wep] } } }`),
    ).toEqual([
      'model/unknown-name at lambda.functions.f.subnets[0]: unknown subnet tier "apps" in lambda.functions.f.subnets[0] (did you mean "app"?)',
      'model/unknown-name at lambda.functions.f.securityGroups[0]: unknown security group "wep" in lambda.functions.f.securityGroups[0] (did you mean "web"?)',
    ]);
  });
});
