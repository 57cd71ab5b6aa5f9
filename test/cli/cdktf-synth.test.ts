import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

/** The `cdktf` command, told to be quiet and to stay off the net. */
function cdktfSynth(project: Project) {
  const settings = {
    language: "typescript",
    app: `${process.execPath} ${ROOT}src/app.js`,
    output: "generated",
    projectId: "hextet",
    sendCrashReports: "false",
  };
  project.write("cdktf.json", JSON.stringify(settings));
  const env = { CI: "true", CHECKPOINT_DISABLE: "1", HOME: project.folder };
  return project.command(process.execPath, [`${ROOT}node_modules/.bin/cdktf`, "synth"], env);
}

describe("cdktf synth", () => {
  it("writes what hextet synth writes, and drops the stack whose blueprint is gone", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "old.yaml": smallBlueprint("old") });
    expect((await cdktfSynth(project)).status).toBe(0);
    await project.hextet("synth", "--output", "ours");
    expect(project.tree("generated")).toEqual(project.tree("ours"));
    project.write("blueprints/old.yaml", smallBlueprint("new"));
    expect((await cdktfSynth(project)).status).toBe(0);
    expect(project.exists("generated/stacks/old")).toBe(false);
    expect((await project.hextet("check")).status).toBe(0);
  });

  it("fails before it deletes a state", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "old.yaml": smallBlueprint("old") });
    await project.hextet("synth");
    project.write("generated/stacks/old/terraform.tfstate", '{ "version": 4 }');
    project.write("blueprints/old.yaml", smallBlueprint("new"));
    const { status, stdout, stderr } = await cdktfSynth(project);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("[output/state-in-generated]");
    expect(project.read("generated/stacks/old/terraform.tfstate")).toBe('{ "version": 4 }');
  });

  it("fails with the finding when a blueprint is wrong, although an older output is there", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    await project.hextet("synth");
    const before = project.tree("generated");
    project.write("blueprints/app.yaml", smallBlueprint("app").replace("region", "regoin"));
    const { status, stderr } = await cdktfSynth(project);
    expect(status).toBe(1);
    expect(findingLines(stderr.replace(/^ {4}/gm, "")).length).toBeGreaterThan(0);
    expect(project.tree("generated")).toEqual(before);
  });

  it("shows warnings as they are, once, and no errors where there are none", async () => {
    const entry = "{ rule: nat-gateway-single-zone, at: network.natGateways, reason: there is none }";
    const project = makeProject({ "app.yaml": `${smallBlueprint("app")}accept: [${entry}]\n` });
    const { stderr: ours } = await project.hextet("validate");
    const warnings = findingLines(ours);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.filter((line) => !line.includes(": warning: "))).toEqual([]);
    const { status, stdout, stderr } = await cdktfSynth(project);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("[ERROR]");
    for (const line of warnings) expect(stdout.split(line)).toHaveLength(2);
  });
});
