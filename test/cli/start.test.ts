import { describe, expect, it } from "vitest";
import { makeProject, ROOT, smallBlueprint } from "./project.ts";

/** Prints which modules were loaded, by package or by file, but for the parts of Hextet's own code and what starts them; CDKTF is a part of its own. */
const LIST_MODULES = `
  process.on("exit", () => {
    const own = /\\/dist\\/(?!part-engine)|\\/src\\/start\\//;
    const loaded = Object.keys(require.cache).filter((file) => !own.test(file)).map((file) =>
      (file.match(/node_modules\\/(@[^/]+\\/[^/]+|[^/]+)/) ?? file.match(/\\/(?:part-)?(\\w+)[^/]*$/))?.[1]);
    require("node:fs").writeFileSync("loaded.json", JSON.stringify([...new Set(loaded)]));
  });
`;

describe("starting", () => {
  async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    project.write("list.cjs", LIST_MODULES);
    const command = ["--require", "./list.cjs", `${ROOT}src/hextet.js`, ...args];
    const { status } = await project.command(process.execPath, command);
    expect(status).toBe(0);
    return JSON.parse(project.read("loaded.json"));
  }

  it.each([["validate"], ["addresses"], ["explain", "--list"], ["--help"]])(
    "%s loads no CDKTF, no compiler and no library",
    async (...args) => {
      expect(await loadedBy(...args)).toEqual(["list"]);
    },
  );

  it("synth loads CDKTF, and can be seen to", async () => {
    expect(await loadedBy("synth")).toEqual(["list", "engine"]);
  });
});
