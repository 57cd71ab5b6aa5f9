// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's and AWS's
import { describe, expect, test } from "vitest";
import { findingsWith, networkWith } from "../../model/hosts-blueprint.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const FUNCTION = `
lambda:
  functions:
    resize:
      code: { image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/resize:1" }
      subnets: [app]
      securityGroups: [web]`;

function policyOf(json: unknown, address: string): unknown {
  return JSON.parse(String(resourceIn(json, address)["policy"]));
}

const statement = (resource: string) =>
  `Statement: [{ Effect: Allow, Action: ["lambda:InvokeFunction"], Resource: [${resource}] }]`;

describe("a policy of a role's own", () => {
  const json = stackJson(
    networkWith(`
compute:
  instanceProfiles:
    web:
      inlinePolicies:
        call:
          Statement:
            - Sid: Call
              Effect: Allow
              Action: ["lambda:InvokeFunction"]
              Resource: ["ref:lambdaFunctionArn.resize", "ref:lambdaFunctionArn.resize:*"]
            - Effect: Deny
              NotAction: ["s3:Get*"]
              NotResource: ["arn:aws:s3:::\${aws:PrincipalTag/team}/*"]
              Condition: { StringEquals: { "aws:PrincipalTag/team": ["\${aws:username}"] } }
ecs:
  taskDefinitions:
    web:
      containers: { web: { image: "web:1" } }
      taskRole: { inlinePolicies: { call: { ${statement('"ref:lambdaFunctionArn.resize"')} } } }
${FUNCTION}
      inlinePolicies: { self: { ${statement('"ref:lambdaFunctionArn.resize"')} } }
`),
  );

  test("is about things of the blueprint by reference, and what looks like a template stays data", () => {
    expect(schemaProblems(json)).toEqual([]);
    expect(resourceIn(json, "aws_iam_role_policy.web_call")).toMatchObject({
      name: "shop-call",
      role: "${aws_iam_role.web.name}",
    });
    // It would be inherited by everything that the policy is about.
    expect(resourceIn(json, "aws_iam_role_policy.web_call")).not.toHaveProperty("lifecycle");
    expect(policyOf(json, "aws_iam_role_policy.web_call")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Call",
          Effect: "Allow",
          Action: ["lambda:InvokeFunction"],
          Resource: ["${aws_lambda_function.resize.arn}", "${aws_lambda_function.resize.arn}:*"],
        },
        {
          Effect: "Deny",
          NotAction: ["s3:Get*"],
          NotResource: ["arn:aws:s3:::$${aws:PrincipalTag/team}/*"],
          Condition: { StringEquals: { "aws:PrincipalTag/team": ["$${aws:username}"] } },
        },
      ],
    });
  });

  test("belongs to the role of a task, and of a function that it may be about", () => {
    expect(resourceIn(json, "aws_iam_role_policy.ecs_task_web_call")).toMatchObject({
      role: "${aws_iam_role.ecs_task_web.name}",
    });
    const [role] = networkWith(FUNCTION.slice(1)).lambda.functions.map((one) => one.role.id);
    expect(policyOf(json, `aws_iam_role_policy.${role}_self`)).toMatchObject({
      Statement: [{ Resource: ["${aws_lambda_function.resize.arn}"] }],
    });
  });
});

describe("a reference of a policy", () => {
  const found = (resource: string) =>
    findingsWith(`
compute: { instanceProfiles: { web: { inlinePolicies: { call: { ${statement(resource)} } } } } }
${FUNCTION}
`);
  const AT = "compute.instanceProfiles.web.inlinePolicies.call.Statement[0].Resource[0]";

  test("is one to a kind that is an ARN", () => {
    expect(found('"ref:lambdaFunctionArm.resize"')).toEqual([
      expect.stringMatching(/unknown kind of ARN "lambdaFunctionArm".*did you mean "lambdaFunctionArn"/),
    ]);
    expect(found('"ref:lambdaFunctionName.resize"')).toEqual([
      expect.stringContaining("unknown kind of ARN"),
    ]);
  });

  test("is one to something that there is", () => {
    expect(found('"ref:lambdaFunctionArn.resizer"')).toEqual([
      expect.stringContaining(`at ${AT}: unknown function "resizer"`),
    ]);
    expect(found('"ref:lambdaFunctionArn.resizer"')[0]).toContain('did you mean "resize"');
  });

  test("is not one to what has no value", () => {
    expect(
      findingsWith(`
compute: { instanceProfiles: { web: { inlinePolicies: { call: { ${statement('"ref:eksOpenIdConnectProviderArn.main"')} } } } } }
eks: { clusters: { main: { version: "1.33", subnets: [app], openIdConnectProvider: false } } }
`),
    ).toEqual([expect.stringContaining("eksOpenIdConnectProviderArn has nothing to show")]);
  });
});
