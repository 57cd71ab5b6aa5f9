import { symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  bytesOf,
  networkModulePlan,
  oneOfTwoPlan,
  type PlanJson,
  planWith,
} from "../support/network-module.ts";
import { findingLines, makeProject } from "./project.ts";

const VPC = "vpc-0fffffffffffffff0";

function projectWith(plan: unknown) {
  const project = makeProject({});
  project.write("blueprints/.keep", "");
  project.write("plan.json", plan instanceof Uint8Array ? plan : bytesOf(plan));
  return project;
}

const ADOPT = ["adopt", "--plan", "plan.json", "--name", "shop"];

/** The plan with a value of the VPC marked as sensitive. */
function withSecret(): PlanJson {
  const plan = networkModulePlan();
  for (const one of plan.prior_state?.values.root_module.child_modules?.[0]?.resources ?? [])
    if (one.type === "aws_vpc") one.sensitive_values = { cidr_block: true };
  return plan;
}

describe("hextet adopt", () => {
  it("writes a valid blueprint and the removed blocks, and says who has what and what comes next", async () => {
    const project = projectWith(networkModulePlan());
    const { status, stdout, stderr } = await project.hextet(...ADOPT);
    expect(status).toBe(0);
    expect(stderr).toContain("shop: 29 resources to take over, 0 TODO in the blueprint; valid");
    for (const line of [
      "shop: 33 resources in the plan: 29 handed over, 0 referred to, 4 left with the old configuration",
      "  module.vpc.aws_vpc.this[0] -> aws_vpc.main",
      '  module.vpc.aws_security_group.this["web \\"front\\""] -> aws_security_group.shop-443',
      "  module.vpc.aws_default_security_group.this[0]: AWS's own default, which the blueprint does not write",
      "  aws_ssm_parameter.vpc: module.vpc.vpc_id",
      "    or an output with value: { vpc: id } of the stack shop, by terraform_remote_state",
      "   put shop-removed.tf.json (17 removed blocks) beside its files",
      "     must show: 0 to add, 0 to change, 0 to destroy; 29 objects no longer managed",
      "   npx hextet adopt check --plan plan.json --old old.json --new new.json",
    ])
      expect(stdout.split("\n")).toContain(line);
    expect(JSON.parse(project.read("shop-removed.tf.json")).removed).toHaveLength(17);
    expect((await project.hextet("validate")).status).toBe(0);
    expect((await project.hextet("synth")).status).toBe(0);
    expect(JSON.parse(project.read("generated/stacks/shop/cdk.tf.json")).import).toHaveLength(29);
  });

  it("with --same-state writes moved blocks beside the blueprint, and synth takes them along", async () => {
    const project = projectWith(networkModulePlan());
    const { status, stdout } = await project.hextet(...ADOPT, "--same-state");
    expect(status).toBe(0);
    expect(stdout).toContain("2 to import, 0 to change, 0 to destroy; 27 moved");
    expect(stdout).toContain(
      "  aws_ssm_parameter.vpc: module.vpc.vpc_id\n    aws_vpc.main, in a file of extend.terraform\n",
    );
    expect(stdout).not.toContain("terraform_remote_state");
    expect((await project.hextet("synth")).status).toBe(0);
    const copied = JSON.parse(project.read("generated/stacks/shop/shop-moved.tf.json"));
    expect([copied.moved.length, copied.removed.length]).toEqual([27, 1]);
  });

  it("writes over no file unless it is told to, and then nothing at all", async () => {
    const project = projectWith(networkModulePlan());
    project.write("shop-removed.tf.json", "mine");
    const refused = await project.hextet(...ADOPT);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("shop-removed.tf.json: error: something else stands there (EEXIST)");
    expect([project.read("shop-removed.tf.json"), project.exists("blueprints/shop.yaml")]).toEqual([
      "mine",
      false,
    ]);
    const made = await project.hextet(...ADOPT, "--removed", "old.tf.json", "--output", "other.yaml");
    expect([made.status, project.exists("old.tf.json"), project.exists("other.yaml")]).toEqual([
      0,
      true,
      true,
    ]);
    expect((await project.hextet(...ADOPT, "--force")).status).toBe(0);
    expect(project.read("shop-removed.tf.json")).toContain('"removed"');
  });

  it("writes no two files into one, and none over the plan, even where it may write over files", async () => {
    const project = projectWith(networkModulePlan());
    const plan = project.read("plan.json");
    project.write("one.yaml", "mine");
    symlinkSync("one.yaml", project.path("one.tf.json"));
    const twice = await project.hextet(
      ...ADOPT,
      "--output",
      "one.yaml",
      "--removed",
      "./one.tf.json",
      "--force",
    );
    expect([twice.status, project.read("one.yaml")]).toEqual([1, "mine"]);
    expect(findingLines(twice.stderr)).toEqual([
      "./one.tf.json: error: the blueprint and the blocks would be one file [output/unwritable]",
    ]);
    const file = "plan.tf.json";
    project.write(file, plan);
    const over = await project.hextet(
      ...["adopt", "--plan", file, "--name", "shop", "--removed", file, "--force"],
    );
    expect([over.status, project.exists("blueprints/shop.yaml"), project.read(file) === plan]).toEqual([
      1,
      false,
      true,
    ]);
    expect(findingLines(over.stderr)).toEqual([
      `${file}: error: it is the file that is read [output/unwritable]`,
    ]);
  });

  it("says loudly what only a command can hand over, quoted for a shell", async () => {
    const address = 'module.vpc.aws_subnet.public["it\'s"]';
    const plan = planWith({
      address,
      type: "aws_subnet",
      values: { id: "subnet-0fffffffffffffff0", vpc_id: VPC },
    });
    for (const { resources } of plan.prior_state?.values.root_module.child_modules ?? [])
      for (const one of resources)
        if (one.address.startsWith("module.vpc.aws_subnet.private"))
          one.address = one.address.replace(/private\[(\d)\]/, 'public["$1\'"]');
    for (const one of plan.resource_changes)
      one.address = one.address.replace(/aws_subnet\.private\[(\d)\]/, 'aws_subnet.public["$1\'"]');
    const { status, stdout, stderr } = await projectWith(plan).hextet(...ADOPT);
    expect([status, stderr]).toEqual([0, expect.stringContaining("warning: no removed block can say that")]);
    expect(stderr).toContain("nor 3 more: terraform state rm has to [adopt/needs-state-rm]");
    expect(stdout).toContain(`  terraform state rm 'module.vpc.aws_subnet.public["0'\\''"]'\n`);
  });

  it("says of one instance of a module which key goes, and that what it holds is no user", async () => {
    const plan = oneOfTwoPlan();
    const vpc = plan.prior_state?.values.root_module.child_modules?.[0]?.resources.find(
      ({ type }) => type === "aws_vpc",
    );
    const { status, stdout } = await projectWith(plan).hextet(...ADOPT, "--vpc", String(vpc?.values["id"]));
    expect(status).toBe(0);
    expect(stdout).toContain(
      'take out what made the resources that are handed over: the key of module.vpc["a"]\n',
    );
    expect(stdout).not.toContain("with a module's call Terraform would destroy them");
    expect(stdout).not.toContain("  module.vpc.aws_");
  });

  it("asks nothing of AWS for a region that the state knows to be another", async () => {
    const project = projectWith(networkModulePlan());
    const { status, stderr } = await project.hextet(...ADOPT, "--region", "us-east-1");
    expect([status, project.exists("blueprints/shop.yaml")]).toEqual([1, false]);
    expect(stderr).toMatch(
      /^--region: error: the VPC vpc-\w+ is in eu-west-1, as the state says, and not in us-east-1 \[import\/another-region\]/,
    );
  });

  it("asks nothing of AWS for files that cannot be written, and shows the policy to ask for", async () => {
    const network = networkModulePlan().prior_state?.values.root_module.child_modules?.[0]?.resources;
    const vpc = network?.find(({ type }) => type === "aws_vpc");
    const rule = { from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"] };
    const values = { id: "sg-0fffffffffffffff0", vpc_id: vpc?.values["id"], name: "inline", ingress: [rule] };
    const project = projectWith(
      planWith({ address: "aws_security_group.inline", type: "aws_security_group", values }),
    );
    const body =
      "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.writeHead(403, { "content-type": "text/xml" });
      answer.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const env = {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    };
    project.write("blueprints/shop.yaml", "mine");
    const inTheWay = await project.hextetWith(env, ...ADOPT, "--region", "eu-west-1");
    expect([inTheWay.status, asked]).toEqual([1, 0]);
    expect(inTheWay.stderr).toContain("blueprints/shop.yaml: error: something else stands there (EEXIST)");
    for (const file of ["ids/shop.ids.include.yaml", "shop-removed.tf.json"]) {
      project.write(file, "mine");
      const output = ["--output", `${file.startsWith("ids") ? "ids" : "free"}/shop.yaml`];
      project.write("free/.keep", "");
      const beside = await project.hextetWith(env, ...ADOPT, "--region", "eu-west-1", ...output);
      expect([beside.status, asked]).toEqual([1, 0]);
      expect(beside.stderr).toContain(`${file}: error: something else stands there (EEXIST)`);
    }
    const refused = await project.hextetWith(env, ...ADOPT, "--region", "eu-west-1", "--force");
    expect(asked).toBe(1);
    expect([refused.status, refused.stdout, project.read("blueprints/shop.yaml")]).toEqual([1, "", "mine"]);
    expect(refused.stderr).toContain("AWS refuses ec2:DescribeSecurityGroupRules: no [import/access-denied]");
    expect(JSON.parse(refused.stderr.slice(refused.stderr.indexOf("\n{"))).Statement).toEqual([
      { Effect: "Allow", Action: ["ec2:DescribeSecurityGroupRules"], Resource: "*" },
    ]);
  });

  it.each([
    ["no JSON", new TextEncoder().encode("{"), "this is no JSON object [migrate/not-a-plan]"],
    ["a state", { format_version: "1.0", values: { root_module: {} } }, "this is a state, not a plan"],
    ["an old format", { ...networkModulePlan(), format_version: "0.1" }, 'format_version is "0.1", not 1.x'],
    ["a failed plan", { ...networkModulePlan(), errored: true }, "planning failed half-way"],
    ["nothing there", { ...networkModulePlan(), prior_state: undefined }, "[adopt/changes-pending]"],
    [
      "a secret",
      withSecret(),
      "value of module.vpc.aws_vpc.this[0] that is marked as sensitive [adopt/sensitive]",
    ],
    [
      "several VPCs",
      planWith({ address: "aws_vpc.other", type: "aws_vpc", values: { id: VPC, cidr_block: "10.0.0.0/16" } }),
      "the state has several VPCs",
    ],
    [
      "no VPC",
      {
        ...networkModulePlan(),
        resource_changes: [],
        prior_state: { values: { root_module: { resources: [] } } },
      },
      "the state has no VPC",
    ],
  ])("with %s ends with a finding, and writes nothing", async (_, plan, words) => {
    const project = projectWith(plan);
    const { status, stdout, stderr } = await project.hextet(...ADOPT);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("plan.json: error: ");
    expect(stderr).toContain(words);
    expect([project.exists("blueprints/shop.yaml"), project.exists("shop-removed.tf.json")]).toEqual([
      false,
      false,
    ]);
  });

  it("chooses among several VPCs, and the other one is left", async () => {
    const other = {
      address: "aws_vpc.other",
      type: "aws_vpc",
      values: { id: VPC, cidr_block: "10.0.0.0/16" },
    };
    const plan = planWith(other);
    const id = plan.prior_state?.values.root_module.child_modules?.[0]?.resources.find(
      ({ type }) => type === "aws_vpc",
    )?.values["id"];
    const { status, stdout } = await projectWith(plan).hextet(...ADOPT, "--vpc", String(id));
    expect(status).toBe(0);
    expect(stdout).toContain("  aws_vpc.other: it is no part of the blueprint\n");
  });

  it.each([
    [["adopt"], "adopt from what? --plan <file>"],
    [["adopt", "--plan", "a", "--vpc", "shop"], '--vpc "shop": the id of a VPC is vpc- with'],
    [["adopt", "--plan", "a", "--name", "My Shop"], '"my-shop" would be one'],
    [
      ["adopt", "--plan", "a", "--same-state", "--removed", "b.tf.json"],
      "there is no old configuration for --removed",
    ],
    [["adopt", "--plan", "a", "--removed", "shop.txt"], "files that end with .tf.json alone"],
    [["adopt", "--plan", "a", "--output", "shop.txt"], "a blueprint ends with .yaml or .yml"],
    [["adopt", "check", "--plan", "a"], "required option '--new <file>' not specified"],
    [["adopt", "check", "--plan", "a", "--new", "b"], "which states?"],
    [["adopt", "check", "--plan", "a", "--new", "b", "--old", "c", "--same-state"], "which states?"],
  ])("with the command line %j says what is wrong with it", async (args, words) => {
    const { status, stdout, stderr } = await makeProject().hextet(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });
});

/** Plans in which everything of the module is forgotten by the one, and nothing imported by the other. */
function forgotten(): PlanJson {
  const plan = networkModulePlan();
  for (const { address, change } of plan.resource_changes)
    if (address.startsWith("module.vpc.")) change["actions"] = ["forget"];
  return plan;
}

describe("hextet adopt check", () => {
  it("names each resource that nobody would manage, unless it may be", async () => {
    const project = projectWith(networkModulePlan());
    project.write("old.json", bytesOf(forgotten()));
    project.write("new.json", bytesOf({ ...networkModulePlan(), resource_changes: [] }));
    const check = ["adopt", "check", "--plan", "plan.json", "--old", "old.json", "--new", "new.json"];
    const refused = await project.hextet(...check);
    expect([refused.status, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr.match(/\[adopt\/orphaned\]/g)).toHaveLength(30);
    const all = networkModulePlan().resource_changes.map(({ address }) => address);
    const allowed = await project.hextet(...check, "--allow", ...all);
    expect(allowed.status).toBe(0);
    expect(allowed.stderr).toMatch(
      /^(?:hextet: --allow "aws_ssm_parameter.\w+" allows nothing: it is managed after the handover\n){3}33 resources: 0 handed over, 3 left with the old configuration, 30 given up as allowed/,
    );
    const unknown = await project.hextet(...check, "--allow", "module.vpc.aws_subnet.publik[0]");
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain(
      'hextet: --allow "module.vpc.aws_subnet.publik[0]" names nothing that the old configuration had: did you mean "module.vpc.aws_subnet.public[0]"?\n',
    );
    const kept = await project.hextet(...check, "--allow", "aws_ssm_parameter.vpc");
    expect(kept.stderr).toContain(
      'hextet: --allow "aws_ssm_parameter.vpc" allows nothing: it is managed after the handover\n',
    );
    const json = await project.hextet(...check, "--format", "json");
    expect(JSON.parse(json.stdout).findings).toHaveLength(30);
  });

  it.each([[["--same-state"]], [["--old", "plan.json"]]])(
    "says that the old configuration's own plan is not the new one, with %j",
    async (more) => {
      const project = projectWith(networkModulePlan());
      const { status, stdout, stderr } = await project.hextet(
        ...["adopt", "check", "--plan", "plan.json", "--new", "plan.json", ...more],
      );
      expect([status, stdout]).toEqual([1, ""]);
      expect(findingLines(stderr)).toEqual([
        "plan.json: error: this is not the plan of the new configuration: it leaves everything at its old address [adopt/not-the-new-plan]",
      ]);
    },
  );

  it("refuses what it cannot read, each file by its name", async () => {
    const project = projectWith(networkModulePlan());
    project.write("old.json", "{");
    const { status, stderr } = await project.hextet(
      ...["adopt", "check", "--plan", "plan.json", "--old", "old.json", "--new", "none.json"],
    );
    expect(status).toBe(1);
    expect(stderr).toContain("old.json: error: this is no JSON object");
    expect(stderr).toContain("none.json: error: there is no such file or folder");
  });
});
