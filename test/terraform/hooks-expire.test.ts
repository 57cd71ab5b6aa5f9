import { expect, test } from "vitest";
import { builtInHooks } from "../../src/aws/provider-gaps.ts";
import { cleanEnv } from "../support/run.ts";
import { emptyProject, STACK_FILE, writeJson } from "../support/stack-copy.ts";
import { validate } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

describeWithTools("hooks whose gap is a refused value", findTerraform(), (tools) => {
  test("the provider still refuses the ECS account setting dualStackIPv6", async () => {
    const stack = emptyProject("expire");
    writeJson(stack.folder, STACK_FILE, {
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
      resource: { aws_ecs_account_setting_default: { this: { name: "dualStackIPv6", value: "enabled" } } },
    });
    const site = { tools, folder: stack.folder, scratch: `${stack.project}/scratch`, env: cleanEnv() };
    const said = await validate(site);
    stack.remove();
    const [gap] = builtInHooks.find(({ id }) => id === "ecs-dual-stack-setting")?.gaps ?? [];
    expect(gap?.condition).toBe('name = "dualStackIPv6"');
    expect(said.map(({ summary }) => summary).join("\n")).toMatch(
      /expected name to be one of .* got dualStackIPv6/,
    );
  });
});
