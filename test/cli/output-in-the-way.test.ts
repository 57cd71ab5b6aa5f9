import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

async function committed(output: string): Promise<Project> {
  const project = makeProject({ "app.yaml": smallBlueprint("app") });
  project.write("cdktf.json", JSON.stringify({ app: "true", output }));
  project.write("here", "");
  const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    ["commit", "-qm", "first"],
  ])
    expect((await project.command("git", [...who, ...args])).status).toBe(0);
  return project;
}

const HINT = " = hint: move it away, or name another folder: `output` of cdktf.json, or --output\n";

describe("an output folder that is none", () => {
  it.each([
    ["synth"],
    ["check"],
    ["stacks", "--affected", "HEAD"],
    ["stacks", "-f", "terramate"],
    ["stacks", "-f", "terramate", "--check"],
    ["validate", "--affected", "HEAD"],
    ["check", "--affected", "HEAD"],
  ])("is told in plain words by %s %s %s", async (...args) => {
    for (const [output, words] of [
      ["here", "this is no folder, and the Terraform JSON goes into a folder of this name"],
      ["here/deep/tf", "this is no folder, and the Terraform JSON goes into here/deep/tf/"],
    ] as const) {
      const project = await committed(output);
      const { status, stdout, stderr } = await project.hextet(...args);
      expect([status, stdout, findingLines(stderr)]).toEqual([
        1,
        "",
        [`here: error: ${words} [output/unwritable]`],
      ]);
      expect(stderr).toContain(HINT);
      expect(project.read("here")).toBe("");
    }
  });

  it("is told by what the cdktf command runs", async () => {
    const project = await committed("here");
    const { status, stderr } = await project.main();
    expect([status, findingLines(stderr)]).toEqual([
      1,
      [expect.stringMatching(/^here: error: this is no folder, .* \[output\/unwritable\]$/)],
    ]);
  });

  it("keeps no command from comparing with what a commit has", async () => {
    const project = await committed("here");
    const { status, stdout } = await project.hextet("diff", "HEAD", "--allow", "app");
    expect([status, stdout]).toEqual([0, expect.stringContaining("stack app:")]);
  });
});
