import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingLines, hasStackTrace, makeProject, ROOT, smallBlueprint } from "./project.ts";

/** Loaded before the command: kills the process, without any last word, before a change of the output. */
const KILLER = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
let left = Number(process.env.KILL_AT);
for (const name of ["mkdirSync", "renameSync", "rmSync", "writeFileSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (/generated/.test(String(args[0])) && !/hextet-.*generated/.test(String(args[0])) && --left === 0) process.kill(process.pid, "SIGKILL");
    return real(...args);
  };
}
syncBuiltinESMExports();
`;

const COMMAND = `"${process.execPath}" "${ROOT}src/hextet.js"`;

describe("hextet synth, killed", () => {
  it("is told of by check, and finished by the next run, even where a blueprint is wrong by then", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "web.yaml": smallBlueprint("web") });
    project.write("killer.mjs", KILLER);
    await project.hextet("synth");
    const old = project.tree("generated");
    for (const name of ["app", "web"])
      project.write(`blueprints/${name}.yaml`, smallBlueprint(name).replace("slot: 1", "slot: 2"));
    await project.hextet("synth", "--output", "wanted");
    /** Kills a run before that change; answers what is there once the next run, which fails, has come by. */
    const killedAt = async (at: number) => {
      await project.command("rm", ["-rf", "generated"]);
      for (const [path, content] of Object.entries(old)) project.write(`generated/${path}`, content);
      const env = { NODE_OPTIONS: `--import ${project.path("killer.mjs")}`, KILL_AT: String(at) };
      const { stdout } = await project.command("sh", ["-c", `${COMMAND} synth; echo $?`], env);
      const isDecided = readdirSync(project.path("generated")).some((name) => name.includes("journal"));
      const told = findingLines((await project.hextet("check")).stderr);
      expect(told.some((line) => line.includes("[output/interrupted]"))).toBe(isDecided);
      project.write("blueprints/wrong.yaml", "}{");
      expect((await project.hextet("synth")).status).toBe(1);
      await project.command("rm", ["blueprints/wrong.yaml"]);
      return { ended: stdout === "0\n", whole: project.tree("generated") };
    };
    const known = [old, project.tree("wanted")].map((tree) => JSON.stringify(tree));
    const seen: number[] = [];
    for (let at = 1, ended = false; !ended; at += 5) {
      const result = await killedAt(at);
      ended = result.ended;
      expect(known, `killed at ${at}`).toContain(JSON.stringify(result.whole));
      seen.push(known.indexOf(JSON.stringify(result.whole)));
    }
    expect(seen.join("")).toMatch(/^0+1+$/);
  }, 1_200_000);
});

describe("what cannot be written", () => {
  it.each([
    ["addresses > /dev/full"],
    ["validate --format json > /dev/full"],
    ["explain --list > /dev/full"],
    ["runbook > /dev/full"],
  ])("hextet %s is one line, without a trace", async (command) => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stderr } = await project.command("sh", ["-c", `${COMMAND} ${command}`]);
    expect([status, hasStackTrace(stderr)]).toEqual([1, false]);
    expect(stderr).toContain(
      "hextet: standard output cannot be written: no space is left on the device (ENOSPC)\n",
    );
  });

  it("hextet validate 2> /dev/full fails in silence, for nobody can be told", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stdout } = await project.command("sh", ["-c", `${COMMAND} validate 2> /dev/full`]);
    expect([status, stdout]).toEqual([1, ""]);
  });

  it("hextet migrate plan says so where there is no place for temporary files", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const text = smallBlueprint("app").replace("10.20.0.0/16", "10.20.0.0/16, existing: { id: vpc-0abc }");
    project.write("blueprints/app.yaml", text);
    project.write("no-folder", "");
    const { status, stderr } = await project.hextetWith(
      { TMPDIR: project.path("no-folder") },
      "migrate",
      "plan",
    );
    expect([status, hasStackTrace(stderr)]).toEqual([1, false]);
    expect(stderr).not.toContain("bug in Hextet");
    expect(stderr).toMatch(/^hextet: .*\(ENOTDIR\)$/m);
  });
});

describe("a text of a blueprint in a message", () => {
  const long = "9".repeat(900_000);

  it.each([
    ["a key", `${smallBlueprint("app")}${long}: 1\n`],
    ["a key of a map", smallBlueprint("app").replace("    app:", `    ${long}:`)],
    ["a value", smallBlueprint("app").replace("eu-west-1", `"${long}"`)],
    ["a value of words", smallBlueprint("app").replace("eu-west-1", `"${"no region ".repeat(90_000)}"`)],
    ["a name that is looked for", smallBlueprint("app").replace("slot: 1", `slot: 1, natGateway: ${long}`)],
    ["a CIDR", smallBlueprint("app").replace("10.20.0.0/16", `"${long}"`)],
    ["an anchor", smallBlueprint("app").replace("eu-west-1", `*${long}`)],
  ])("is cut: %s of 900,000 characters", async (_what, text) => {
    const project = makeProject({ "app.yaml": text });
    const { status, stderr } = await project.hextet("validate");
    expect(status).toBe(1);
    expect(findingLines(stderr).length).toBeGreaterThan(0);
    expect(stderr.length).toBeLessThan(10_000);
    const { stdout } = await project.hextet("validate", "--format", "json");
    expect(stdout.length).toBeLessThan(10_000);
  });
});
