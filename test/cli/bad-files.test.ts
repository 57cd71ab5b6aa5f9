import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingLines, hasStackTrace, makeProject, smallBlueprint } from "./project.ts";

describe("things among the blueprints that are none", () => {
  it("are findings about the file, and the others are still read", async () => {
    const project = makeProject({
      "binary.yaml": new Uint8Array([0x61, 0x00, 0x62]),
      "latin1.yaml": new Uint8Array([0x6e, 0x3a, 0x20, 0xe9]),
      "utf16.yaml": new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
      "wrong.yaml": smallBlueprint("wrong").replace("region", "regoin"),
      "good.yaml": smallBlueprint("good"),
      ".hidden.yaml": "}{",
      "README.md": "no blueprint",
    });
    mkdirSync(project.path("blueprints/folder.yaml"));
    symlinkSync("loop.yaml", project.path("blueprints/loop.yaml"));
    symlinkSync("nowhere", project.path("blueprints/broken.yaml"));
    execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", project.path("blueprints/pipe.yaml")]);
    const { status, stderr } = await project.hextet("validate");
    expect(status).toBe(1);
    expect(hasStackTrace(stderr)).toBe(false);
    const lines = findingLines(stderr);
    expect(lines.filter((line) => line.includes("[file/"))).toEqual([
      "blueprints/binary.yaml: error: the file is not UTF-8 text [file/not-text]",
      "blueprints/broken.yaml: error: there is no such file or folder, or it is a symbolic link to nothing (ENOENT) [file/not-found]",
      "blueprints/folder.yaml: error: a folder is no blueprint [file/not-a-file]",
      "blueprints/latin1.yaml: error: the file is not UTF-8 text [file/not-text]",
      "blueprints/loop.yaml: error: the symbolic link leads back to itself (ELOOP) [file/unreadable]",
      "blueprints/pipe.yaml: error: a named pipe is no blueprint [file/not-a-file]",
      "blueprints/utf16.yaml: error: the file is not UTF-8 text [file/not-text]",
    ]);
    const others = lines.filter((line) => !line.includes("[file/"));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((line) => !line.startsWith("blueprints/wrong.yaml:"))).toEqual([]);
  });

  it("are one line of JSON each when asked", async () => {
    const project = makeProject({ "a\nb.yaml": new Uint8Array([0]) });
    const { status, stdout, stderr } = await project.hextet("validate", "--format", "json");
    expect(status).toBe(1);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      findings: [
        {
          file: "blueprints/a\nb.yaml",
          line: null,
          column: null,
          endLine: null,
          endColumn: null,
          severity: "error",
          rule: "file/not-text",
          message: "the file is not UTF-8 text",
          hint: "save it in the encoding UTF-8",
          explain: "hextet explain file/not-text",
        },
      ],
      summary: { errors: 1, warnings: 0, notes: 0 },
    });
  });
});

describe("a folder", () => {
  it("in the folder of blueprints is read as well, at any depth, and with it what is wrong there", async () => {
    const project = makeProject({
      "app.yaml": smallBlueprint("app"),
      "edge/web.yml": smallBlueprint("web"),
      "edge/deep/er/shop.yaml": smallBlueprint("shop"),
      "edge/notes.txt": "none",
      ".git/hidden.yaml": "}{",
    });
    mkdirSync(project.path("elsewhere"));
    symlinkSync("../elsewhere", project.path("blueprints/linked"));
    expect((await project.hextet("validate")).stderr).toBe("3 blueprints valid\n");
    expect((await project.hextet("synth")).status).toBe(0);
    const stacks = Object.keys(project.tree("generated")).filter((path) => path.startsWith("stacks/"));
    expect(stacks).toEqual(["app", "shop", "web"].map((name) => `stacks/${name}/cdk.tf.json`));
    project.write("blueprints/edge/deep/er/shop.yaml", "}{");
    const { status, stderr } = await project.hextet("check");
    expect([status, findingLines(stderr)[0]]).toEqual([
      1,
      expect.stringMatching(/^blueprints\/edge\/deep\/er\/shop\.yaml:1:1: /),
    ]);
  });

  it("without blueprints is an error, so that a wrong folder never empties the output", async () => {
    const project = makeProject({ ".hidden.yaml": "", "notes.txt": "" });
    const { status, stderr } = await project.hextet("synth");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      "blueprints: error: there is no blueprint in this folder [file/no-blueprints]",
    ]);
    expect(project.exists("generated")).toBe(false);
  });

  it("that is not there is an error which says where to run", async () => {
    const { status, stderr } = await makeProject().hextet("validate");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      "blueprints: error: there is no such file or folder, or it is a symbolic link to nothing (ENOENT) [file/not-found]",
    ]);
    expect(stderr).toContain("= hint: run hextet in the folder that holds `blueprints/`, or name the path");
  });

  it("and a file in it, named together, are read once", async () => {
    const project = makeProject({ "a.yaml": smallBlueprint("app") });
    const { status, stderr } = await project.hextet("validate", "blueprints", "./blueprints/a.yaml");
    expect([status, stderr]).toEqual([0, "1 blueprint valid\n"]);
  });
});
