import { describe, expect, test } from "vitest";
import { applyOverrides } from "../../src/change/beside/apply-overrides.ts";
import { makeProject, smallBlueprint } from "../cli/project.ts";
import { at, parseJson } from "../support/json.ts";
import { cleanEnv, run } from "../support/run.ts";
import { validate } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

describeWithTools("a stack that is extended", findTerraform(), (tools) => {
  test("is one configuration to Terraform: it refers to what Hextet made, and may override it", async () => {
    const project = makeProject({
      "app.yaml": `${smallBlueprint("app")}extend: { terraform: [shop/, override.tf, app.auto.tfvars] }\n`,
      "shop/more.tf":
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

const BASE = {
  resource: {
    terraform_data: {
      one: { input: { a: 1, b: { c: 2 } }, triggers_replace: "x", lifecycle: { prevent_destroy: true } },
      two: { input: "${terraform_data.one.id}", depends_on: ["terraform_data.one"] },
    },
  },
  variable: { size: { default: 1 } },
  output: { shown: { value: "${terraform_data.one.triggers_replace}", sensitive: true } },
};

const OVERRIDES: Readonly<Record<string, string>> = {
  "a_override.tf": `# merged first
resource "terraform_data" "one" {
  input = { a = "one", "d" : [true, null] } # a map goes as a whole
  lifecycle {
    create_before_destroy = true
  }
}
output "shown" {
  value = <<-EOT
    two \${1 + 1}
      lines
  EOT
}
`,
  "override.tf.json": JSON.stringify({
    resource: { terraform_data: { one: { triggers_replace: "y" }, two: [{ input: "z" }] } },
  }),
  "z_override.tf": 'resource "terraform_data" "two" {\n  triggers_replace = "t"\n}\n',
};

const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "an override of no resource": { "override.tf": 'resource "terraform_data" "none" {}' },
  "an override of no data source": { "override.tf": 'data "terraform_remote_state" "none" {}' },
  "an override of no variable": { "override.tf": 'variable "none" {}' },
  "an override of no output": { "override.tf": 'output "none" { value = 1 }' },
  "an override of no local value": { "override.tf": "locals { none = 1 }" },
  "an override of no module": { "override.tf": 'module "none" { source = "./x" }' },
  "an override of no alias": { "override.tf": 'provider "terraform" { alias = "none" }' },
  "an override of depends_on": {
    "override.tf": 'resource "terraform_data" "one" { depends_on = [terraform_data.two] }',
  },
  "moved in an override": {
    "override.tf": "moved {\n  from = terraform_data.none\n  to = terraform_data.one\n}",
  },
  "a second resource": { "own.tf": 'resource "terraform_data" "one" {}' },
  "a second variable": { "own.tf": 'variable "size" {}' },
  "a second output": { "own.tf": 'output "shown" { value = 1 }' },
  "a second local value": { "own.tf": "locals { a = 1 }", "more.tf": "locals { a = 2 }" },
  "a second backend": {
    "own.tf": 'terraform { \n backend "local" {} \n}',
    "more.tf": 'terraform { \n backend "local" {} \n}',
  },
  "second required_providers": {
    "own.tf": "terraform {\n required_providers {} \n}",
    "more.tf": "terraform {\n required_providers {} \n}",
  },
};

describeWithTools(
  "what Hextet says of files beside a stack, Terraform does",
  findTerraform(),
  ({ command }) => {
    const folderOf = (files: Readonly<Record<string, string>>) => {
      const project = makeProject({});
      project.write("s/cdk.tf.json", JSON.stringify(BASE));
      for (const [name, text] of Object.entries(files)) project.write(`s/${name}`, text);
      const options = { cwd: project.path("s"), env: cleanEnv(), accept: [0, 1], timeout: 120_000 };
      return { terraform: (...args: readonly string[]) => run(command, args, options) };
    };

    test("it merges overrides as they are merged here", async () => {
      const { terraform } = folderOf(OVERRIDES);
      expect((await terraform("init", "-no-color")).stderr).toBe("");
      expect((await terraform("plan", "-no-color", "-out=p")).stderr).toBe("");
      const plan = parseJson((await terraform("show", "-json", "p")).stdout, "the plan");
      const beside = Object.entries(OVERRIDES).map(([name, text]) => ({ name, text }));
      const { json } = applyOverrides(BASE, beside);
      for (const name of ["one", "two"]) {
        const planned = at(plan, "planned_values", "root_module", "resources");
        const body = Array.isArray(planned) ? planned.find((one) => at(one, "name") === name) : null;
        for (const argument of ["input", "triggers_replace"])
          expect([name, argument, at(body, "values", argument)]).toEqual([
            name,
            argument,
            at(json, "resource", "terraform_data", name, argument),
          ]);
      }
      expect(at(plan, "planned_values", "outputs", "shown", "value")).toBe("two 2\n  lines\n");
      expect(at(json, "output", "shown")).toEqual({ value: "two ${1 + 1}\n  lines\n", sensitive: true });
      expect(at(json, "resource", "terraform_data", "one", "lifecycle")).toEqual({
        prevent_destroy: true,
        create_before_destroy: true,
      });
      expect(at(plan, "planned_values", "outputs", "shown", "sensitive")).toBe(true);
    });

    describe("and it refuses", () => {
      test.each(Object.entries(REFUSED))("%s", async (_, files) => {
        const { stdout } = await folderOf(files).terraform("validate", "-json");
        expect(at(parseJson(stdout, "the answer"), "valid")).toBe(false);
      });
    });
  },
);
