import { describe, expect, it } from "vitest";
import { findingLines, makeProject, smallBlueprint } from "./project.ts";

describe("hextet check", () => {
  async function synthesized() {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "web.yaml": smallBlueprint("web") });
    await project.hextet("synth");
    return project;
  }

  it("is content with what synth wrote, and with Terraform's own files", async () => {
    const project = await synthesized();
    project.write("generated/stacks/app/.terraform.lock.hcl", "lock");
    expect(await project.hextet("check")).toEqual({
      status: 0,
      stdout: "",
      stderr: "generated/ is what the 2 blueprints say\n",
    });
  });

  it("says so of one blueprint as of many", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    await project.hextet("synth");
    expect((await project.hextet("check")).stderr).toBe("generated/ is what the 1 blueprint says\n");
  });

  it("exits with 4 and shows stale, missing and extra files, and writes nothing", async () => {
    const project = await synthesized();
    project.write("blueprints/app.yaml", smallBlueprint("app").replace("slot: 1", "slot: 2"));
    project.write("blueprints/web.yaml", smallBlueprint("new"));
    const before = project.tree("generated");
    const { status, stdout, stderr } = await project.hextet("check");
    expect([status, stdout]).toEqual([4, ""]);
    expect(findingLines(stderr).map((line) => line.replace(/: error: .* \[/, " ["))).toEqual([
      "generated/manifest.json:14:1 [output/stale]",
      "generated/stacks/app/cdk.tf.json: warning: subnet app_a moves from 10.20.16.0/24 to 10.20.32.0/24: Terraform replaces it, and all that stands in it [change/subnet-block]",
      "generated/stacks/app/cdk.tf.json: warning: subnet app_b moves from 10.20.17.0/24 to 10.20.33.0/24: Terraform replaces it, and all that stands in it [change/subnet-block]",
      "generated/stacks/app/cdk.tf.json:92:1 [output/stale]",
      "generated/stacks/new/cdk.tf.json [output/missing]",
      'generated/stacks/web/cdk.tf.json: warning: the stack "web" is gone, and nothing destroys what it made [change/stack-gone]',
      "generated/stacks/web/cdk.tf.json [output/extra]",
    ]);
    expect(stderr).toContain("--- generated/stacks/app/cdk.tf.json\n+++ what the blueprints say\n@@ ");
    expect(stderr).toMatch(/^-.*10\.20\.16\.0\/24/m);
    expect(stderr).toMatch(/^\+.*10\.20\.32\.0\/24/m);
    expect(project.tree("generated")).toEqual(before);
  });

  it("exits with 4 before anything was ever written", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stderr } = await project.hextet("check");
    expect(status).toBe(4);
    expect(findingLines(stderr)).toHaveLength(2);
    expect(project.exists("generated")).toBe(false);
  });

  it("sees a single byte", async () => {
    const project = await synthesized();
    const file = "generated/stacks/app/cdk.tf.json";
    project.write(file, `${project.read(file)}\n`);
    const { status } = await project.hextet("check");
    expect(status).toBe(4);
  });

  it("exits with 1 when a blueprint has an error", async () => {
    const project = await synthesized();
    project.write("blueprints/app.yaml", "}{");
    const { status } = await project.hextet("check");
    expect(status).toBe(1);
  });

  it("lists the same as JSON", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stdout, stderr } = await project.hextet("check", "--format", "json");
    expect([status, stderr]).toEqual([4, ""]);
    const { findings } = JSON.parse(stdout);
    expect(findings.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`)).toEqual([
      "generated/manifest.json output/missing",
      "generated/stacks/app/cdk.tf.json output/missing",
    ]);
  });
});
