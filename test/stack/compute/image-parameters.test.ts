// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { expect, test } from "vitest";
import type { Compute, Image } from "../../../src/model/types/compute.ts";
import { at } from "../../support/json.ts";
import { tierName } from "../../support/names.ts";
import { NO_COMPUTE, sampleHost, sampleInstance, sampleLaunchTemplate } from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const NAME = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
const IMAGE: Image = { kind: "ssm-parameter", parameter: "al2023_arm64", name: NAME };
const PARAMETERS = [{ id: "al2023_arm64", name: NAME }];
const HOST = sampleHost({ image: IMAGE });

function json(compute: Partial<Compute>) {
  return stackJson(sampleNetwork({ compute: { ...NO_COMPUTE, imageParameters: PARAMETERS, ...compute } }));
}

test("an instance reads its AMI from the parameter, and a newer AMI does not replace it", () => {
  const stack = json({
    instances: [sampleInstance({ tier: tierName("app"), subnet: "app_a" }, { host: HOST })],
  });
  expect(at(stack, "data", "aws_ssm_parameter")).toEqual({ al2023_arm64: { name: NAME } });
  expect(resourceIn(stack, "aws_instance.bastion")).toMatchObject({
    ami: "${data.aws_ssm_parameter.al2023_arm64.insecure_value}",
    lifecycle: { ignore_changes: ["ami"] },
  });
});

test("a launch template leaves the parameter to EC2, so that a plan reads nothing from AWS", () => {
  const stack = json({ launchTemplates: [sampleLaunchTemplate({ host: HOST })] });
  expect(at(stack, "data", "aws_ssm_parameter")).toBeUndefined();
  expect(resourceIn(stack, "aws_launch_template.web")["image_id"]).toBe(`resolve:ssm:${NAME}`);
});
