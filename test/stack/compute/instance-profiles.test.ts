// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { expect, test } from "vitest";
import { NO_COMPUTE } from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const PROFILE = {
  name: "web",
  path: ["compute", "instanceProfiles", "web"],
  displayName: "sample-web",
  policies: [{ id: "web_ssm", arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" }],
  tags: {},
};

const json = stackJson(sampleNetwork({ compute: { ...NO_COMPUTE, instanceProfiles: [PROFILE] } }));

test("the role trusts EC2 and nobody else", () => {
  const role = resourceIn(json, "aws_iam_role.web");
  expect(role).toEqual({
    name: "sample-web",
    assume_role_policy: expect.any(String),
    tags: { Name: "sample-web" },
  });
  expect(JSON.parse(String(role["assume_role_policy"]))).toEqual({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  });
});

test("a policy is attached under its own logical id", () => {
  expect(resourceIn(json, "aws_iam_role_policy_attachment.web_ssm")).toEqual({
    role: "${aws_iam_role.web.name}",
    policy_arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  });
});

test("whoever uses the profile waits for its policies", () => {
  expect(resourceIn(json, "aws_iam_instance_profile.web")).toEqual({
    name: "sample-web",
    lifecycle: { create_before_destroy: true },
    role: "${aws_iam_role.web.name}",
    tags: { Name: "sample-web" },
    depends_on: ["aws_iam_role_policy_attachment.web_ssm"],
  });
});
