// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { LambdaFunction } from "../../../src/model/types/lambda.ts";
import { at } from "../../support/json.ts";
import { groupName, tierName } from "../../support/names.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { wholeNetwork } from "../../support/whole-network.ts";

const FUNCTION: LambdaFunction = {
  name: "orders",
  path: ["lambda", "functions", "orders"],
  displayName: "whole-orders",
  description: null,
  code: {
    kind: "s3",
    bucket: "example-artifacts",
    key: "orders.zip",
    objectVersion: null,
    runtime: "python3.13",
    handler: "app.handler",
  },
  architecture: "arm64",
  memorySize: 256,
  timeout: 10,
  environment: {},
  tiers: [tierName("public")],
  subnets: ["public_a", "public_b"],
  securityGroups: [groupName("web")],
  ipv6AllowedForDualStack: true,
  role: {
    id: "lambda_orders",
    displayName: "whole-orders",
    namePrefix: "lambda-",
    service: "lambda.amazonaws.com",
    policies: [{ id: "lambda_orders_vpc", arn: "arn:aws:iam::aws:policy/x" }],
    tags: {},
  },
  tags: { kind: "function" },
};

function jsonOf(overrides: Partial<LambdaFunction> = {}) {
  const json = stackJson(wholeNetwork({ lambda: { functions: [{ ...FUNCTION, ...overrides }] } }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

describe("a Lambda function", () => {
  test("stands in its subnets, with IPv6 when that is allowed", () => {
    expect(resourceIn(jsonOf(), "aws_lambda_function.orders")).toEqual({
      function_name: "whole-orders",
      role: "${aws_iam_role.lambda_orders.arn}",
      package_type: "Zip",
      s3_bucket: "example-artifacts",
      s3_key: "orders.zip",
      runtime: "python3.13",
      handler: "app.handler",
      architectures: ["arm64"],
      memory_size: 256,
      timeout: 10,
      vpc_config: {
        subnet_ids: ["${aws_subnet.public_a.id}", "${aws_subnet.public_b.id}"],
        security_group_ids: ["${aws_security_group.web.id}"],
        ipv6_allowed_for_dual_stack: true,
      },
      tags: { Name: "whole-orders", kind: "function" },
      depends_on: expect.any(Array),
    });
  });

  test("says it when IPv6 is not allowed", () => {
    const json = jsonOf({ ipv6AllowedForDualStack: false });
    expect(
      at(resourceIn(json, "aws_lambda_function.orders"), "vpc_config", "ipv6_allowed_for_dual_stack"),
    ).toBe(false);
  });

  test("waits for its role's rights and its subnets' routes, which then go after it", () => {
    expect(resourceIn(jsonOf(), "aws_lambda_function.orders")["depends_on"]).toEqual(
      expect.arrayContaining([
        "aws_iam_role_policy_attachment.lambda_orders_vpc",
        "aws_route.public_ipv6",
        "aws_route_table_association.public_a",
        "aws_vpc_security_group_egress_rule.web_egress_ipv6",
      ]),
    );
  });

  test("from an image has neither runtime nor handler", () => {
    const json = jsonOf({ code: { kind: "image", uri: "example/a:1" } });
    const block = resourceIn(json, "aws_lambda_function.orders");
    expect(block).toMatchObject({ package_type: "Image", image_uri: "example/a:1" });
    for (const key of ["runtime", "handler", "s3_bucket"]) expect(block[key], key).toBeUndefined();
  });

  test("keeps its texts out of Terraform's hands", () => {
    const json = jsonOf({ description: "${x}", environment: { STAGE: "%{if}" } });
    expect(resourceIn(json, "aws_lambda_function.orders")).toMatchObject({
      description: "$${x}",
      environment: { variables: { STAGE: "%%{if}" } },
    });
  });

  test("has a role that Lambda, and nobody else, assumes", () => {
    const json = jsonOf();
    const role = resourceIn(json, "aws_iam_role.lambda_orders");
    expect(role).toEqual({
      name_prefix: "lambda-",
      assume_role_policy: expect.any(String),
      tags: { Name: "whole-orders" },
    });
    expect(JSON.parse(String(role["assume_role_policy"]))).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
      ],
    });
    expect(resourceIn(json, "aws_iam_role_policy_attachment.lambda_orders_vpc")).toEqual({
      role: "${aws_iam_role.lambda_orders.name}",
      policy_arn: "arn:aws:iam::aws:policy/x",
    });
  });
});
