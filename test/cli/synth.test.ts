import { mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingLines, hasStackTrace, makeProject, smallBlueprint } from "./project.ts";

const APP = "generated/stacks/app/cdk.tf.json";

describe("hextet synth", () => {
  it("writes cdktf's layout and nothing else, and says so", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "web.yml": smallBlueprint("web") });
    const { status, stdout, stderr } = await project.hextet("synth");
    expect([status, stdout]).toEqual([0, ""]);
    expect(Object.keys(project.tree("generated"))).toEqual([
      "manifest.json",
      "stacks/app/cdk.tf.json",
      "stacks/web/cdk.tf.json",
    ]);
    expect(stderr.trim().split("\n")).toEqual([
      "wrote   generated/manifest.json",
      `wrote   ${APP}`,
      "wrote   generated/stacks/web/cdk.tf.json",
    ]);
  });

  it("writes the bytes that main.ts writes, wherever it runs", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    await project.hextet("synth", "--output", "one");
    const { status, stderr } = await project.main({ CDKTF_OUTDIR: project.path("deep/two") });
    expect([status, stderr]).toEqual([0, ""]);
    expect(project.tree("deep/two")).toEqual(project.tree("one"));
    expect(JSON.stringify(project.tree("one"))).not.toContain(project.folder);
  });

  it("touches no file that stays as it is", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    await project.hextet("synth");
    const before = statSync(project.path(APP));
    const { stderr } = await project.hextet("synth");
    const { ino, mtimeMs } = statSync(project.path(APP));
    expect([ino, mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(stderr).toBe("generated/ is up to date\n");
  });

  it("leaves the last good output when a blueprint has an error, and all of it", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "web.yaml": smallBlueprint("web") });
    await project.hextet("synth");
    const before = project.tree("generated");
    project.write("blueprints/app.yaml", smallBlueprint("app", "Changed."));
    project.write("blueprints/web.yaml", smallBlueprint("web").replace("dual-stack", "dualstack"));
    for (const { status, stderr } of [await project.hextet("synth"), await project.main()]) {
      expect(status).toBe(1);
      expect(findingLines(stderr)).toHaveLength(1);
      expect(stderr.match(/blueprints\/web\.yaml:9:/g)).toHaveLength(1);
    }
    expect(project.tree("generated")).toEqual(before);
  });

  it("keeps what Terraform and people put beside a live stack", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    await project.hextet("synth");
    project.write("generated/stacks/app/.terraform.lock.hcl", "lock");
    project.write("generated/stacks/app/.terraform/modules/modules.json", "{}");
    project.write("generated/stacks/app/NOTES.md", "mine");
    project.write("generated/stacks/app/terraform.tfstate", "{}");
    project.write("generated/stacks/app/stage.tfplan", "plan");
    project.write("generated/notes.txt", "mine");
    project.write("blueprints/app.yaml", smallBlueprint("app").replace("slot: 1", "slot: 2"));
    const { status } = await project.hextet("synth");
    expect(status).toBe(0);
    expect(Object.keys(project.tree("generated"))).toEqual([
      "manifest.json",
      "notes.txt",
      "stacks/app/.terraform.lock.hcl",
      "stacks/app/.terraform/modules/modules.json",
      "stacks/app/NOTES.md",
      "stacks/app/cdk.tf.json",
      "stacks/app/stage.tfplan",
      "stacks/app/terraform.tfstate",
    ]);
    expect(project.read(APP)).toContain("10.20.32.0/24");
  });

  it("gives every string to Terraform as data", async () => {
    const hostile = '$\u007bfile("/etc/passwd")} %{ if true }yes%{ endif } $$\u007bx}';
    const project = makeProject({ "app.yaml": smallBlueprint("app", hostile) });
    project.write(
      "blueprints/app.yaml",
      `${smallBlueprint("app", hostile)}tags: { owner: ${JSON.stringify(hostile)} }\n`,
    );
    await project.hextet("synth");
    const text = project.read(APP);
    expect(text).toContain("$${file(");
    expect(text).not.toMatch(/(?<!\$)\$\{file\(/);
    expect(text).not.toMatch(/(?<!%)%\{ (if|endif)/);
  });

  it("is safe when two run at once", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "web.yaml": smallBlueprint("web") });
    const both = await Promise.all([project.hextet("synth"), project.hextet("synth")]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(Object.keys(project.tree("generated"))).toHaveLength(3);
    const { status } = await project.hextet("check");
    expect(status).toBe(0);
  });
});

describe("a stack whose blueprint is gone", () => {
  async function projectWithGoneStack() {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "old.yaml": smallBlueprint("old") });
    await project.hextet("synth");
    project.write("blueprints/old.yaml", smallBlueprint("new"));
    return project;
  }

  it("disappears, with what Terraform can make again", async () => {
    const project = await projectWithGoneStack();
    project.write("generated/stacks/old/.terraform.lock.hcl", "lock");
    project.write("generated/stacks/old/.terraform/terraform.tfstate", '{ "backend": {} }');
    const { status, stderr } = await project.hextet("synth");
    expect(status).toBe(0);
    expect(stderr).toContain("removed generated/stacks/old/cdk.tf.json");
    expect(project.exists("generated/stacks/old")).toBe(false);
    expect(project.exists("generated/stacks/new/cdk.tf.json")).toBe(true);
    expect(project.read("generated/manifest.json")).not.toContain("old");
  });

  it("leaves its folder where something else is in it", async () => {
    const project = await projectWithGoneStack();
    project.write("generated/stacks/old/notes.txt", "mine");
    const { status } = await project.hextet("synth");
    expect(status).toBe(0);
    expect(Object.keys(project.tree("generated/stacks/old"))).toEqual(["notes.txt"]);
  });

  it.each([
    "terraform.tfstate",
    "terraform.tfstate.backup",
    "terraform.tfstate.d/prod/terraform.tfstate",
    "errored.tfstate",
    ".terraform.tfstate.lock.info",
  ])("stops everything while its folder holds %s", async (state) => {
    const project = await projectWithGoneStack();
    project.write(`generated/stacks/old/${state}`, "{}");
    const before = project.tree("generated");
    for (const { status, stderr } of [await project.hextet("synth"), await project.main()]) {
      expect(status).toBe(1);
      expect(findingLines(stderr)).toEqual([
        `generated/stacks/old: error: the stack's blueprint is gone, but its Terraform state is still here: ${state} [output/state-in-generated]`,
      ]);
    }
    expect(project.tree("generated")).toEqual(before);
  });

  it("keeps its folder under main.ts, for the cdktf command to delete", async () => {
    const project = await projectWithGoneStack();
    const { status } = await project.main();
    expect(status).toBe(0);
    expect(project.exists("generated/stacks/old")).toBe(true);
    expect(project.exists("generated/stacks/old/cdk.tf.json")).toBe(false);
  });
});

describe("an output folder that cannot be written", () => {
  it.each(["generated", "generated/stacks", "generated/stacks/app"])(
    "is a finding when %s is a file",
    async (name) => {
      const project = makeProject({ "app.yaml": smallBlueprint("app") });
      project.write(name, "in the way");
      const { status, stderr } = await project.hextet("synth");
      expect(status).toBe(1);
      expect(hasStackTrace(stderr)).toBe(false);
      expect(findingLines(stderr)).toEqual([expect.stringMatching(/^generated.*\[output\/unwritable\]$/)]);
      expect(project.read(name)).toBe("in the way");
      expect(JSON.stringify(Object.keys(project.tree(".")))).not.toContain(".tmp");
    },
  );

  it("is a finding when a folder stands where a file has to be, and nothing else changes", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "web.yaml": smallBlueprint("web") });
    mkdirSync(project.path("generated/stacks/web/cdk.tf.json"), { recursive: true });
    const { status, stderr } = await project.hextet("synth");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      "generated/stacks/web/cdk.tf.json: error: something that is no file stands here [output/unwritable]",
    ]);
    expect(project.tree("generated")).toEqual({});
  });

  it("is a finding when it is a symbolic link to itself", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    symlinkSync("generated", project.path("generated"));
    const { status, stderr } = await project.main();
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([expect.stringContaining("[output/unwritable]")]);
  });

  it("is a finding when there is no place for what is made", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    writeFileSync(project.path("no-folder"), "");
    const { status, stderr } = await project.hextetWith({ TMPDIR: project.path("no-folder") }, "synth");
    expect([status, hasStackTrace(stderr)]).toEqual([1, false]);
    expect(findingLines(stderr)).toEqual([expect.stringContaining("[output/unwritable]")]);
    expect(project.exists("generated")).toBe(false);
  });

  // Nobody makes a folder there, and Node's own recursion never ends.
  it("ends where nobody can make a folder", async () => {
    const { status, stderr } = await makeProject({ "app.yaml": smallBlueprint("app") }).hextet(
      "synth",
      "--output",
      "/proc/nobody/output",
    );
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([expect.stringMatching(/^\/proc\/nobody.*\[output\/unwritable\]$/)]);
  });
});
