import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingLines, makeProject, type Project, ROOT } from "./project.ts";

const STATE = readFileSync(join(ROOT, "test/support/fixtures/web-and-database.state.json"));
const HEXTET = "node_modules/hextet/src/hextet.js";

/** The modules of the bindings that the sources import. */
function bindingsInUse(): ReadonlySet<string> {
  const folder = join(ROOT, "src/stack");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/provider-aws\/lib\/([a-z0-9-]+)\//g)].map(([, name = ""]) => name),
    ),
  );
}

/** A project that has Hextet's sources installed, and bindings of its own beside; links, so that this takes no room. */
function installedProject(): Project {
  const project = makeProject();
  const modules = project.path("node_modules");
  for (const part of ["src", "package.json"])
    cpSync(join(ROOT, part), join(modules, "hextet", part), { recursive: true });
  const bindings = join(modules, "@cdktf/provider-aws");
  const used = bindingsInUse();
  cpSync(join(ROOT, "node_modules/@cdktf/provider-aws/package.json"), join(bindings, "package.json"));
  for (const name of used) {
    cpSync(join(ROOT, "node_modules/@cdktf/provider-aws/lib", name), join(bindings, "lib", name), {
      recursive: true,
    });
  }
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (["@cdktf", "cdktf", "hextet", ".cache", ".bin"].includes(name)) continue;
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  // What is bundled has no other copy: the sources are run.
  project.write("node_modules/hextet/dist", "no folder");
  project.write("state.json", STATE);
  return project;
}

function addCdktf(project: Project, place: string, version: string): void {
  const folder = project.path(place);
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(join(ROOT, "node_modules/cdktf"), folder, { recursive: true });
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  writeFileSync(
    join(folder, "package.json"),
    manifest.replace(/"version": "[^"]*"/, `"version": "${version}"`),
  );
}

async function importShop(project: Project): Promise<void> {
  const args = [HEXTET, "import", "--state", "state.json", "--name", "shop"];
  const { status, stdout } = await project.command(process.execPath, args);
  expect(status).toBe(0);
  project.write("blueprints/shop.yaml", stdout);
}

describe("a project", { timeout: 1_200_000 }, () => {
  it("with a second cdktf gets a refusal that names it, from every command that builds a stack", async () => {
    const project = installedProject();
    addCdktf(project, "node_modules/cdktf", "0.20.99");
    addCdktf(project, "node_modules/hextet/node_modules/cdktf", "0.21.0");
    await importShop(project);
    for (const args of [["synth"], ["check"], ["migrate", "plan"]]) {
      const { status, stderr } = await project.command(process.execPath, [HEXTET, ...args]);
      expect([args, status]).toEqual([args, 1]);
      expect(findingLines(stderr).filter((line) => line.includes(": error: "))).toEqual([
        "node_modules/cdktf: error: the bindings of AWS use another copy of cdktf, not Hextet's own: node_modules/cdktf (0.20.99) [engine/foreign-cdktf]",
      ]);
    }
    expect(project.exists("generated")).toBe(false);
  });

  it("with one cdktf has all 39 imports, each guarded against destruction", async () => {
    const project = installedProject();
    addCdktf(project, "node_modules/cdktf", "0.21.0");
    await importShop(project);
    expect((await project.command(process.execPath, [HEXTET, "synth"])).status).toBe(0);
    const text = project.read("generated/stacks/shop/cdk.tf.json");
    expect(JSON.parse(text).import).toHaveLength(39);
    expect(text.match(/"prevent_destroy": true/g)).toHaveLength(39);
  });
});
