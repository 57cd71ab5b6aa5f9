import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { askSystem } from "../../src/cli/init/ask-system.ts";
import { adaptBlueprint, startingBlueprints } from "../../src/cli/init/starting-blueprints.ts";
import { writeNewFiles } from "../../src/cli/init/write-new-files.ts";
import { VERSION } from "../../src/cli/version.ts";
import { compile } from "../../src/pipeline.ts";
import { findingsInEditor } from "../support/editor.ts";
import { at, parseJson } from "../support/json.ts";
import { stackText } from "../support/synth-json.ts";
import { findingLines, makeProject, type Project, ROOT } from "./project.ts";

const FROM = ["--from", "dual-stack-web"];
const SCHEMA = "node_modules/hextet/src/blueprint/blueprint.schema.json";
const NO_TERRAFORM = { PATH: "/nonexistent" };
const LOCK = "generated/stacks/shop/.terraform.lock.hcl";
const LOCK_COMMAND =
  "terraform -chdir=generated/stacks/shop providers lock -platform=linux_amd64 -platform=darwin_arm64";
const ALL = [
  ".gitattributes",
  ".github/workflows/hextet.yml",
  ".gitignore",
  ".gitlab-ci.yml",
  ".gitlab/hextet-plan.yml",
  ".pre-commit-config.yaml",
  ".vscode/extensions.json",
  ".vscode/settings.json",
  "blueprints/shop.yaml",
  "cdktf.json",
  "package.json",
];
const jsonOf = (text: string) => parseJson(text, "the file");
const checkout = jsonOf(readFileSync(join(ROOT, "package.json"), "utf8"));

describe("hextet init", () => {
  it("makes a repository in a new folder, and says what comes next", async () => {
    const project = makeProject();
    const flags = [...FROM, "--name", "shop", "--github", "--gitlab", "--pre-commit", "--cdktf-cli"];
    const { status, stdout, stderr } = await project.hextetWith(NO_TERRAFORM, "init", "my shop", ...flags);
    expect([status, stderr]).toEqual([
      0,
      `${ALL.map((file) => `wrote   ${file}\n`).join("")}the provider is not locked yet: terraform is not on the PATH\n`,
    ]);
    expect(stdout).toBe(
      `\nNext:\n  cd 'my shop' && npm install\n  npx hextet synth\n  ${LOCK_COMMAND}\n  npx hextet check\n`,
    );
    expect(Object.keys(project.tree("my shop")).sort()).toEqual(ALL);
    expect(jsonOf(project.read("my shop/cdktf.json"))).toEqual({
      language: "typescript",
      app: "node node_modules/hextet/src/app.js",
      output: "generated",
      projectId: "hextet",
      sendCrashReports: "false",
    });
    const pty = "@cdktf/node-pty-prebuilt-multiarch";
    expect(jsonOf(project.read("my shop/package.json"))).toEqual({
      name: "my-shop",
      private: true,
      devDependencies: {
        hextet: VERSION,
        "cdktf-cli": at(checkout, "devDependencies", "cdktf-cli"),
        [pty]: at(checkout, "devDependencies", pty),
      },
      overrides: at(checkout, "overrides"),
    });
    expect(project.read("my shop/.gitignore").trimEnd().split("\n")).toEqual([
      "node_modules/",
      ".terraform/",
      "terraform.tfstate.d/",
      "*.tfstate",
      "*.tfstate.*",
      "*.tfplan",
    ]);
    expect(project.read("my shop/.gitattributes")).toContain("* text=auto eol=lf\n");
    expect(jsonOf(project.read("my shop/.vscode/settings.json"))).toEqual({
      "yaml.schemas": { [`./${SCHEMA}`]: ["blueprints/**/*.yaml", "blueprints/**/*.yml"] },
    });
    expect(jsonOf(project.read("my shop/.vscode/extensions.json"))).toEqual({
      recommendations: ["redhat.vscode-yaml", "hashicorp.terraform"],
    });
    expect(parse(project.read("my shop/.pre-commit-config.yaml"))).toMatchObject({
      repos: [{ repo: "local", hooks: [{ entry: "npx --no hextet check", pass_filenames: false }] }],
    });
  });

  it("writes a blueprint whose first line leads the editor to the schema of the package", async () => {
    const [without, project] = [makeProject(), makeProject()];
    project.write(SCHEMA, readFileSync(join(ROOT, "src/blueprint/blueprint.schema.json")));
    for (const { hextet } of [without, project])
      expect((await hextet("init", ...FROM, "--name", "shop")).status).toBe(0);
    const text = project.read("blueprints/shop.yaml");
    const fileIn = (made: Project) => pathToFileURL(made.path("blueprints/shop.yaml"));
    const unable = { line: expect.any(Number), message: expect.stringMatching(/^Unable to load schema/) };
    expect(await findingsInEditor(text, fileIn(without))).toEqual([unable]);
    expect(await findingsInEditor(text, fileIn(project))).toEqual([]);
    const misspelt = await findingsInEditor(text.replace(/^region:/m, "regin:"), fileIn(project));
    expect(misspelt.map(({ message }) => message)).toContain("Property regin is not allowed.");
  });

  it("writes a blueprint of the name, with its schema and the provider's major version", async () => {
    const project = makeProject();
    expect((await project.hextet("init", ...FROM, "--name", "shop")).status).toBe(0);
    const text = project.read("blueprints/shop.yaml");
    expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=../${SCHEMA}`);
    expect(parse(text)).toMatchObject({
      name: "shop",
      terraform: { awsProvider: { version: "~> 6.0" } },
      tags: { project: "shop" },
    });
    expect((await project.hextet("synth")).status).toBe(0);
    const stack = jsonOf(project.read("generated/stacks/shop/cdk.tf.json"));
    expect(at(stack, "terraform", "required_providers", "aws", "version")).toBe("~> 6.0");
    expect((await project.hextet("check")).status).toBe(0);
  });

  it("has Terraform lock the provider for the pipelines, where it can", async () => {
    const project = makeProject();
    const terraform = (text: string) => {
      project.write("bin/terraform", `#!/bin/sh\n${text}\n`);
      chmodSync(project.path("bin/terraform"), 0o755);
    };
    const init = (...flags: readonly string[]) =>
      project.hextetWith(
        { PATH: `${project.path("bin")}:/usr/bin:/bin` },
        "init",
        ...FROM,
        "--name",
        "shop",
        ...flags,
      );
    terraform(
      String.raw`printf '\033[31m\n│ Error: Could not retrieve providers for locking\n│\n│   no host \007here\n╵\n' >&2; exit 1`,
    );
    expect((await init()).stdout).not.toContain("providers lock");
    const failed = await init("--github");
    expect([failed.status, failed.stdout]).toEqual([0, expect.stringContaining(`\n  ${LOCK_COMMAND}\n`)]);
    expect(failed.stderr).toContain(
      "the provider is not locked yet: terraform providers lock failed: Could not retrieve providers for locking: no host \\x07here (the command below shows all that Terraform says)\n",
    );
    expect(project.exists(LOCK)).toBe(false);
    // What Terraform 1.11 says without a network: one sentence of its page.
    terraform(`cat >&2 <<'END'
╷
│ Error: Could not retrieve providers for locking
│
│ Terraform failed to fetch the requested providers for linux_amd64 in order
│ to calculate their checksums: some providers could not be installed:
│ - registry.terraform.io/hashicorp/aws: could not connect to
│ registry.terraform.io: failed to request discovery document: Get
│ "https://registry.terraform.io/.well-known/terraform.json": dial tcp:
│ lookup registry.terraform.io: no such host.
╵
END
exit 1`);
    expect((await init("--github")).stderr).toContain(
      "the provider is not locked yet: terraform providers lock failed: could not connect to registry.terraform.io: failed to request discovery document (the command below shows all that Terraform says)\n",
    );
    terraform('{ echo "$@"; cat main.tf.json; } > .terraform.lock.hcl');
    const locked = await init("--gitlab");
    expect(locked.stderr).toContain(`wrote   ${LOCK}\n`);
    expect(locked.stdout).not.toContain("providers lock");
    expect(project.read(LOCK)).toBe(
      'providers lock -platform=linux_amd64 -platform=darwin_arm64\n{"terraform":{"required_providers":{"aws":{"source":"hashicorp/aws","version":"~> 6.0"}}}}',
    );
    terraform("exit 9");
    expect((await init("--github")).stderr).not.toContain("locked");
  });

  it("says how to go into a folder whose name begins with a hyphen", async () => {
    const { status, stdout } = await makeProject().hextetWith(NO_TERRAFORM, "init", ...FROM, "--", "-shop");
    expect([status, stdout]).toEqual([0, expect.stringContaining("\n  cd ./-shop && npm install\n")]);
  });

  it("writes a pipeline for GitLab whose parts find each other", async () => {
    const project = makeProject();
    await project.hextetWith(NO_TERRAFORM, "init", ...FROM, "--gitlab");
    const pipeline: unknown = parse(project.read(".gitlab-ci.yml"));
    expect(at(pipeline, "hextet plan", "trigger", "include", 0)).toEqual({
      artifact: "plan.yml",
      job: "hextet diff",
    });
    expect(at(pipeline, "hextet plan", "needs")).toEqual(["hextet diff"]);
    expect(at(pipeline, "hextet check", "artifacts", "reports", "codequality")).toBe(
      "gl-code-quality-report.json",
    );
    expect(at(pipeline, "hextet check", "script", 1)).toContain("gitlab=gl-code-quality-report.json");
    const template: unknown = parse(project.read(".gitlab/hextet-plan.yml"));
    expect(at(template, ".hextet-plan", "script")).toContain(
      'npx --no hextet plan check "$HEXTET_STACK" --plan plan.json --base "$HEXTET_BASE"',
    );
  });

  it("changes nothing the second time, and adds what is asked for later", async () => {
    const project = makeProject();
    await project.hextet("init", ...FROM);
    const before = project.tree(".");
    const again = await project.hextet("init", ...FROM);
    expect([again.status, again.stderr.match(/^wrote/m)]).toEqual([0, null]);
    expect(project.tree(".")).toEqual(before);
    project.write("blueprints/dual-stack-web.yaml", "# edited\n");
    const later = await project.hextet("init", "--pre-commit");
    expect([later.status, later.stderr.match(/^wrote.*/gm)]).toEqual([
      0,
      ["wrote   .pre-commit-config.yaml"],
    ]);
    expect(project.read("blueprints/dual-stack-web.yaml")).toBe("# edited\n");
  });

  it("takes a package.json that asks for Hextet, and files that do as well", async () => {
    const project = makeProject();
    const manifest = JSON.stringify({ name: "mine", dependencies: { hextet: "file:../hextet.tgz" } });
    project.write("package.json", manifest);
    project.write(".gitignore", "node_modules/\n*.log\n");
    const { status, stderr } = await project.hextet("init", ...FROM);
    expect(status).toBe(0);
    expect(findingLines(stderr)).toEqual([
      ".gitignore: warning: it is there already, and lacks the lines .terraform/ terraform.tfstate.d/ *.tfstate *.tfstate.* *.tfplan [init/file-differs]",
    ]);
    expect(project.read("package.json")).toBe(manifest);
    expect(project.read(".gitignore")).toBe("node_modules/\n*.log\n");
  });

  it.each([
    ["package.json", '{ "name": "mine" }', 'devDependencies "hextet": "0.1.0"'],
    ["package.json", "no JSON", "a JSON object"],
    ["cdktf.json", '{ "app": "npx ts-node main.ts" }', '"app": "node node_modules/hextet/src/app.js"'],
    ["blueprints/dual-stack-web.yaml", "name: other\n", "what this command would write"],
  ])("writes nothing where %s says %j", async (file, text, lacks) => {
    const project = makeProject();
    project.write(file, text);
    const { status, stdout, stderr } = await project.hextet("init", ...FROM);
    expect([status, stdout]).toEqual([1, ""]);
    expect(findingLines(stderr)).toEqual([
      `${file}: error: it is there already, and lacks ${lacks} [init/file-differs]`,
    ]);
    expect(project.tree(".")).toEqual({ [file]: text });
  });

  it("names what package.json lacks for cdktf-cli", async () => {
    const project = makeProject();
    project.write("package.json", JSON.stringify({ devDependencies: { hextet: "0.1.0" } }));
    const { status, stderr } = await project.hextet("init", ...FROM, "--cdktf-cli");
    expect(status).toBe(1);
    expect(stderr).toContain('overrides "@cdktf/node-pty-prebuilt-multiarch":');
    expect(stderr).toContain('devDependencies "cdktf-cli": "0.21.0"');
  });

  it("leaves what stands in the place of a file or a folder", async () => {
    const project = makeProject();
    project.write(".vscode", "no folder");
    mkdirSync(project.path("cdktf.json"));
    symlinkSync("nowhere", project.path(".gitignore"));
    const { status, stderr } = await project.hextet("init", ...FROM);
    expect(status).toBe(1);
    expect(findingLines(stderr).map((line) => line.split(":")[0])).toEqual([
      ".gitignore",
      ".vscode/extensions.json",
      ".vscode/settings.json",
      "cdktf.json",
    ]);
    expect(readdirSync(project.folder).sort()).toEqual([".gitignore", ".vscode", "cdktf.json"]);
  });

  it.each([
    [["init"], "begin with which system? --from <system>\n  1  byoip"],
    [["init", "--from", "dual-stack-wep"], 'did you mean "dual-stack-web"?'],
    [["init", "--from", "../../etc/passwd"], 'there is no system "../../etc/passwd": one of'],
    [["init", "--from", "\u001b[2Jx"], 'there is no system "\\x1b[2Jx"'],
    [["init", "", ...FROM], "the folder has no name"],
    [["init", "a\u001b[2J\nb", ...FROM], "cannot be seen: a\\x1b[2J\\x0ab"],
    [["init", "a\u202eb", ...FROM], "cannot be seen"],
    [["init", ...FROM, "--name", "../x"], '--name "../x": a name has up to 32 small letters'],
    [["init", ...FROM, "--name", "x${y}"], '--name "x${y}": a name has up to 32 small letters'],
    [["init", ...FROM, "--git-hub"], "Did you mean --github?"],
    [["init", "a", "b", ...FROM], "too many arguments"],
  ])("refuses %j, and says why", async (args, words) => {
    const project = makeProject();
    const { status, stdout, stderr } = await project.hextet(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(readdirSync(project.folder)).toEqual([]);
  });

  it.each([
    ["file", "it is no folder"],
    ["file/deep", "a part of the path is no folder (ENOTDIR)"],
  ])("says once that %s cannot be a folder", async (folder, words) => {
    const project = makeProject();
    project.write("file", "mine");
    const { status, stderr } = await project.hextet("init", folder, ...FROM);
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([`${folder}: error: ${words} [init/unwritable]`]);
    expect(project.tree(".")).toEqual({ file: "mine" });
  });

  it("ends where nobody can make a folder", async () => {
    const { status, stderr } = await makeProject().hextet("init", "/proc/nobody/shop", ...FROM);
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([expect.stringMatching(/^\/proc.*\[init\/unwritable\]$/)]);
  });

  it("quotes the folder in the command that it prints", async () => {
    const project = makeProject();
    const { stdout } = await project.hextet("init", "it's $(mine); rm", ...FROM);
    expect(stdout).toContain(`  cd 'it'\\''s $(mine); rm' && npm install\n`);
    expect(at(jsonOf(project.read("it's $(mine); rm/package.json")), "name")).toBe("it-s-mine-rm");
  });

  it("calls no package like what it depends on", async () => {
    const project = makeProject();
    await project.hextet("init", "hextet", ...FROM);
    expect(at(jsonOf(project.read("hextet/package.json")), "name")).toBe("network");
  });
});

describe("what is written when one of the files cannot be", () => {
  it("is nothing, and no folder is left behind", () => {
    const project = makeProject();
    project.write("there/taken", "mine");
    const files = ["new/a", "there/b", "there/deep/c", "there/taken", "d"].map((path) => ({
      path,
      text: "new",
    }));
    expect(() => writeNewFiles(project.folder, files)).toThrow("EEXIST");
    expect(project.tree(".")).toEqual({ "there/taken": "mine" });
    expect(readdirSync(project.folder)).toEqual(["there"]);
    expect(readdirSync(project.path("there"))).toEqual(["taken"]);
  });
});

describe("the question which blueprint to begin with", () => {
  const systems = startingBlueprints();

  async function answer(text: string) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(text);
    const chosen = await askSystem(systems, { input, output, columns: 80 });
    return { chosen: chosen?.name ?? null, said: String(output.read()) };
  }

  it("is answered by a name or a number", async () => {
    expect((await answer("rds-dual-stack\n")).chosen).toBe("rds-dual-stack");
    expect((await answer(" 1 \n")).chosen).toBe("byoip");
  });

  it("is asked again, with what was typed made visible", async () => {
    const { chosen, said } = await answer("0\n\u001b[2J\nipam\n");
    expect(chosen).toBe("ipam");
    expect(said).toContain('there is no "0"');
    expect(said).toContain('there is no "\\x1b[2J"');
    expect(said).toMatch(/^ {2}1 {2}byoip +\S.*$/m);
  });

  it("has no answer when the input ends", async () => {
    expect((await answer("")).chosen).toBeNull();
  });
});

describe("every blueprint that comes with Hextet", () => {
  const systems = startingBlueprints();

  it("is one of the committed ones; those that take values of another's stack are no beginning", () => {
    const files = readdirSync(join(ROOT, "blueprints")).filter((file) => file.endsWith(".yaml"));
    const takers = ["hub-spoke-dual-stack.yaml", "hub-spoke-ipv6-only.yaml"];
    expect([...systems.map(({ name }) => `${name}.yaml`), ...takers].sort()).toEqual(files.sort());
  });

  it.each(systems)("$name is valid under another name, and makes a stack", (system) => {
    const text = adaptBlueprint(system, "mine");
    const { networks, findings } = compile([{ file: "mine.yaml", text }], "2026-01-01");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const stack = jsonOf(networks.map(stackText).join(""));
    expect(at(stack, "terraform", "required_providers", "aws", "version")).toBe("~> 6.0");
    expect(text).not.toMatch(/^\s*project: (?!mine$)/m);
    expect(text).not.toContain("=../src/");
  });

  it("keeps the provider's version where it has one of its own", () => {
    const text = "# yaml-language-server: $schema=x\nname: a\nregion: b\nterraform: { awsProvider: {} }\n";
    const adapted = adaptBlueprint({ name: "a", description: "", text }, "mine");
    expect(adapted).toContain("name: mine\nregion: b\nterraform: { awsProvider: {} }\n");
  });
});

describe("hextet schema", () => {
  const committed = readFileSync(join(ROOT, "src/blueprint/blueprint.schema.json"), "utf8");

  it("prints the schema, or with --path where it is", async () => {
    const project = makeProject();
    const printed = await project.hextet("schema");
    expect([printed.status, printed.stdout === committed, printed.stderr]).toEqual([0, true, ""]);
    const { status, stdout } = await project.hextet("schema", "--path");
    expect([status, readFileSync(stdout.trimEnd(), "utf8") === committed]).toEqual([0, true]);
  });
});
