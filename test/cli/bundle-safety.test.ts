import { chmodSync, renameSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { installHextet, MARK } from "./installed.ts";
import { smallBlueprint } from "./project.ts";

const VALID = { status: 0, stdout: "", stderr: "1 blueprint valid\n" };
/** What the `hextet` command says under HEXTET_DEBUG=1 when it has to run the sources. */
const SLOW = "hextet: bundle: none, the sources are run\n";

describe("where the place beside the libraries cannot be written", () => {
  it("the bundle goes to a folder of the user's own among the temporary files", async () => {
    const { hextet, places, bundles, mark, spoil } = installHextet();
    spoil(places[0]);
    expect(await hextet("validate")).toEqual(VALID);
    expect(bundles(places[1])).toHaveLength(1);
    expect(await hextet("synth")).toMatchObject({ status: 0 });
    mark(places[1]);
    expect((await hextet("validate")).stdout).toBe(MARK);
  });

  it("nor the other one, the sources are run", async () => {
    const { hextetWith, places, spoil } = installHextet();
    spoil(places[0]);
    const env = { TMPDIR: "/nonexistent" };
    expect(await hextetWith(env, "validate")).toEqual(VALID);
    const { status, stderr } = await hextetWith({ ...env, HEXTET_DEBUG: "1" }, "validate");
    expect(status).toBe(0);
    expect(stderr).toContain(SLOW);
  });
});

describe("a bundle that others can have planted is not run:", () => {
  /** A marked bundle in the place among the temporary files, which works. */
  async function planted() {
    const installed = installHextet();
    const { hextet, places, mark, spoil } = installed;
    spoil(places[0]);
    await hextet("validate");
    mark(places[1]);
    expect((await hextet("validate")).stdout).toBe(MARK);
    return { ...installed, place: places[1] };
  }

  it("in a folder that others can write to", async () => {
    const { hextet, hextetWith, place } = await planted();
    for (const mode of [0o770, 0o707, 0o1777]) {
      chmodSync(place, mode);
      expect(await hextet("validate"), mode.toString(8)).toEqual(VALID);
    }
    expect((await hextetWith({ HEXTET_DEBUG: "1" }, "validate")).stderr).toContain(SLOW);
  });

  it("a bundle, or a file of it, that others can write to", async () => {
    const { hextet, place, bundles, mark } = await planted();
    const folder = join(place, bundles(place)[0] ?? "");
    chmodSync(folder, 0o777);
    expect(await hextet("validate")).toEqual(VALID);
    mark(place);
    chmodSync(join(folder, "cli.mjs"), 0o666);
    expect(await hextet("validate")).toEqual(VALID);
  });

  it("behind a link", async () => {
    const { hextet, place, project } = await planted();
    renameSync(place, project.path("elsewhere"));
    symlinkSync(project.path("elsewhere"), place);
    expect(await hextet("validate")).toEqual(VALID);
  });

  it("in a folder of another user", async () => {
    const { hextetWith, place, project } = await planted();
    // Only root can give files away; that this process is somebody else looks the same from inside.
    project.write("other-user.cjs", "process.getuid = () => 4711;");
    renameSync(place, join(dirname(place), "hextet-4711"));
    const env = { NODE_OPTIONS: `--require=${project.path("other-user.cjs")}` };
    expect(await hextetWith(env, "validate")).toEqual(VALID);
  });

  it("where others can put their folder in the place of ours", async () => {
    const { hextet, place } = await planted();
    chmodSync(dirname(place), 0o777);
    expect(await hextet("validate")).toEqual(VALID);
    chmodSync(dirname(place), 0o1777);
    expect((await hextet("validate")).stdout).toBe(MARK);
  });

  it("nor in the place beside the libraries", async () => {
    const { hextet, places, bundles, mark } = installHextet();
    await hextet("validate");
    mark(places[0]);
    chmodSync(places[0], 0o775);
    expect(await hextet("validate")).toEqual(VALID);
    expect(bundles(places[1])).toHaveLength(1);
  });
});

describe("starting", () => {
  it("three times at once for the first time works, and leaves one bundle", async () => {
    const { hextet, places, bundles } = installHextet();
    const first = [hextet("validate"), hextet("validate"), hextet("validate")];
    expect(await Promise.all(first)).toEqual([VALID, VALID, VALID]);
    expect(bundles(places[0])).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it("works in a project with a tsconfig.json that is no JSON", async () => {
    const { hextet, project } = installHextet();
    project.write("tsconfig.json", "{");
    expect(await hextet("validate")).toEqual(VALID);
  });

  it("with HEXTET_DEBUG=1 shows traces of the sources", async () => {
    const { hextetWith, project } = installHextet();
    project.write("blueprints/app.yaml", smallBlueprint("app"));
    project.write("no-clock.cjs", 'Date.prototype.toISOString = () => { throw new Error("no clock"); };');
    const env = { NODE_OPTIONS: `--require=${project.path("no-clock.cjs")}` };
    const { status, stderr } = await hextetWith({ ...env, HEXTET_DEBUG: "1" }, "validate");
    expect(status).toBe(3);
    expect(stderr).toMatch(/at compileAt \(.*node_modules\/hextet\/src\/cli\/compile-at\.ts:\d+:\d+\)/);
    expect(stderr).not.toContain(".mjs");
    const quiet = await hextetWith(env, "validate");
    expect(quiet).toEqual({
      status: 3,
      stdout: "",
      stderr: "hextet: no clock (this is a bug in Hextet; HEXTET_DEBUG=1 shows the trace)\n",
    });
  });
});
