import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeProject, ROOT, smallBlueprint } from "./project.ts";

const HOOK = `export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true, isNeeded: () => true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply(stack, { made }) { return { outputs: { mine: made.vpc.id } }; },
};`;

/** Every command that reads the project, with what it needs on its line. */
const COMMANDS = [
  ["synth"],
  ["validate"],
  ["validate", "--format", "json"],
  ["check"],
  ["diff"],
  ["diff", "HEAD~1"],
  ["stacks"],
  ["stacks", "--affected", "HEAD~1"],
  ["addresses"],
  ["expand"],
  ["hooks"],
  ["runbook"],
  ["explain", "aws_subnet.app_a"],
  ["migrate", "plan"],
  ["plan", "check", "app", "--plan", "PLAN"],
];

/** A project with a hook of its own, committed twice: before and after its output was made. */
async function committedProject() {
  const project = makeProject({ "app.yaml": smallBlueprint("app") });
  const app = `node ${ROOT}src/app.js`;
  const context = { hextetHooks: ["./hooks/mine.mjs"] };
  project.write("cdktf.json", JSON.stringify({ language: "typescript", app, output: "made/here", context }));
  project.write("hooks/mine.mjs", HOOK);
  project.write("made/here/plan.json", "{}");
  for (const folder of ["docs/deep", "blueprints/team"]) mkdirSync(project.path(folder), { recursive: true });
  const git = (...args: readonly string[]) =>
    project.command("git", ["-c", "user.name=n", "-c", "user.email=e@example.com", ...args]);
  await git("init", "-q");
  await git("add", ".");
  await git("commit", "-qm", "one");
  await project.hextet("synth");
  await git("add", ".");
  await git("commit", "-qm", "two");
  return project;
}

describe("in a subfolder of the project", () => {
  it("every command does what it does in the project's own folder", { timeout: 960_000 }, async () => {
    const project = await committedProject();
    const hextet = `${ROOT}src/hextet.js`;
    for (const command of COMMANDS) {
      const args = command.map((word) => (word === "PLAN" ? project.path("made/here/plan.json") : word));
      const above = await project.hextet(...args);
      for (const [folder, up] of [
        ["docs/deep", "../../"],
        ["docs", "../"],
      ] as const) {
        const shell = `cd ${folder} && exec "$0" "$@"`;
        const ran = await project.command("sh", ["-c", shell, process.execPath, hextet, ...args]);
        const fromAbove = (text: string) => text.replaceAll(up, "");
        expect(
          { ...ran, stdout: fromAbove(ran.stdout), stderr: fromAbove(ran.stderr) },
          `${command.join(" ")} in ${folder}`,
        ).toEqual(above);
      }
    }
  });

  it("a path that is given is one from the working directory, and a folder with blueprints/ is a project", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write("cdktf.json", JSON.stringify({ output: "generated" }));
    project.write("part/one.yaml", smallBlueprint("one").replace("region", "regin"));
    project.write("inner/blueprints/two.yaml", smallBlueprint("two"));
    const inFolder = (folder: string, ...args: readonly string[]) =>
      project.command("sh", [
        "-c",
        `cd ${folder} && exec "$0" "$@"`,
        process.execPath,
        `${ROOT}src/hextet.js`,
        ...args,
      ]);
    expect((await inFolder("part", "validate", "one.yaml")).stderr).toMatch(/^one\.yaml:4:1: error/);
    expect((await inFolder("part", "validate")).stderr).toBe("1 blueprint valid\n");
    expect((await inFolder("blueprints", "validate", "--fail-on", "note")).stderr).toBe(
      "1 blueprint valid\n",
    );
    await inFolder("inner", "synth");
    expect(project.exists("inner/generated/stacks/two/cdk.tf.json")).toBe(true);
  });
});
