import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, smallBlueprint } from "./project.ts";

const STACK = "generated/stacks/app";

function projectWith(paths: readonly string[], files: Readonly<Record<string, string>>): Project {
  const project = makeProject({
    "app.yaml": `${smallBlueprint("app")}extend: { terraform: ${JSON.stringify(paths)} }\n`,
  });
  for (const [name, text] of Object.entries(files)) project.write(`blueprints/${name}`, text);
  return project;
}

const SHOP = {
  "shop/b.tf": "locals {\n  b = 1\n}\n",
  "shop/a.tf.json": "{}",
  "shop/shop.auto.tfvars": "",
  "shop/notes.md": "mine",
  "shop/modules/x/main.tf": 'resource "aws_vpc" "main" {}',
};

describe("a folder in extend.terraform", () => {
  it("is the Terraform files in it, and what else is there is told", async () => {
    const project = projectWith(["shop/", "own.tf"], { ...SHOP, "own.tf": "" });
    const { status, stderr } = await project.hextet("synth");
    expect([status, findingLines(stderr)]).toEqual([
      0,
      ["blueprints/shop/: note: not copied: modules/, notes.md [extend/skipped]"],
    ]);
    expect(Object.keys(project.tree(STACK))).toEqual([
      "a.tf.json",
      "b.tf",
      "cdk.tf.json",
      "own.tf",
      "shop.auto.tfvars",
    ]);
    expect(JSON.parse(project.read(`${STACK}/cdk.tf.json`))["//"].extend).toEqual([
      "a.tf.json",
      "b.tf",
      "own.tf",
      "shop.auto.tfvars",
    ]);
    expect((await project.hextet("check")).status).toBe(0);
  });

  it("is read again by every command: a new file is missing in the output, one that is gone is extra", async () => {
    const project = projectWith(["shop/"], { "shop/b.tf": SHOP["shop/b.tf"] });
    await project.hextet("synth");
    project.write("blueprints/shop/c.tf", "");
    const more = await project.hextet("check");
    expect([more.status, more.stderr]).toEqual([
      4,
      expect.stringContaining(`${STACK}/c.tf: error: the file is not there`),
    ]);
    rmSync(project.path("blueprints/shop/b.tf"));
    expect((await project.hextet("check")).stderr).toContain(`${STACK}/b.tf: error:`);
    expect((await project.hextet("synth")).status).toBe(0);
    expect(Object.keys(project.tree(STACK))).toEqual(["c.tf", "cdk.tf.json"]);
  });

  it("and its files are judged as others are", async () => {
    const project = projectWith(["shop/", "edge/", "b.tf"], {
      ...SHOP,
      "b.tf": "",
      "edge/B.tf": "",
      "edge/cdk.tf.json": "{}",
      "edge/x.tf": "",
    });
    const { status, stderr } = await project.hextet("synth");
    const lines = findingLines(stderr).filter((line) => line.includes(" error: "));
    expect([status, lines.map((line) => line.replace(/^[^ ]+ error: | \[.*/g, ""))]).toEqual([
      1,
      [
        "shop/b.tf would be copied over b.tf: both are b.tf in the stack's folder",
        "edge/B.tf would be copied over shop/b.tf: both are B.tf in the stack's folder",
        "edge/cdk.tf.json would be copied over what Hextet makes: both are cdk.tf.json in the stack's folder",
      ],
    ]);
    expect(project.exists("generated")).toBe(false);
  });

  it("is refused where it is not there, no folder, empty or behind a symbolic link, as are links in it", async () => {
    const project = projectWith(["nowhere/", "file.tf/", "empty/", "link/", "shop/"], {
      "file.tf": "",
      "shop/a.tf": "",
    });
    mkdirSync(project.path("blueprints/empty"));
    project.write("outside/inner.tf", "theirs");
    symlinkSync("../outside", project.path("blueprints/link"));
    symlinkSync("../../outside/inner.tf", project.path("blueprints/shop/link.tf"));
    const { status, stderr } = await project.hextet("validate");
    expect([status, findingLines(stderr)]).toEqual([
      1,
      [
        "blueprints/empty/: error: there is no file in it that ends in .tf, .tf.json, .tfvars or .tfvars.json [extend/unreadable]",
        "blueprints/file.tf/: error: it is no folder [extend/unreadable]",
        "blueprints/link/: error: a symbolic link leads to it: only the folder itself is read [extend/unreadable]",
        "blueprints/nowhere/: error: there is no such folder [extend/unreadable]",
        "blueprints/shop/link.tf: error: a symbolic link leads to it: only the file itself is copied [extend/unreadable]",
      ],
    ]);
  });

  it.each(["../shop/", "/shop/", "shop/../../x/", "./", "/", "shop//"])(
    "has no path such as %s",
    async (path) => {
      const { status, stderr } = await projectWith([path], {}).hextet("validate");
      expect([status, stderr]).toEqual([1, expect.stringContaining("[schema/")]);
    },
  );
});
