import { expect, test } from "vitest";
import { makeProject, smallBlueprint } from "../cli/project.ts";
import { cleanEnv } from "../support/run.ts";
import { validate } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

describeWithTools("a stack that is extended", findTerraform(), (tools) => {
  test("is one configuration to Terraform: it refers to what Hextet made, and may override it", async () => {
    const project = makeProject({
      "app.yaml": `${smallBlueprint("app")}extend: { terraform: [more.tf, override.tf, app.auto.tfvars] }\n`,
      "more.tf":
        'variable "name" { type = string }\noutput "vpc" { value = "$' +
        "{var.name} $" +
        '{aws_vpc.main.id}" }\n',
      "override.tf": 'resource "aws_vpc" "main" { enable_dns_hostnames = false }\n',
      "app.auto.tfvars": 'name = "app"\n',
    });
    expect((await project.hextet("synth")).status).toBe(0);
    const folder = project.path("generated/stacks/app");
    expect(await validate({ tools, folder, scratch: project.path("scratch"), env: cleanEnv() })).toEqual([]);
  });
});
