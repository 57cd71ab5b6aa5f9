import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

/** A project whose blueprint names these files beside it. */
function projectWith(files: Readonly<Record<string, string>>): Project {
  const names = JSON.stringify(Object.keys(files));
  const project = makeProject({ "app.yaml": `${smallBlueprint("app")}extend: { terraform: ${names} }\n` });
  for (const [name, text] of Object.entries(files)) project.write(`blueprints/${name}`, text);
  return project;
}

/** What `synth` says of files of `extend.terraform`. */
async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { stderr } = await projectWith(files).hextet("synth");
  return findingLines(stderr).filter((line) => line.includes("[extend/"));
}

const OVERRIDE = 'resource "aws_vpc" "main" {\n  enable_dns_hostnames = false\n}\n';

describe("an override file", () => {
  it("is a note at its block, with the arguments, in synth and check, with --strict too", async () => {
    const project = projectWith({ "override.tf": `# ours\n${OVERRIDE}` });
    const note =
      "blueprints/override.tf:2:1: note: it changes aws_vpc.main: enable_dns_hostnames true -> false [extend/overrides]";
    const synth = await project.hextet("synth", "--strict");
    expect([synth.status, findingLines(synth.stderr)]).toEqual([0, [note]]);
    expect(synth.stderr).toContain('2 | resource "aws_vpc" "main" {\n  | ^^^^^^^^^^^^^^^^^^^^^^^^^');
    const check = await project.hextet("check");
    expect([check.status, findingLines(check.stderr)]).toEqual([0, [note]]);
    const reach = await project.hextet("reach");
    expect(reach.stdout + reach.stderr).toContain(
      '"override.tf" changes what the blueprint makes, and here it is judged as the blueprint says it',
    );
  });

  it("of what is not there is an error, and nothing is written", async () => {
    const project = projectWith({
      "more.tf": 'resource "aws_s3_bucket" "logs" {}\nvariable "size" {\n  default = 1\n}\n',
      "override.tf": [
        'resource "aws_s3_bucket" "logs" {\n  bucket = "x"\n}',
        'variable "size" {\n  default = 2\n}',
        'provider "aws" {\n  max_retries = 3\n}',
        'provider "other" {}',
        'resource "aws_vpc" "mian" {}',
        'data "aws_ami" "none" {}',
        'output "none" {\n  value = 1\n}',
        "locals {\n  none = 1\n}",
        'module "none" {\n  source = "./x"\n}',
        'provider "aws" {\n  alias = "none"\n}',
        "moved {\n  from = aws_vpc.a\n  to   = aws_vpc.main\n}",
        'resource "aws_vpc" "main" {\n  depends_on = [aws_s3_bucket.logs]\n}',
      ].join("\n"),
    });
    for (const command of ["synth", "check"]) {
      const { status, stderr } = await project.hextet(command);
      const lines = findingLines(stderr).filter((line) => line.includes("[extend/override-of-nothing]"));
      expect([status, lines.map((line) => line.replace(/: neither.*| \[.*/, ""))]).toEqual([
        1,
        [
          "blueprints/override.tf:11:1: error: there is no aws_vpc.mian to override",
          "blueprints/override.tf:12:1: error: there is no data.aws_ami.none to override",
          "blueprints/override.tf:13:1: error: there is no output.none to override",
          "blueprints/override.tf:16:1: error: there is no local.none to override",
          "blueprints/override.tf:19:1: error: there is no module.none to override",
          'blueprints/override.tf:22:1: error: there is no provider "aws" with the alias none to override',
          "blueprints/override.tf:25:1: error: Terraform takes no moved block in an override file",
          "blueprints/override.tf:29:1: error: Terraform overrides no depends_on, as of aws_vpc.main",
        ],
      ]);
      expect(stderr).toContain('did you mean "aws_vpc.main"?');
    }
    expect(project.exists("generated")).toBe(false);
    expect((await project.hextet("diff", "generated")).status).not.toBe(0);
  });

  it("that takes a protection away is a warning beside the note", async () => {
    const project = projectWith({
      "override.tf":
        'resource "aws_db_instance" "orders" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}\n',
    });
    project.write(
      "blueprints/app.yaml",
      `${project.read("blueprints/app.yaml")}rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main }
`,
    );
    const { status, stderr } = await project.hextet("synth");
    expect([status, findingLines(stderr).filter((line) => line.includes("[extend/"))]).toEqual([
      0,
      [
        "blueprints/override.tf:1:1: note: it changes aws_db_instance.orders: lifecycle.prevent_destroy true -> false [extend/overrides]",
        "blueprints/override.tf:1:1: warning: it takes the protection from destruction away that aws_db_instance.orders has [extend/unprotects]",
      ],
    ]);
  });

  it("that is not understood is a warning, and no error is guessed from it", async () => {
    expect(
      await said({ "more.tf": 'locals {\n  a = "\n}\n', "override.tf": "locals {\n  a = 1\n}\n" }),
    ).toEqual([
      "blueprints/more.tf:2:7: warning: this text is never closed: what this file makes and changes is not known here [extend/not-understood]",
    ]);
    expect(await said({ "more.tf.json": "[1]" })).toEqual([
      "blueprints/more.tf.json: warning: it is no JSON object: what this file makes and changes is not known here [extend/not-understood]",
    ]);
  });
});

describe("a name that is taken", () => {
  it("by Hextet or another file is an error, in HCL and in JSON", async () => {
    const files = {
      "a.tf":
        'resource "aws_vpc" "main" {}\nvariable "x" {\n  default = 1\n}\nlocals {\n  y = 1\n}\noutput "mine" {\n  value = 1\n}\n',
      "b.tf.json": JSON.stringify({
        variable: { x: { default: 2 } },
        locals: [{ y: 2, z: 3 }],
        data: { a: { b: {} } },
      }),
      "c.tf":
        'data "a" "b" {}\nmodule "m" {\n  source = "./m"\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n',
      "d.tf":
        'module "m" {\n  source = "./m"\n}\nterraform {\n  backend "s3" {}\n  required_providers {}\n}\nprovider "aws" {\n  alias = "other"\n}\n',
    };
    const errors = (await said(files)).filter((line) => line.includes(" error: "));
    expect(errors.map((line) => line.replace(" [extend/defined-twice]", ""))).toEqual([
      "blueprints/a.tf:1:1: error: aws_vpc.main is defined here, and Hextet makes it too",
      "blueprints/b.tf.json: error: local.y is defined here, and in blueprints/a.tf",
      "blueprints/b.tf.json: error: var.x is defined here, and in blueprints/a.tf",
      "blueprints/c.tf:1:1: error: data.a.b is defined here, and in blueprints/b.tf.json",
      'blueprints/c.tf:5:1: error: provider "aws" is defined here, and Hextet makes it too',
      "blueprints/d.tf:1:1: error: module.m is defined here, and in blueprints/c.tf",
      "blueprints/d.tf:4:1: error: required_providers of terraform is defined here, and Hextet makes it too",
      "blueprints/d.tf:4:1: error: the backend of terraform is defined here, and Hextet makes it too",
    ]);
  });
});

describe("a variable without a default", () => {
  const VARIABLES = ["a", "b", "c", "d", "e"].map((name) => `variable "${name}" {}\n`).join("");

  it("is told where no file that Terraform reads by itself gives it a value", async () => {
    expect(
      await said({
        "own.tf": VARIABLES,
        "x.auto.tfvars": "a = 1 # one\n",
        "terraform.tfvars.json": '{"b": [2]}',
        "prod.tfvars": "c = 3\n",
        "override.tf": 'variable "d" {\n  default = 4\n}\n',
      }),
    ).toEqual([
      expect.stringMatching(
        /^blueprints\/own\.tf:3:1: note: var\.c has no default, .*\[extend\/variable-without-value\]$/,
      ),
      expect.stringContaining("var.e has no default"),
    ]);
  });
});
