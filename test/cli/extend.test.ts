import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const STACK = "generated/stacks/app";
const BUCKET = 'resource "aws_s3_bucket" "logs" {\n  bucket_prefix = "$' + '{path.module}-logs"\n}\n';

function blueprint(...files: readonly string[]): string {
  return `${smallBlueprint("app")}extend: { terraform: ${JSON.stringify(files)} }\n`;
}

function projectWith(...files: readonly string[]): Project {
  return makeProject({ "app.yaml": blueprint(...files) });
}

/** The `cdktf` command, told to be quiet and to stay off the net. */
function cdktfSynth(project: Project) {
  const app = `${process.execPath} ${ROOT}src/app.js`;
  const settings = {
    language: "typescript",
    app,
    output: "generated",
    projectId: "x",
    sendCrashReports: "false",
  };
  project.write("cdktf.json", JSON.stringify(settings));
  const env = { CI: "true", CHECKPOINT_DISABLE: "1", HOME: project.folder };
  return project.command(process.execPath, [`${ROOT}node_modules/.bin/cdktf`, "synth"], env);
}

describe("a file that Terraform reads and nobody declares", () => {
  it.each([
    "override.tf",
    "cdk_override.tf.json",
    "cdk.tf",
    "main.tofu",
    "terraform.tfvars",
    "prod.auto.tfvars.json",
    ".terraformrc",
    "dev.tfrc",
  ])("%s is an error that names it, in every command, and stays", async (name) => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    await project.hextet("synth");
    project.write(`${STACK}/${name}`, "mine");
    const before = project.tree("generated");
    project.write("blueprints/app.yaml", smallBlueprint("app").replace("slot: 1", "slot: 2"));
    for (const { status, stderr } of [
      await project.hextet("synth"),
      await project.hextet("check"),
      await project.main(),
    ]) {
      expect(status).toBe(1);
      expect(findingLines(stderr)).toEqual([
        `${STACK}/${name}: error: Terraform reads this file, and neither Hextet nor a blueprint says so: it changes what is planned [output/foreign-file]`,
      ]);
      expect(stderr).toContain(`extend: { terraform: [${name}] }`);
    }
    expect(project.tree("generated")).toEqual(before);
  });

  it("stops cdktf synth too, before it deletes the folder of a stack that is gone", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "old.yaml": smallBlueprint("old") });
    await project.hextet("synth");
    project.write("generated/stacks/old/mine.tf", BUCKET);
    project.write("blueprints/old.yaml", smallBlueprint("new"));
    const { status, stdout, stderr } = await cdktfSynth(project);
    expect([status, stdout + stderr]).toEqual([1, expect.stringContaining("[output/foreign-file]")]);
    expect(project.read("generated/stacks/old/mine.tf")).toBe(BUCKET);
  });

  it("nor does it delete notes that people have there", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "old.yaml": smallBlueprint("old") });
    await project.hextet("synth");
    project.write("generated/stacks/old/notes/today.md", "mine");
    project.write("blueprints/old.yaml", smallBlueprint("new"));
    const { status, stdout, stderr } = await cdktfSynth(project);
    expect([status, stdout + stderr]).toEqual([
      1,
      expect.stringContaining("would delete this with the stack's folder"),
    ]);
    expect(project.read("generated/stacks/old/notes/today.md")).toBe("mine");
  });
});

describe("extend.terraform", () => {
  it("puts the files into the stack's folder, as they are, under their own names", async () => {
    const project = projectWith("edge/bucket.tf", "edge.auto.tfvars");
    project.write("blueprints/edge/bucket.tf", BUCKET);
    project.write("blueprints/edge.auto.tfvars", "a = 1\n");
    expect((await cdktfSynth(project)).status).toBe(0);
    expect(project.read(`${STACK}/bucket.tf`)).toBe(BUCKET);
    expect(project.read(`${STACK}/edge.auto.tfvars`)).toBe("a = 1\n");
    expect((await project.hextet("check")).status).toBe(0);
    expect((await project.hextet("synth")).stderr).toBe("generated/ is up to date\n");
  });

  it("is checked for freshness: stale, missing, and no longer declared", async () => {
    const project = projectWith("bucket.tf");
    project.write("blueprints/bucket.tf", BUCKET);
    await project.hextet("synth");
    project.write("blueprints/bucket.tf", `${BUCKET}# more\n`);
    const stale = await project.hextet("check");
    expect([stale.status, findingLines(stale.stderr)]).toEqual([
      4,
      [expect.stringContaining(`${STACK}/bucket.tf:4:1: error: the blueprints say something else`)],
    ]);
    await project.command("rm", [`${STACK}/bucket.tf`]);
    expect((await project.hextet("check")).stderr).toContain(
      `${STACK}/bucket.tf: error: the file is not there`,
    );
    await project.hextet("synth");
    project.write("blueprints/app.yaml", smallBlueprint("app"));
    expect((await project.hextet("check")).stderr).toContain(
      "no blueprint declares it any more [output/extra]",
    );
    expect((await project.hextet("synth")).status).toBe(0);
    expect(Object.keys(project.tree(STACK))).toEqual(["cdk.tf.json"]);
    expect(project.read("blueprints/bucket.tf")).toContain("# more");
  });

  it("goes with its stack, and never with its source", async () => {
    const project = projectWith("bucket.tf");
    project.write("blueprints/bucket.tf", BUCKET);
    await project.hextet("synth");
    project.write("blueprints/app.yaml", smallBlueprint("new"));
    expect((await cdktfSynth(project)).status).toBe(0);
    expect(project.exists(STACK)).toBe(false);
    expect(project.read("blueprints/bucket.tf")).toBe(BUCKET);
  });

  it("takes over no file that somebody wrote into the stack's folder by hand", async () => {
    const project = projectWith("bucket.tf");
    project.write("blueprints/bucket.tf", BUCKET);
    project.write(`${STACK}/bucket.tf`, "# by hand, and the only one\n");
    const { status, stderr } = await project.hextet("synth");
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("this one is another and was not copied by synth"),
    ]);
    expect(project.read(`${STACK}/bucket.tf`)).toBe("# by hand, and the only one\n");
    project.write(`${STACK}/bucket.tf`, BUCKET);
    expect((await project.hextet("synth")).status).toBe(0);
  });

  it.each([
    ["../outside.tf"],
    ["/etc/outside.tf"],
    ["edge/../../outside.tf"],
    ["edge\\outside.tf"],
    [".hidden.tf"],
    ["notes.txt"],
    ["edge//two.tf"],
    ["C:/x.tf"],
  ])("refuses the path %s", async (path) => {
    const { status, stderr } = await projectWith(path).hextet("synth");
    expect([status, findingLines(stderr).map((line) => line.replace(/^.* /, ""))]).toEqual([
      1,
      [expect.stringMatching(/^\[schema\//)],
    ]);
  });

  it("refuses two files of one name, and that of the stack itself", async () => {
    const { status, stderr } = await projectWith("a/x.tf", "b/X.tf", "cdk.tf.json").hextet("validate");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      expect.stringContaining(
        "b/X.tf would be copied over a/x.tf: both are X.tf in the stack's folder [model/extension-name-twice]",
      ),
      expect.stringContaining("cdk.tf.json would be copied over what Hextet makes"),
    ]);
  });

  it("refuses what is not there, no file, or behind a symbolic link", async () => {
    const project = projectWith("nowhere.tf", "folder.tf", "link.tf", "linked/inner.tf");
    project.write("outside/inner.tf", "theirs");
    mkdirSync(project.path("blueprints/folder.tf"));
    symlinkSync("../outside/inner.tf", project.path("blueprints/link.tf"));
    symlinkSync("../outside", project.path("blueprints/linked"));
    for (const command of ["validate", "synth", "check"]) {
      const { status, stderr } = await project.hextet(command);
      expect(status).toBe(1);
      const lines = findingLines(stderr).filter((line) => line.includes("[extend/unreadable]"));
      expect(lines).toEqual([
        expect.stringMatching(/^blueprints\/folder\.tf: error: it is no file /),
        expect.stringMatching(/^blueprints\/link\.tf: error: a symbolic link leads to it/),
        expect.stringMatching(/^blueprints\/linked\/inner\.tf: error: a symbolic link leads to it/),
        expect.stringMatching(/^blueprints\/nowhere\.tf: error: there is no such file /),
      ]);
    }
    expect(project.exists("generated")).toBe(false);
  });
});
