import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const SHOP = `${smallBlueprint("shop")}include: { guard.include.yaml: [tags] }
environments:
  staging: { network: { vpc: { ipv4Cidr: 10.21.0.0/16 } } }
  production: { region: eu-central-1 }
`;
const GUARD = "tags: { owner: platform }\n";

function shop(): Project {
  return makeProject({ "shop.yaml": SHOP, "guard.include.yaml": GUARD });
}

async function commit(project: Project): Promise<void> {
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
  const all = [
    ["init", "-q", "-b", "main"],
    ["add", "-A"],
    ["commit", "-qm", "first"],
  ];
  for (const args of all) expect((await project.command("git", [...who, ...args])).status).toBe(0);
}

describe("the environments of a blueprint", () => {
  it("are stacks of their own for each command, and one is named behind the path", async () => {
    const project = shop();
    expect((await project.hextet("synth")).status).toBe(0);
    expect(Object.keys(project.tree("generated/stacks")).sort()).toEqual([
      "shop-production/cdk.tf.json",
      "shop-staging/cdk.tf.json",
    ]);
    const check = await project.hextet("check");
    expect([check.status, check.stderr]).toEqual([0, "generated/ is what the 1 blueprint, 2 stacks say\n"]);
    expect((await project.hextet("validate")).stderr).toBe("1 blueprint, 2 stacks valid\n");
    const names = async (...args: readonly string[]) =>
      [...(await project.hextet(...args)).stdout.matchAll(/shop-[a-z]+/g)].map(([name]) => name);
    const one = "blueprints/shop.yaml#staging";
    expect(new Set(await names("stacks"))).toEqual(new Set(["shop-production", "shop-staging"]));
    expect(new Set(await names("addresses"))).toEqual(new Set(["shop-production", "shop-staging"]));
    expect(new Set(await names("addresses", one))).toEqual(new Set(["shop-staging"]));
    expect(new Set(await names("graph", one))).toEqual(new Set(["shop-staging"]));
    expect(new Set(await names("expand", one))).toEqual(new Set(["shop-staging"]));
    expect(new Set(await names("reach", one))).toEqual(new Set(["shop-staging"]));
    expect((await project.hextet("validate", one)).stderr).toBe("1 blueprint valid\n");
    const wrong = await project.hextet("validate", "blueprints/shop.yaml#prod");
    expect(wrong.status).toBe(1);
    expect(findingLines(wrong.stderr)).toEqual([
      'blueprints/shop.yaml:11:1: error: the blueprint has no environment "prod" [environment/unknown-environment]',
    ]);
  });

  it("are held side by side by compare, without their names", async () => {
    const project = shop();
    const [staging, production] = ["blueprints/shop.yaml#staging", "blueprints/shop.yaml#production"];
    const found = await project.hextet("compare", staging, production);
    expect([found.status, found.stderr]).toEqual([0, ""]);
    const json = JSON.parse((await project.hextet("compare", staging, production, "-f", "json")).stdout);
    const { equal, differing } = json;
    expect(json).toMatchObject({
      version: 1,
      first: "shop-staging",
      second: "shop-production",
      onlyInFirst: [],
      onlyInSecond: [],
      settings: ["elsewhere"],
      terraform: [
        {
          address: "provider.aws",
          differences: [{ argument: "region", before: "eu-west-1", after: "eu-central-1" }],
        },
      ],
    });
    const vpc = { argument: "cidr_block", before: "10.21.0.0/16", after: "10.20.0.0/16" };
    expect(differing).toContainEqual({ address: "aws_vpc.main", differences: [vpc] });
    // The zone of a subnet has its region in its name.
    const arguments_ = new Set(
      differing.flatMap(({ differences }: { differences: { argument: string }[] }) =>
        differences.map(({ argument }) => argument),
      ),
    );
    expect(arguments_).toEqual(new Set(["availability_zone", "cidr_block"]));
    expect(found.stdout).toContain(
      `shop-staging and shop-production: ${equal} are equal, ${differing.length} differ, 0 only in shop-staging, 0 only in shop-production\n`,
    );
    expect(found.stdout).toContain("  another region or account\n");
    expect(found.stdout).toContain(
      '  aws_vpc.main\n      cidr_block: "10.21.0.0/16", in shop-production "10.20.0.0/16"\n',
    );
  });

  it("are compared by what Terraform itself is told, too", async () => {
    const project = makeProject({
      "one.yaml": `${smallBlueprint("one")}terraform: { backend: { s3: { bucket: acme, key: one/state } } }\n`,
      "two.yaml": `${smallBlueprint("two")}terraform: { awsProvider: { version: "~> 6.30" }, requiredVersion: ">= 1.10", backend: { s3: { bucket: other, key: two/state } } }\n`,
    });
    const { stdout } = await project.hextet("compare", "blueprints/one.yaml", "blueprints/two.yaml");
    const lines = stdout.split("\n").map((line) => line.trim());
    const from = lines.indexOf("terraform.backend.s3");
    expect(lines.slice(from, from + 3)).toEqual([
      "terraform.backend.s3",
      'bucket: "acme", in two "other"',
      "",
    ]);
    expect(stdout).toMatch(/terraform\.required_providers\.aws\n {6}version: ".*", in two "~> 6\.30"/);
  });

  it("are named one by one to compare", async () => {
    const project = shop();
    const found = await project.hextet("compare", "blueprints/shop.yaml", "blueprints/shop.yaml#production");
    expect([found.status, found.stdout]).toEqual([2, ""]);
    expect(found.stderr).toBe(
      'hextet: "blueprints/shop.yaml" is 2 stacks ("shop-production", "shop-staging"): name one environment, as in shop.yaml#staging, or one file\n',
    );
    const wrong = await project.hextet(
      "compare",
      "blueprints/shop.yaml#prod",
      "blueprints/shop.yaml#staging",
    );
    expect([wrong.status, wrong.stdout]).toEqual([1, ""]);
    expect(wrong.stderr).toContain('has no environment "prod"');
  });

  it("are told apart by diff and by --affected, whichever file was edited", async () => {
    const project = shop();
    await project.hextet("synth");
    await commit(project);
    const affected = async () =>
      JSON.parse((await project.hextet("stacks", "--affected", "HEAD", "-f", "json")).stdout).stacks.map(
        ({ name }: { name: string }) => name,
      );
    expect(await affected()).toEqual([]);
    project.write("blueprints/shop.yaml", SHOP.replace("10.21.", "10.22."));
    expect(await affected()).toEqual(["shop-staging"]);
    const diff = await project.hextet("diff", "HEAD", "-f", "json");
    const { stacks } = JSON.parse(diff.stdout);
    const changed = stacks.filter(({ changes }: { changes: readonly unknown[] }) => changes.length > 0);
    expect(changed.map(({ name }: { name: string }) => name)).toEqual(["shop-staging"]);
    project.write("blueprints/shop.yaml", SHOP);
    project.write("blueprints/guard.include.yaml", "tags: { owner: me }\n");
    expect(await affected()).toEqual(["shop-production", "shop-staging"]);
    expect((await project.hextet("check")).status).toBe(4);
  });
});

describe("a stack that becomes an environment", () => {
  const became = (environments: string, more = "") =>
    `${smallBlueprint("shop")}${more}environments: ${environments}\n`;

  async function synthesized(): Promise<Project> {
    const project = makeProject({ "shop.yaml": smallBlueprint("shop") });
    expect((await project.hextet("synth")).status).toBe(0);
    await commit(project);
    return project;
  }

  it("is kept by its name in that environment, and the hint says so", async () => {
    const project = await synthesized();
    project.write("blueprints/shop.yaml", became("{ prod: {}, staging: {} }"));
    const hint =
      "its blueprint has environments now: if one of them is that stack, write name: shop in environments.prod or environments.staging, and it keeps its folder and, with the same backend, its state; otherwise run `terraform destroy`";
    for (const command of ["diff", "check"]) {
      const { stderr } = await project.hextet(command);
      expect([command, stderr]).toEqual([command, expect.stringContaining(hint)]);
      expect(stderr).not.toContain("write renamedFrom");
    }
    project.write("blueprints/shop.yaml", became("{ prod: { name: shop }, staging: {} }"));
    const kept = await project.hextet("diff");
    expect([kept.status, kept.stdout]).toEqual([0, expect.not.stringContaining("destroyed")]);
  });

  it("is told where renamedFrom and awsName do not end in the environment's name", async () => {
    const project = await synthesized();
    project.write("blueprints/shop.yaml", became("{ prod: {} }", "awsName: shop\n"));
    const outside = await project.hextet("diff");
    expect(outside.stderr).toContain("write name: shop and the awsName it had in environments.prod");
    project.write("blueprints/shop.yaml", became("{ prod: {} }", "renamedFrom: shop\n"));
    expect((await project.hextet("validate")).stderr).toContain(
      "hint: take renamedFrom out, which ends in the environment's name; if the stack was shop, write name: shop in environments.prod",
    );
    project.write("blueprints/store.yaml", became("{ prod: {} }").replace("name: shop", "name: store"));
    await project.command("rm", ["blueprints/shop.yaml"]);
    expect((await project.hextet("diff")).stderr).toContain(
      'if "store-prod" is the same stack, write renamedFrom: shop in environments.prod; otherwise',
    );
  });
});

describe("a file that is included", () => {
  it("is none to be named, and who includes it is said", async () => {
    const project = makeProject({
      "shop.yaml": SHOP,
      "guard.include.yaml": GUARD,
      "a/b/x.include.yaml": GUARD,
    });
    const told = async (path: string) => {
      const { status, stderr } = await project.hextet("validate", path);
      return [status, ...findingLines(stderr), /hint: (.*)/.exec(stderr)?.[1]];
    };
    expect(await told("blueprints/guard.include.yaml")).toEqual([
      1,
      "blueprints/guard.include.yaml: error: this is a fragment that blueprints include, and no blueprint itself [file/is-included]",
      "name what includes it: blueprints/shop.yaml",
    ]);
    expect(await told("blueprints/a/b/x.include.yaml")).toEqual([
      1,
      "blueprints/a/b/x.include.yaml: error: this is a fragment that blueprints include, and no blueprint itself [file/is-included]",
      "no blueprint in its folder, or in those around it, includes it: a blueprint does by its key include",
    ]);
    project.write("blueprints/shop.yaml", SHOP.replace("guard.include", "a/b/x.include"));
    expect(await told("blueprints/a/b/x.include.yaml")).toContain(
      "name what includes it: blueprints/shop.yaml",
    );
  });

  it("is no blueprint itself, and is not read through links", async () => {
    const project = makeProject({ "shop.yaml": SHOP });
    project.write("outside.yaml", GUARD);
    symlinkSync(project.path("outside.yaml"), project.path("blueprints/guard.include.yaml"));
    const { status, stderr } = await project.hextet("validate");
    expect([status, findingLines(stderr)]).toEqual([
      1,
      [
        "blueprints/shop.yaml:10:12: error: guard.include.yaml: a symbolic link leads to it: only the file itself is copied [include/unreadable]",
      ],
    ]);
  });
});
