import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const STACK = "stacks/app/cdk.tf.json";

/** A project whose cdktf.json says that; undefined: without one. */
function projectWith(config: unknown): Project {
  const project = makeProject({ "app.yaml": smallBlueprint("app") });
  if (config !== undefined) project.write("cdktf.json", JSON.stringify(config));
  return project;
}

const APP = {
  language: "typescript",
  app: `node ${ROOT}src/app.js`,
  projectId: "x",
  sendCrashReports: "false",
};

describe("a local state", () => {
  it.each([
    ["../../../terraform/x.tfstate", "infra/terraform", 1],
    ["../../../generated/x.tfstate", "infra/terraform", 0],
    ["../../../generated/x.tfstate", "generated", 1],
    ["../../../terraform.tfstate.d/x.tfstate", "infra/terraform", 0],
  ])("at %s, with the output %s: %i errors", async (path, output, errors) => {
    const project = projectWith({ ...APP, output });
    const backend = `terraform: { backend: { local: { path: ${path} } } }\n`;
    project.write("blueprints/app.yaml", smallBlueprint("app") + backend);
    for (const command of ["validate", "synth"]) {
      const { stderr } = await project.hextet(command);
      const said = findingLines(stderr).filter((line) => line.includes("[model/state-in-output-folder]"));
      expect(said).toHaveLength(errors);
    }
    expect(project.exists(output)).toBe(errors === 0);
  });
});

describe("the output folder", () => {
  it.each([
    ["infra/terraform", { ...APP, output: "infra/terraform" }],
    ["cdktf.out", APP],
    ["generated", undefined],
    ["generated", { context: { hextetAwsCli: "elsewhere" } }],
  ])("is %s where cdktf.json says so, in every command", async (folder, config) => {
    const project = projectWith(config);
    expect((await project.hextet("synth")).status).toBe(0);
    expect(Object.keys(project.tree(folder))).toEqual(["manifest.json", STACK]);
    expect((await project.hextet("check")).status).toBe(0);
    project.write(`${folder}/${STACK}`, `${project.read(`${folder}/${STACK}`)} `);
    const stale = await project.hextet("check");
    expect([stale.status, findingLines(stale.stderr).length]).toEqual([4, 1]);
    expect((await project.main()).status).toBe(0);
    expect((await project.hextet("check")).status).toBe(0);
    expect(Object.keys(project.tree(".")).filter((file) => /stacks/.test(file))).toEqual([
      `${folder}/${STACK}`,
    ]);
  });

  it("is what --output says, whatever cdktf.json does", async () => {
    const project = projectWith({ ...APP, output: "infra" });
    expect((await project.hextet("synth", "--output", "other")).status).toBe(0);
    expect([project.exists(`other/${STACK}`), project.exists("infra")]).toEqual([true, false]);
  });

  it("is the same for the cdktf command", async () => {
    const project = projectWith({ ...APP, output: "infra" });
    const env = { CI: "true", CHECKPOINT_DISABLE: "1" };
    const cdktf = await project.command(`${ROOT}node_modules/.bin/cdktf`, ["synth"], env);
    expect([cdktf.status, project.exists(`infra/${STACK}`)]).toEqual([0, true]);
    expect((await project.hextet("check")).status).toBe(0);
  });

  it.each([[7], [""], [["generated"]], [null]])("is an error where output is %j", async (output) => {
    const { status, stderr } = await projectWith({ ...APP, output }).hextet("check");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      "cdktf.json: error: output is no path of a folder [output/unwritable]",
    ]);
  });
});
