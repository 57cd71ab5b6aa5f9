import { describe, expect, it } from "vitest";
import { findSkippedStages } from "../../src/cli/find-skipped-stages.ts";
import type { StageId } from "../../src/model/types/migration.ts";
import { STAGES } from "../../src/model/types/migration.ts";
import { compile } from "../../src/pipeline.ts";
import type { MigrationPlan } from "../../src/reports/migration/migration-plan.ts";
import { migrationBlueprint } from "../support/migration-blueprint.ts";
import { markChange, type PlannedChange, planJson } from "../support/terraform-plan.ts";
import { findingLines, hasStackTrace, makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const SHOP = "blueprints/shop.yaml";
const OUTPUT = "generated/stacks/shop/cdk.tf.json";

function projectAt(stage: StageId | null): Project {
  return makeProject({ "shop.yaml": migrationBlueprint({ stage }) });
}

/** What `hextet migrate plan` announces of a blueprint, as a program reads it. */
async function announcedIn(project: Project): Promise<MigrationPlan> {
  const { stdout } = await project.hextet("migrate", "plan", SHOP, "--format", "json");
  return JSON.parse(stdout).migrations[0];
}

/** The plan that Terraform would make of the move into the blueprint's stage, with more changes. */
function planOf(
  { stage, stages }: MigrationPlan,
  from: StageId,
  more: readonly PlannedChange[] = [],
): string {
  if (stage === null) throw new Error("no stage");
  const reached = stages.slice(0, STAGES.indexOf(stage) + 1);
  const configured = reached
    .flatMap(({ adds, imports }) => [...adds, ...imports])
    .map(({ address }) => address);
  const made = (reached.at(-1)?.adds ?? [])
    .filter(({ address }) => address !== "terraform_data.migration")
    // To which table a made-up plan leads nobody can tell: `migrate/another-route-table` has tests of its own.
    .filter(({ address }) => !address.startsWith("aws_route_table_association."))
    .map(({ address }): PlannedChange => ({ address, actions: ["create"] }));
  const changes = [markChange(from, stage), ...made, ...more];
  return JSON.stringify(planJson(changes, [...new Set([...configured, "terraform_data.migration"])]));
}

describe("hextet migrate plan", () => {
  it("prints Markdown to stdout, findings to stderr", async () => {
    const project = makeProject({ "shop.yaml": migrationBlueprint({ stage: "import", accepted: false }) });
    const { status, stdout, stderr } = await project.hextet("migrate", "plan");
    expect([status, stdout.split("\n")[0]]).toEqual([0, "# Migration: shop"]);
    expect(stdout).toContain("terraform -chdir=generated/stacks/shop apply stage.tfplan");
    expect(stderr).toContain("[security-group-ipv4-without-ipv6-twin]");
    expect(Object.keys(project.tree("."))).toEqual(["shop.yaml"].map((name) => `blueprints/${name}`));
  });

  it("prints JSON when asked, with the output folder that is named", async () => {
    const args = ["--format", "json", "--output", "out"];
    const { status, stdout } = await projectAt("import").hextet("migrate", "plan", SHOP, ...args);
    const [migration] = JSON.parse(stdout).migrations;
    expect([status, migration.stack, migration.stage, migration.stages.length]).toEqual([
      0,
      "shop",
      "import",
      10,
    ]);
    expect(migration.stages[0].commands).toContain("git diff out/stacks/shop");
  });

  it("leaves networks out that are made from scratch, and exits with 1 when there is no other", async () => {
    const project = projectAt("import");
    project.write("blueprints/app.yaml", smallBlueprint("app"));
    const both = await project.hextet("migrate", "plan");
    expect([both.status, both.stdout.match(/^# Migration: .*$/gm)]).toEqual([0, ["# Migration: shop"]]);
    const { status, stdout, stderr } = await project.hextet("migrate", "plan", "blueprints/app.yaml");
    expect([status, stdout]).toEqual([1, ""]);
    expect(findingLines(stderr)).toEqual([
      "blueprints/app.yaml: error: there is no migration here, or more than one [migrate/no-migration]",
    ]);
  });

  it("exits with 1 for a stage that there is not", async () => {
    const project = makeProject({
      "shop.yaml": migrationBlueprint({ stage: "import" }).replace("stage: import", "stage: route"),
    });
    const { status, stdout, stderr } = await project.hextet("migrate", "plan");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain('did you mean "routes"?');
  });
});

describe("hextet migrate check", () => {
  it("is content with what the stage announces, from a file and from standard input", async () => {
    const project = projectAt("routes");
    const announced = await announcedIn(project);
    project.write("plan.json", planOf(announced, "security"));
    expect(await project.hextet("migrate", "check", SHOP, "--plan", "plan.json")).toEqual({
      status: 0,
      stdout: "",
      stderr: "plan.json goes from security to routes: nothing that it does not announce\n",
    });
    const piped = `cat plan.json | "${process.execPath}" "${ROOT}src/hextet.js" migrate check ${SHOP} --plan -`;
    const { status, stderr } = await project.command("sh", ["-c", piped]);
    expect([status, stderr]).toEqual([
      0,
      "<stdin> goes from security to routes: nothing that it does not announce\n",
    ]);
  });

  it("exits with 1 for what is destroyed or replaced beside it", async () => {
    const project = projectAt("routes");
    const announced = await announcedIn(project);
    const destroyed = { address: "aws_subnet.public_a", actions: ["delete"] };
    const replaced = {
      address: "aws_instance.web",
      actions: ["delete", "create"],
      moreOfChange: { replace_paths: [["ami"]] },
    };
    project.write("plan.json", planOf(announced, "security", [destroyed, replaced]));
    const { status, stdout, stderr } = await project.hextet("migrate", "check", SHOP, "--plan", "plan.json");
    expect([status, stdout]).toEqual([1, ""]);
    expect(findingLines(stderr)).toEqual([
      'plan.json: error: aws_subnet.public_a would be destroyed, which is not of this move but of "subnet-address-blocks", "instance-addresses" [migrate/unannounced-destroy]',
      'plan.json: error: aws_instance.web would be destroyed and made anew, which is not of this move but of "instance-addresses": forced by ami [migrate/unannounced-replace]',
    ]);
    const json = await project.hextet("migrate", "check", SHOP, "--plan", "plan.json", "--format", "json");
    expect([json.status, json.stderr, JSON.parse(json.stdout).summary]).toEqual([
      1,
      "",
      { errors: 2, warnings: 0, notes: 0 },
    ]);
  });

  it("warns of drift and exits with 0; --strict makes that an error", async () => {
    const project = projectAt("routes");
    const announced = await announcedIn(project);
    const changed = { address: "aws_vpc.main", actions: ["update"], before: { a: 1 }, after: { a: 2 } };
    project.write("plan.json", planOf(announced, "security", [changed]));
    const lax = await project.hextet("migrate", "check", SHOP, "--plan", "plan.json");
    expect(lax.status).toBe(0);
    expect(lax.stderr).toMatch(/: warning: aws_vpc\.main changes a, .*\[migrate\/unannounced-change\]/);
    expect(lax.stderr).toMatch(
      /plan\.json goes from security to routes: nothing destroyed that it does not announce\n$/,
    );
    const strict = await project.hextet("migrate", "check", SHOP, "--plan", "plan.json", "--strict");
    expect(strict.status).toBe(1);
  });

  it("exits with 1 for a stage skipped, a plan of before the edit, and a plan of another stack", async () => {
    const project = projectAt("routes");
    const announced = await announcedIn(project);
    const plans = {
      skipped: [planOf(announced, "import"), "migrate/stage-skipped"],
      older: [
        planOf(announced, "security").replaceAll('"routes"', '"security"'),
        "migrate/plan-of-another-stack",
      ],
      other: [JSON.stringify(planJson([], ["aws_vpc.main"])), "migrate/plan-of-another-stack"],
    };
    for (const [name, [text = "", rule]] of Object.entries(plans)) {
      project.write(`${name}.json`, text);
      const { status, stderr } = await project.hextet("migrate", "check", SHOP, "--plan", `${name}.json`);
      expect([name, status, findingLines(stderr).map((line) => line.replace(/^.* \[(.*)\]$/, "$1"))]).toEqual(
        [name, 1, [rule]],
      );
    }
  });

  it("exits with 1 for what is no plan, and says what to run", async () => {
    const project = projectAt("routes");
    project.write("stage.tfplan", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff]));
    project.write("half.json", '{"format_version":"1.2",');
    project.write("folder/x", "");
    const expected = {
      "stage.tfplan": "this is the plan file itself, which only Terraform can read [migrate/not-a-plan]",
      "half.json": "this is no JSON object [migrate/not-a-plan]",
      "missing.json":
        "there is no such file or folder, or it is a symbolic link to nothing (ENOENT) [file/not-found]",
      folder: "it is a folder (EISDIR) [file/unreadable]",
    };
    for (const [name, words] of Object.entries(expected)) {
      const { status, stderr } = await project.hextet("migrate", "check", SHOP, "--plan", name);
      expect([status, findingLines(stderr)]).toEqual([1, [`${name}: error: ${words}`]]);
      expect(stderr).toMatch(/terraform show -json \w+\.tfplan/);
      expect(hasStackTrace(stderr)).toBe(false);
    }
  });

  it("exits with 1 for a blueprint with an error or without migration, and with 2 without a plan", async () => {
    const project = projectAt("routes");
    project.write("blueprints/app.yaml", smallBlueprint("app"));
    project.write("blueprints/bad.yaml", "}{");
    const check = async (...args: readonly string[]) =>
      (await project.hextet("migrate", "check", ...args)).status;
    expect(await check("blueprints/app.yaml", "--plan", "plan.json")).toBe(1);
    expect(await check("blueprints/bad.yaml", "--plan", "plan.json")).toBe(1);
    expect(await check("blueprints/missing.yaml", "--plan", "plan.json")).toBe(1);
    expect(await check(SHOP)).toBe(2);
    expect(await check()).toBe(2);
  });
});

describe("a stage skipped", () => {
  const skipped = (text: string) =>
    findingLines(text).filter((line) => line.endsWith("[migrate/stage-skipped]"));

  async function synthesizedAt(stage: StageId | null): Promise<Project> {
    const project = projectAt(stage);
    const { status, stderr } = await project.hextet("synth");
    if (status !== 0) throw new Error(stderr);
    return project;
  }

  it("is refused by synth, main.ts and check, and nothing is written", async () => {
    const project = await synthesizedAt("import");
    const before = project.tree("generated");
    project.write(SHOP, migrationBlueprint({ stage: "security" }));
    for (const ran of [await project.hextet("synth"), await project.main(), await project.hextet("check")]) {
      expect(ran.status).toBe(1);
      expect(skipped(ran.stderr)).toEqual([
        `${OUTPUT}: error: the output is at the stage "import", the blueprint is at the stage "security": more than one stage apart [migrate/stage-skipped]`,
      ]);
      expect(ran.stderr).toContain(
        "write migration.stage: vpc-address-block, apply it, and go on from there",
      );
    }
    expect(project.tree("generated")).toEqual(before);
  });

  it.each([
    ["import", "vpc-address-block", []],
    ["routes", "security", []],
    ["routes", "routes", []],
    ["routes", "subnet-address-blocks", ["write migration.stage: security"]],
    ["ipv6-only-subnets", null, []],
    ["databases", null, ["write migration.stage: ipv6-only-subnets"]],
    [null, "ipv6-only-subnets", []],
    [null, "import", ["write migration.stage: ipv6-only-subnets"]],
    ["no import block", "import", []],
    ["no import block", "routes", ["write migration.stage: import"]],
    ["no import block", "ipv6-only-subnets", []],
  ] as const)("from %s to %s: %j", (from, to, hints) => {
    const project = projectAt(null);
    const mark = { terraform_data: { migration: { input: from } } };
    const output = {
      resource: STAGES.some((stage) => stage === from) ? mark : {},
      ...(from === "no import block" ? {} : { import: [{ to: "aws_vpc.main", id: "vpc-0abc" }] }),
    };
    project.write(OUTPUT, JSON.stringify(output, null, 2));
    const text = migrationBlueprint({ stage: to });
    const { networks } = compile([{ file: SHOP, text }], "2026-11-21");
    const found = findSkippedStages(networks, project.path("generated"));
    expect(networks).toHaveLength(1);
    expect(found.map(({ hint }) => hint?.split(",")[0])).toEqual(hints);
  });

  it("cannot be told from an output that is no JSON, or of a stage that there is not", async () => {
    const project = await synthesizedAt("import");
    const good = project.read(OUTPUT);
    for (const broken of [`<<<<<<< HEAD\n${good}`, good.replace('"input": "import"', '"input": "imports"')]) {
      project.write(OUTPUT, broken);
      const { status, stderr } = await project.hextet("synth");
      expect([status, skipped(stderr).length, project.read(OUTPUT)]).toEqual([1, 1, broken]);
      expect(stderr).toContain("restore the committed file");
    }
  });

  it("is none in an empty output folder: a checkout may begin anywhere", async () => {
    const project = projectAt("databases");
    expect((await project.hextet("synth")).status).toBe(0);
    expect(JSON.parse(project.read(OUTPUT)).resource.terraform_data.migration.input).toBe("databases");
  });
});
