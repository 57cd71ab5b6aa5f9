import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { atlantisMistakes } from "../support/atlantis-mistakes.ts";
import { at, listAt, textAt } from "../support/json.ts";
import { findingLines, makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const named = (name: string, more = "") => `${smallBlueprint(name)}${more}`;
const dependsOn = (...names: readonly string[]) => `terraform: { dependsOn: [${names.join(", ")}] }\n`;

async function git(project: Project, ...args: readonly string[]): Promise<void> {
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
  expect((await project.command("git", [...who, ...args])).status).toBe(0);
}

async function committed(blueprints: Readonly<Record<string, string>>): Promise<Project> {
  const project = makeProject(blueprints);
  expect((await project.hextet("synth")).status).toBe(0);
  await git(project, "init", "-q", "-b", "main");
  await git(project, "add", "-A");
  await git(project, "commit", "-qm", "first");
  return project;
}

const THREE = {
  "hub.yaml": named("hub"),
  "data.yaml": named("data", dependsOn("hub")),
  "shop.yaml": named("shop", dependsOn("data")),
  "other.yaml": named("other"),
};

describe("hextet stacks", () => {
  it("lists the stacks in the order in which they are applied", async () => {
    const project = makeProject(THREE);
    const { status, stdout, stderr } = await project.hextet("stacks");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").map((line) => line.split(/\s+/).slice(0, 3))).toEqual([
      ["wave", "stack", "after"],
      ["1", "hub", "-"],
      ["1", "other", "-"],
      ["2", "data", "hub"],
      ["3", "shop", "data"],
      [""],
    ]);
    const wave = await project.hextet("stacks", "-f", "matrix", "--wave", "2");
    expect(wave.stdout).toBe('{"include":[{"name":"data","wave":2,"stacks":"data"}]}\n');
  });

  it("puts a stack behind the one whose state a file of its own reads", async () => {
    const reads = (key: string) =>
      `data "terraform_remote_state" "hub" {\n  backend = "s3"\n  config  = { bucket = "state", key = ${key} }\n}\n`;
    const project = makeProject({
      "hub.yaml": named("hub", "terraform: { backend: { s3: { bucket: state, key: hub.tfstate } } }\n"),
      "shop.yaml": named("shop", "extend: { terraform: [shop/hub.tf] }\n"),
      "shop/hub.tf": reads('"hub.tfstate"'),
    });
    const json = async () => JSON.parse((await project.hextet("stacks", "-f", "json")).stdout);
    expect(await json()).toMatchObject({ stacks: [{ name: "hub" }, { name: "shop", after: ["hub"] }] });
    project.write("blueprints/shop/hub.tf", reads("var.key"));
    const { status, stderr } = await project.hextet("stacks");
    expect([status, findingLines(stderr)]).toEqual([
      0,
      [
        'blueprints/shop.yaml:10:22: warning: a file of extend in "shop" reads the state of a stack that no blueprint here makes [stacks/unknown-state]',
      ],
    ]);
    project.write(
      "blueprints/shop.yaml",
      named("shop", `extend: { terraform: [shop/hub.tf] }\n${dependsOn("hub")}`),
    );
    expect((await project.hextet("stacks")).stderr).toBe("");
  });

  it("lists what a change touches, and what comes after it", async () => {
    const project = await committed(THREE);
    const matrix = async () => (await project.hextet("stacks", "--affected", "HEAD", "-f", "matrix")).stdout;
    expect(await matrix()).toBe('{"include":[]}\n');
    // A comment changes no plan.
    project.write("blueprints/hub.yaml", `# a comment\n${named("hub")}`);
    expect(await matrix()).toBe('{"include":[]}\n');
    project.write("blueprints/data.yaml", named("data", dependsOn("hub")).replace("slot: 1", "slot: 2"));
    expect(
      JSON.parse((await project.hextet("stacks", "--affected", "HEAD", "-f", "json")).stdout),
    ).toMatchObject({
      stacks: [
        { name: "data", wave: 1, after: [], affected: "changed" },
        { name: "shop", wave: 2, after: ["data"], affected: "follows" },
      ],
    });
    project.write("blueprints/data.yaml", named("data", dependsOn("hub")));
    project.write("generated/stacks/other/.terraform.lock.hcl", "# another provider\n");
    expect(await matrix()).toBe('{"include":[{"name":"other","wave":1,"stacks":"other"}]}\n');
    project.write("blueprints/new.yaml", named("new"));
    expect(JSON.parse(await matrix()).include).toHaveLength(2);
  });

  it("puts a stack behind those that it takes values from, touched with them wave by wave", async () => {
    const takes = (stack: string) =>
      `  vpcPeeringConnections: { ${stack}: { side: { request: { peerVpcId: { fromBlueprint: { stack: ${stack}, value: { vpc: id } } } } } } }\n`;
    const network = (name: string, net: number) => smallBlueprint(name).replace("10.20.", `10.${net}.`);
    const project = await committed({
      "hub.yaml": network("hub", 1),
      "data.yaml": network("data", 2) + takes("hub"),
      "app.yaml": network("app", 3) + takes("data"),
      "other.yaml": network("other", 4),
    });
    const jobs = async (...args: readonly string[]) =>
      listAt(JSON.parse((await project.hextet("stacks", "-f", "matrix", ...args)).stdout), "include").map(
        (job) => [textAt(job, "stacks"), at(job, "wave")].join(" "),
      );
    expect(await jobs()).toEqual(["hub 1", "other 1", "data 2", "app 3"]);
    expect(await jobs("--affected", "HEAD")).toEqual([]);
    project.write("blueprints/hub.yaml", network("hub", 1).replace("slot: 1", "slot: 2"));
    expect(await jobs("--affected", "HEAD")).toEqual(["hub 1", "data 2", "app 3"]);
    project.write("blueprints/hub.yaml", network("hub", 1));
    project.write("blueprints/data.yaml", (network("data", 2) + takes("hub")).replace("slot: 1", "slot: 2"));
    expect(await jobs("--affected", "HEAD")).toEqual(["data 1", "app 2"]);
  });

  it("writes files for Terramate and Atlantis, and says when they are stale", async () => {
    const project = makeProject({ "hub.yaml": named("hub"), "shop.yaml": named("shop", dependsOn("hub")) });
    const atlantis = ["stacks", "-f", "atlantis=atlantis.yaml"];
    expect((await project.hextet(...atlantis, "--check")).status).toBe(4);
    expect((await project.hextet(...atlantis)).stderr).toBe("wrote   atlantis.yaml\n");
    expect((await project.hextet(...atlantis, "--check")).stderr).toBe("");
    expect(parse(project.read("atlantis.yaml"))).toMatchObject({
      projects: [{ name: "hub" }, { name: "shop", depends_on: ["hub"] }],
    });
    const terramate = ["stacks", "-f", "terramate"];
    expect((await project.hextet(...terramate)).stderr).toBe(
      "wrote   generated/stacks/hub/stack.tm.hcl\nwrote   generated/stacks/shop/stack.tm.hcl\n",
    );
    expect(project.read("generated/stacks/shop/stack.tm.hcl")).toContain('  after       = ["../hub"]\n');
    expect((await project.hextet("synth")).status).toBe(0);
    expect((await project.hextet("check")).status).toBe(0);
    await project.command("rm", ["blueprints/shop.yaml"]);
    const stale = await project.hextet(...terramate, "--check");
    expect([stale.status, findingLines(stale.stderr)]).toEqual([
      4,
      ["generated/stacks/shop/stack.tm.hcl: error: it is not what the blueprints say [stacks/stale]"],
    ]);
    expect((await project.hextet(...terramate)).stderr).toBe("removed generated/stacks/shop/stack.tm.hcl\n");
    expect((await project.hextet(...atlantis, "--check")).status).toBe(4);
  });

  it("refuses an order that is none", async () => {
    const project = makeProject({
      "hub.yaml": named("hub", dependsOn("shop")),
      "shop.yaml": named("shop", dependsOn("hub")),
      "alone.yaml": named("alone", dependsOn("alone", "hup")),
    });
    const { status, stdout, stderr } = await project.hextet("stacks", "-f", "json");
    expect([status, stdout]).toEqual([1, ""]);
    expect(findingLines(stderr)).toEqual([
      'blueprints/alone.yaml:10:26: error: stacks wait for each other: "alone" after "alone" [model/reference-circle]',
    ]);
    expect((await project.hextet("validate")).status).toBe(1);
    project.write("blueprints/alone.yaml", named("alone", dependsOn("hup")));
    const circle = await project.hextet("validate");
    expect([circle.status, findingLines(circle.stderr)]).toEqual([
      1,
      [
        'blueprints/hub.yaml:10:26: error: stacks wait for each other: "hub" after "shop" after "hub" [model/reference-circle]',
      ],
    ]);
    project.write("blueprints/hub.yaml", named("hub", ""));
    expect(findingLines((await project.hextet("stacks", "-f", "json")).stderr)).toEqual([
      'blueprints/alone.yaml:10:26: error: "alone" depends on "hup", and no blueprint makes a stack of that name [stacks/unknown-stack]',
    ]);
  });

  it.each([
    [["-f", "yaml"], "Allowed choices are text, json"],
    [["-f", "atlantis="], "no file behind the equals sign"],
    [["-f", "atlantis", "--affected", "HEAD"], "is written for all stacks"],
    [["-f", "terramate=x"], "a file in the folder of each stack"],
    [["-f", "json", "--jobs", "3"], "--jobs is for -f matrix"],
    [["-f", "atlantis", "--check"], "-f atlantis=FILE --check"],
    [["--wave", "0"], "a whole number from 1"],
  ])("refuses %j", async (args, words) => {
    const { status, stdout, stderr } = await makeProject(THREE).hextet("stacks", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });

  it("says why HCP Terraform has no workspace for a stack, and where a file cannot be written", async () => {
    const project = makeProject(THREE);
    const hcp = await project.hextet("stacks", "-f", "hcp=workspaces.tf.json");
    expect([hcp.status, hcp.stderr]).toEqual([
      1,
      "hextet: these stacks have no workspace, because terraform.backend of their blueprint is neither cloud nor remote: hub, other, data, shop\n",
    ]);
    project.write("file", "");
    const written = await project.hextet("stacks", "-f", "json=file/stacks.json");
    expect([written.status, findingLines(written.stderr)]).toEqual([
      1,
      [expect.stringMatching(/^file\/stacks\.json: error: .*\[output\/unwritable\]$/)],
    ]);
  });

  it("names folders from the root of the repository, wherever it is run and wherever the project lies", async () => {
    const project = makeProject();
    for (const [name, text] of Object.entries(THREE)) project.write(`infra/blueprints/${name}`, text);
    project.write("infra/cdktf.json", '{ "output": "generated" }');
    project.write("infra/docs/x", "");
    const dirsIn = async (folder: string, ...args: readonly string[]) => {
      const { status, stdout, stderr } = await project.command("sh", [
        "-c",
        `cd "$1" && shift && exec "$@"`,
        "sh",
        folder,
        process.execPath,
        `${ROOT}src/hextet.js`,
        "stacks",
        ...args,
      ]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(atlantisMistakes(stdout)).toEqual([]);
      const config: unknown = parse(stdout);
      return listAt(config, "projects").map((one) => textAt(one, "dir"));
    };
    const names = ["hub", "other", "data", "shop"];
    // Without Git the working directory is all there is.
    expect(await dirsIn("infra", "-f", "atlantis")).toEqual(names.map((name) => `generated/stacks/${name}`));
    await git(project, "init", "-q");
    for (const folder of [".", "infra", "infra/docs"])
      expect(
        await dirsIn(
          folder,
          "-f",
          "atlantis",
          ...(folder === "." ? ["--blueprints", "infra/blueprints", "--output", "infra/generated"] : []),
        ),
      ).toEqual(names.map((name) => `infra/generated/stacks/${name}`));
    const outside = await project.hextet(
      "stacks",
      "-f",
      "atlantis",
      "--blueprints",
      "infra/blueprints",
      "--output",
      "../elsewhere",
    );
    expect([outside.status, outside.stdout]).toEqual([1, ""]);
    expect(outside.stderr).toMatch(
      /^hextet: the folder of the stack "hub" is not in the repository .*: \.\.\/elsewhere\/stacks\/hub\n$/,
    );
  });
});
