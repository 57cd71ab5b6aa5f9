import { describe, expect, it } from "vitest";
import { makeProject, ROOT, smallBlueprint } from "./project.ts";

/** Prints which CommonJS modules of packages were loaded; CDKTF and its bindings are such. */
const LIST_MODULES = `
  process.on("exit", () => {
    const loaded = Object.keys(require.cache).map((file) => file.match(/node_modules\\/(@[^/]+\\/[^/]+|[^/]+)/)?.[1]);
    require("node:fs").writeFileSync("loaded.json", JSON.stringify([...new Set(loaded)]));
  });
`;

describe("starting", () => {
  async function packagesOf(...args: readonly string[]): Promise<readonly string[]> {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write("list-modules.cjs", LIST_MODULES);
    const command = ["--require", "./list-modules.cjs", `${ROOT}src/hextet.js`, ...args];
    const { status } = await project.command(process.execPath, command);
    expect(status).toBe(0);
    return JSON.parse(project.read("loaded.json"));
  }

  it.each([["validate"], ["addresses"], ["explain", "--list"], ["--help"]])(
    "%s loads no CDKTF",
    async (...args) => {
      const packages = await packagesOf(...args);
      expect(packages.filter((name) => /^(cdktf|constructs|@cdktf\/.*)$/.test(name))).toEqual([]);
    },
  );

  it("loads no compiler and no Ajv once there is a bundle", async () => {
    expect(await packagesOf("--version")).not.toContain("ajv");
    const packages = await packagesOf("validate");
    expect(packages).toContain("yaml");
    expect(packages.filter((name) => /^(ajv|ajv-formats|esbuild|tsx)$/.test(name))).toEqual([]);
  });

  it("synth loads CDKTF, and can be seen to", async () => {
    expect(await packagesOf("synth")).toEqual(expect.arrayContaining(["cdktf", "@cdktf/provider-aws"]));
  });
});
