import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { githubWorkflow } from "../../src/cli/init/github-workflow.ts";
import { at, isObject, listAt } from "../support/json.ts";
import { runSteps, type WorkflowLinter, workflowLinter } from "../support/lint-workflow.ts";
import { describeWithTools, findCommand } from "../support/tools.ts";
import { makeProject, ROOT, smallBlueprint } from "./project.ts";

const workflow: unknown = parse(githubWorkflow);
const ACTION = readFileSync(join(ROOT, "action.yml"), "utf8");
const RELEASE = readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8");
const HOOKS = readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8");
const jobs: Readonly<Record<string, unknown>> = Object(at(workflow, "jobs"));

describeWithTools("the linters of workflows", findCommand("shellcheck"), (shellcheck) => {
  let lint: WorkflowLinter;
  beforeAll(async () => {
    lint = await workflowLinter(shellcheck);
  });

  it("have nothing against the workflow of init", async () => {
    expect(await lint.workflow(githubWorkflow)).toEqual([]);
  });

  it("have nothing against the workflow that releases Hextet", async () => {
    expect(await lint.workflow(RELEASE)).toEqual([]);
    expect(await lint.workflow(RELEASE.replace("needs: package", "needs: packed"))).not.toEqual([]);
  });

  it("have nothing against the action", async () => {
    expect(await lint.action(ACTION)).toEqual([]);
    const wrong = ACTION.replace("      shell: bash\n", "");
    expect((await lint.action(wrong)).join("\n")).toContain("shell");
  });

  it.each([
    ["a permission that is none", "contents: read", "content: read", "content"],
    ["a job that is not there", "needs: blueprints", "needs: blueprint", "blueprint"],
    ["an input that is none", "fetch-depth: 2", "fetch-dept: 2", "fetch-dept"],
    ["an input that is missing", /^ *aws-region: .*\n/m, "", "aws-region"],
    ["a branch's name in a shell", "npm ci", "echo ${{ github.head_ref }}; npm ci", "potentially untrusted"],
    ["a variable that is not quoted", '"$file"', "$file", "SC2086"],
    ["a context that is none", "github.sha", "githup.sha", "githup"],
  ])("find %s", async (_, from, to, words) => {
    const wrong = githubWorkflow.replace(from, to);
    expect(wrong).not.toBe(githubWorkflow);
    expect((await lint.workflow(wrong)).join("\n")).toContain(words);
  });
});

describe("the workflow of init", () => {
  it("runs for pull requests as their author may, and for main", () => {
    expect(at(workflow, "on")).toEqual({ pull_request: null, push: { branches: ["main"] } });
    expect(githubWorkflow).not.toMatch(/pull_request_target|workflow_run|secrets\./);
  });

  it("gives a job what it needs, and a right to write only where nothing of the pull request runs", () => {
    expect(at(workflow, "permissions")).toEqual({});
    expect(Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, at(job, "permissions")]))).toEqual(
      {
        blueprints: { contents: "read" },
        comment: { "pull-requests": "write" },
        terraform: { contents: "read" },
        "code-scanning": { actions: "read", contents: "read", "security-events": "write" },
        plan: { contents: "read", "id-token": "write" },
      },
    );
    for (const id of ["comment", "code-scanning"]) {
      const used = listAt(jobs[id], "steps").map((step) => String(at(step, "uses")));
      expect(used.filter((action) => action.startsWith("actions/checkout@"))).toEqual([]);
    }
  });

  it("ends every job, leaves no token in the checkout, and runs actions that cannot change", () => {
    const steps = Object.values(jobs).flatMap((job) => listAt(job, "steps"));
    for (const job of Object.values(jobs)) expect(at(job, "timeout-minutes")).toBeGreaterThan(0);
    for (const step of steps.filter((one) => String(at(one, "uses")).startsWith("actions/checkout@")))
      expect(at(step, "with", "persist-credentials")).toBe(false);
    const uses = [...githubWorkflow.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
    expect(uses.length).toBeGreaterThan(9);
    for (const action of uses) expect(action).toMatch(/^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("puts no expression into a shell", () => {
    const scripts = runSteps(workflow);
    expect(scripts.length).toBeGreaterThan(6);
    for (const script of scripts) expect(script).not.toContain("${{");
  });

  it("gives credentials only to pull requests of the repository itself, and where somebody asked for it", () => {
    const ownOnly = "github.event.pull_request.head.repo.full_name == github.repository";
    for (const [id, job] of Object.entries(jobs)) {
      const rights = at(job, "permissions");
      if (isObject(rights) && Object.values(rights).includes("write"))
        expect(at(job, "if"), id).toContain(ownOnly);
    }
    expect(at(jobs["plan"], "if")).toContain("vars.HEXTET_PLAN_ROLE != ''");
  });
});

describe("the action", () => {
  it("does what the workflow does, against the commit that it is told", () => {
    const [check = "", diff = ""] = runSteps(parse(ACTION));
    const scripts = runSteps(workflow);
    const last = (script: string) => script.trimEnd().split("\n").at(-1);
    expect(scripts.map((script) => script.trimEnd())).toContain(last(check));
    const told = diff
      .replace(/^echo "file.*\n/m, "")
      .replace('--format markdown -- "$BASE"', "HEAD^1 --format markdown");
    expect(scripts).toContain(told);
    expect(runSteps(parse(ACTION)).filter((script) => script.includes("${{"))).toEqual([]);
  });

  it("takes no base for an option, and runs nothing of it", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write(
      "bin/npx",
      `#!/bin/sh\nshift 2\nexec ${process.execPath} ${join(ROOT, "src/hextet.js")} "$@"\n`,
    );
    await project.command("chmod", ["+x", "bin/npx"]);
    await project.command("git", ["init", "-q"]);
    const author = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
    await project.command("git", [...author, "commit", "-q", "--allow-empty", "-m", "first"]);
    const [, script = ""] = runSteps(parse(ACTION));
    const ran = await project.command("bash", ["-eo", "pipefail", "-c", script], {
      PATH: `${project.path("bin")}:${process.env["PATH"] ?? ""}`,
      BASE: "--output=$(touch pwned)",
      RUNNER_TEMP: project.folder,
      GITHUB_STEP_SUMMARY: project.path("summary"),
      GITHUB_OUTPUT: project.path("output"),
    });
    expect([ran.status, project.exists("pwned")]).toEqual([1, false]);
    expect(ran.stderr).toContain("git knows no commit");
    expect(project.read("summary")).toContain("It cannot be said while there are errors");
    expect(project.read("output")).toBe(`file=${project.folder}/diff.md\n`);
  });
});

describe("the hooks for pre-commit", () => {
  const hooks: readonly unknown[] = Object(parse(HOOKS));

  it("have what pre-commit asks for, and run in the repository that uses them", () => {
    expect(hooks.map((hook) => at(hook, "id"))).toEqual(["hextet-validate", "hextet-check"]);
    for (const hook of hooks) {
      expect(at(hook, "language")).toBe("system");
      expect(at(hook, "name")).toBeTypeOf("string");
      expect(at(hook, "entry")).toMatch(/^npx --no hextet (validate|check)$/);
    }
  });

  it("run for the files that they are about", () => {
    const patterns = hooks.map((hook) => new RegExp(String(at(hook, "files"))));
    const hits = (file: string) => patterns.map((pattern) => pattern.test(file));
    expect(hits("blueprints/edge/shop.yaml")).toEqual([true, true]);
    expect(hits("generated/stacks/shop/cdk.tf.json")).toEqual([false, true]);
    expect(hits("README.md")).toEqual([false, false]);
  });

  it("check all blueprints: an edit of a file that they include is an edit of theirs", async () => {
    expect(hooks.map((hook) => at(hook, "pass_filenames"))).toEqual([false, false]);
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "bad.yaml": "name: [" });
    expect((await project.hextet("validate", "blueprints/app.yaml")).status).toBe(0);
    expect((await project.hextet("validate")).status).toBe(1);
  });
});
