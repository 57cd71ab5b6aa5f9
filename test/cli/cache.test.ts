import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import nodeModule from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeProject, type Project, smallBlueprint } from "./project.ts";

/** Where the cache lies in these tests. */
const CACHE = "cache";

function entriesOf(project: Project): readonly string[] {
  if (!project.exists(CACHE)) return [];
  return readdirSync(project.path(CACHE), { recursive: true, encoding: "utf8" })
    .filter((name) => /\/[0-9a-f]{64}$/.test(name))
    .map((name) => join(project.path(CACHE), name));
}

function cached(project: Project, ...args: readonly string[]) {
  return project.hextetWith({ HEXTET_CACHE: project.path(CACHE) }, ...args);
}

const three = {
  "app.yaml": smallBlueprint("app"),
  "web.yaml": smallBlueprint("web"),
  "job.yaml": smallBlueprint("job"),
};

describe("the cache", () => {
  it("gives the same bytes and words as a run without one, whether all, some or none is known", async () => {
    const project = makeProject({
      ...three,
      "job.yaml": smallBlueprint("job").replace("egress-only", "none"),
    });
    for (const description of ["For a test.", "Other.", "For a test."]) {
      project.write("blueprints/app.yaml", smallBlueprint("app", description));
      for (let again = 0; again < 2; again++) {
        const known = await cached(project, "synth", "--output", "known");
        const anew = await project.hextet("synth", "--output", "anew");
        expect(known.stderr.replaceAll("known/", "anew/")).toBe(anew.stderr);
        expect(known.status).toBe(anew.status);
        expect(project.tree("known")).toEqual(project.tree("anew"));
      }
    }
    const { stderr } = await cached(project, "validate");
    expect(stderr).toBe((await project.hextet("validate")).stderr);
  });

  it("finds again what did not change, and only that", async () => {
    const project = makeProject(three);
    await cached(project, "validate");
    expect(entriesOf(project)).toHaveLength(3);
    await cached(project, "synth");
    // The same three, and three stacks.
    const before = entriesOf(project).length;
    expect(before).toBe(6);
    project.write("blueprints/web.yaml", `${smallBlueprint("web")}tags: { team: web }\n`);
    const { stderr } = await cached(project, "synth");
    expect(stderr.match(/^wrote .*$/gm)).toEqual(["wrote   generated/stacks/web/cdk.tf.json"]);
    expect(entriesOf(project)).toHaveLength(before + 2);
  });

  it("shows the place of a finding that it knows", async () => {
    const project = makeProject({
      "app.yaml": smallBlueprint("app").replace("slot: 1", "slot: 1, internet: none"),
    });
    const [first, second] = [await cached(project, "validate"), await cached(project, "validate")];
    expect(first.status).toBe(1);
    expect(second.stderr).toBe(first.stderr);
    expect(first.stderr).toContain("blueprints/app.yaml:");
  });

  it("is no trouble when an entry is cut off, changed or empty", async () => {
    const project = makeProject(three);
    await cached(project, "synth");
    const tree = project.tree("generated");
    const damages = [
      (file: string) => truncateSync(file, statSync(file).size - 1),
      (file: string) => truncateSync(file, 0),
      (file: string) => writeFileSync(file, readFileSync(file).fill(7, 40, 44)),
    ];
    for (const damage of damages) {
      for (const file of entriesOf(project)) damage(file);
      const { status, stderr } = await cached(project, "synth");
      expect([status, stderr]).toEqual([0, "generated/ is up to date\n"]);
      expect(project.tree("generated")).toEqual(tree);
    }
  });

  it("is not used where anybody else may write, where it cannot be made, or when it is off", async () => {
    const project = makeProject(three);
    mkdirSync(project.path("open"));
    chmodSync(project.path("open"), 0o777);
    writeFileSync(project.path("file"), "");
    mkdirSync(project.path("own"), { mode: 0o700 });
    symlinkSync("own", project.path("link"));
    for (const [folder, reason] of [
      [
        project.path("open"),
        `hextet: cache: others may write into ${project.path("open")}: it is not used\n`,
      ],
      [project.path("file/below"), "hextet: cache: Error: ENOTDIR"],
      [project.path("link"), `hextet: cache: ${project.path("link")} is a symbolic link: it is not used\n`],
      ["off", null],
      [" OFF ", null],
    ] as const) {
      const { status, stderr } = await project.hextetWith(
        { HEXTET_CACHE: folder, HEXTET_DEBUG: "1" },
        "synth",
      );
      expect(status).toBe(0);
      if (reason === null) expect(stderr).not.toContain("hextet: cache:");
      // Once, though the start and the command both look for the folder.
      else expect(stderr.split(reason)).toHaveLength(2);
    }
    expect(readdirSync(project.path("open"))).toEqual([]);
    expect([project.exists("off"), project.exists(" OFF "), project.exists("OFF")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("keeps nothing of a project with hooks of its own", async () => {
    const project = makeProject(three);
    project.write(
      "hooks/mine.mjs",
      `export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply() { return { outputs: {} }; },
};\n`,
    );
    project.write("cdktf.json", JSON.stringify({ context: { hextetHooks: ["./hooks/mine.mjs"] } }));
    const { stderr, status } = await cached(project, "synth");
    expect([status, stderr]).toEqual([0, expect.stringContaining("wrote")]);
    expect(entriesOf(project)).toEqual([]);
  });

  it("is filled by threads where much is missing, with the same bytes", async () => {
    const names = Array.from({ length: 26 }, (_, index) => `app-${index}`);
    const project = makeProject(
      Object.fromEntries(names.map((name) => [`${name}.yaml`, smallBlueprint(name)])),
    );
    const [threads, alone] = [
      await cached(project, "synth", "--output", "threads"),
      await project.hextet("synth", "--output", "alone"),
    ];
    expect([threads.status, alone.status]).toEqual([0, 0]);
    expect(entriesOf(project)).toHaveLength(2 * names.length);
    expect(project.tree("threads")).toEqual(project.tree("alone"));
  });

  it("says what a thread was refused", async () => {
    const names = Array.from({ length: 26 }, (_, index) => `app-${index}`);
    const wrong = (name: string) => smallBlueprint(name).replace("dual-stack", "dualstack");
    const project = makeProject(
      Object.fromEntries(
        names.map((name) => [`${name}.yaml`, name === "app-7" ? wrong(name) : smallBlueprint(name)]),
      ),
    );
    const [threads, alone] = [await cached(project, "validate"), await project.hextet("validate")];
    expect(threads.status).toBe(1);
    expect(threads.stderr).toContain("blueprints/app-7.yaml:9:");
    expect(threads.stderr).toBe(alone.stderr);
  });

  it("keeps what was compiled, where Node can", async () => {
    const project = makeProject(three);
    await cached(project, "validate");
    expect(project.exists(`${CACHE}/compiled`)).toBe("enableCompileCache" in nodeModule);
  });

  it("lies where the system keeps what can be made again", async () => {
    const project = makeProject(three);
    await project.hextetWith({ HEXTET_CACHE: "", XDG_CACHE_HOME: project.path("xdg") }, "validate");
    expect(readdirSync(project.path("xdg"))).toEqual(["hextet"]);
    expect(statSync(project.path("xdg/hextet")).mode & 0o777).toBe(0o700);
  });
});
