import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeProject, ROOT, smallBlueprint } from "./project.ts";

const WITH_WARNING = `${smallBlueprint("app")}accept:
  - { rule: nat-gateway-single-zone, at: network, reason: nothing to accept here }
`;

describe("-f FORMAT=FILE", () => {
  it.each(["validate", "check"])("is explained where --help of %s says", async (command) => {
    const { stdout } = await makeProject().hextet(command, "--help");
    const [, page = ""] = /^An example of each format: (.*)$/m.exec(stdout) ?? [];
    expect(page).toMatch(/outputs\.md$/);
    expect(existsSync(page)).toBe(true);
  });

  it.each([
    ["validate", "-f", "json=FILE"],
    ["check", "-f", "sarif=FILE"],
    ["graph", "-o", "FILE"],
    ["reach", "-f", "html=FILE"],
    ["stacks", "-f", "json=FILE"],
  ])("%s %s %s is written over no blueprint and no stack, by whatever path", async (...args) => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write("generated/stacks/app/cdk.tf.json", "{}");
    symlinkSync("blueprints/app.yaml", project.path("link"));
    for (const file of ["blueprints/app.yaml", "./blueprints/../link", "generated/stacks/app/cdk.tf.json"]) {
      const { status, stderr } = await project.hextet(...args.map((one) => one.replace("FILE", file)));
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(
          /: error: a (blueprint|stack's Terraform JSON) is there \[output\/unwritable\]/,
        ),
      ]);
    }
    expect(project.read("blueprints/app.yaml")).toBe(smallBlueprint("app"));
    expect(project.read("generated/stacks/app/cdk.tf.json")).toBe("{}");
  });

  it("takes no file twice, however it is spelt", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write("a.out", "");
    symlinkSync("a.out", project.path("b.out"));
    for (const other of ["a.out", "./a.out", "blueprints/../a.out", "b.out", project.path("a.out")]) {
      const { status, stderr } = await project.hextet("validate", "-f", "json=a.out", "-f", `sarif=${other}`);
      expect([status, stderr]).toEqual([2, expect.stringContaining("The file is named twice.")]);
    }
  });

  it("writes each file whole and leaves nothing else, while one format goes to stdout", async () => {
    const project = makeProject({ "bad.yaml": "}{", "app.yaml": WITH_WARNING });
    const files = ["-f", "sarif=out/a.sarif", "--format", "junit=out/a.xml", "-f", "gitlab=out/a.json"];
    mkdirSync(project.path("out"));
    project.write("out/a.xml", "before");
    const { status, stdout, stderr } = await project.hextet("validate", "-f", "compact", ...files);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout.split("\n")).toHaveLength(3);
    expect(readdirSync(project.path("out")).sort()).toEqual(["a.json", "a.sarif", "a.xml"]);
    expect(JSON.parse(project.read("out/a.sarif")).runs[0].results).toHaveLength(2);
    expect(project.read("out/a.xml")).toMatch(/^<\?xml .*<\/testsuites>\n$/s);
    expect(JSON.parse(project.read("out/a.json"))).toHaveLength(2);
  });

  it("shows the findings on stderr as well where every format has a file", async () => {
    const project = makeProject({ "bad.yaml": "}{" });
    const { status, stdout, stderr } = await project.hextet("check", "-f", "compact=a.txt");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("1 error in blueprints/bad.yaml");
    expect(project.read("a.txt")).toMatch(/^blueprints\/bad\.yaml:1:\d+: error: .*\n$/);
  });

  it("names a file that it cannot write, and fails", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const missing = await project.hextet("validate", "-f", "json", "-f", "sarif=no/a.sarif");
    expect(missing.status).toBe(1);
    expect(JSON.parse(missing.stdout).findings).toEqual([]);
    expect(missing.stderr).toContain("no/a.sarif: error: there is no folder no [output/unwritable]");
    const folder = await project.hextet("validate", "-f", "sarif=blueprints");
    expect(folder.stderr).toContain("blueprints: error: it is a folder (EISDIR) [output/unwritable]");
    expect(readdirSync(project.folder)).toEqual(["blueprints"]);
  });

  it("writes through a symbolic link, and into a pipe", async () => {
    const project = makeProject({ "bad.yaml": "}{" });
    project.write("real.txt", "before");
    symlinkSync("real.txt", project.path("link.txt"));
    await project.hextet("validate", "-f", "compact=link.txt");
    expect(project.read("real.txt")).toContain("blueprints/bad.yaml:1:");
    const command = `"${process.execPath}" "${ROOT}src/hextet.js" validate -f compact=/dev/stdout | cat`;
    const piped = await project.command("sh", ["-c", command]);
    expect(piped.stdout).toContain("blueprints/bad.yaml:1:");
  });
});

describe("what fails", () => {
  it.each([
    [[], 0],
    [["--fail-on", "error"], 0],
    [["--fail-on", "warning"], 1],
    [["--fail-on", "note"], 1],
    [["--strict"], 1],
    [["--max-warnings", "1"], 0],
    [["--max-warnings", "0"], 1],
  ])("validate with %j and one warning: %d", async (flags, expected) => {
    const { status, stderr } = await makeProject({ "app.yaml": WITH_WARNING }).hextet("validate", ...flags);
    expect(status).toBe(expected);
    expect(stderr).toContain("[accept-unused]");
    expect(stderr.includes("hextet: warnings: 1, --max-warnings 0")).toBe(flags.includes("0"));
  });

  it("check compares all the same, and says 1 before 4", async () => {
    const project = makeProject({ "app.yaml": WITH_WARNING });
    const stale = await project.hextet("check", "-f", "compact");
    expect(stale.status).toBe(4);
    const both = await project.hextet("check", "-f", "compact", "--fail-on", "warning");
    expect(both.status).toBe(1);
    expect(both.stdout).toBe(stale.stdout);
    expect(both.stdout).toContain("[output/missing]");
  });
});

describe("validate -", () => {
  const piped = (input: string, ...args: readonly string[]) => {
    const project = makeProject({ "other.yaml": "}{" });
    project.write("input", input);
    const command = `"${process.execPath}" "${ROOT}src/hextet.js" validate "$@" < input`;
    return project.command("sh", ["-c", command, "sh", ...args]);
  };

  it("reads a blueprint from standard input, and nothing else", async () => {
    const good = await piped(smallBlueprint("app"), "-");
    expect([good.status, good.stderr]).toEqual([0, "1 blueprint valid\n"]);
    const bad = await piped(smallBlueprint("app").replace("slot", "slto"), "-", "-f", "compact");
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/^<stdin>:9:\d+: error: unknown key "slto"/);
    expect(bad.stdout).not.toContain("other.yaml");
  });

  it("reads it beside files, and refuses what is no text", async () => {
    const both = await piped(smallBlueprint("app"), "-", "blueprints/other.yaml", "-f", "compact");
    expect(both.stdout).toMatch(/^blueprints\/other\.yaml:1:/);
    const empty = await piped("", "-", "-f", "compact");
    expect([empty.status, empty.stdout]).toEqual([1, expect.stringMatching(/^<stdin>: error: /)]);
    const zero = await piped("a: \u0000", "-", "-f", "compact");
    expect(zero.stdout).toContain("<stdin>: error: the file is not UTF-8 text [file/not-text]");
  });
});
