import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type CommandServer, startCommandServer } from "../support/killed/command-server.ts";
import { everyKill } from "../support/killed/kills.ts";
import { SCENARIOS } from "../support/killed/scenarios.ts";
import { setStage } from "../support/killed/stage.ts";
import { tryKills } from "../support/killed/try-kill.ts";
import { findingLines, hasStackTrace, makeProject, ROOT, smallBlueprint } from "./project.ts";

const COMMAND = `"${process.execPath}" "${ROOT}src/hextet.js"`;

/** The kills of a scenario that are tried here, evenly spread; `npm run fuzz:kill` tries all of them. */
const TRIES: Readonly<Record<string, number>> = {
  synth: 6,
  "first synth": 2,
  cdktf: 2,
  fmt: 2,
  import: 3,
  "import --force": 3,
  adopt: 4,
};

describe("a command that is killed at an operation on files", () => {
  let server: CommandServer;
  beforeAll(() => {
    server = startCommandServer();
  });
  afterAll(() => server.stop());

  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    "leaves what was there or what was wanted, whole, or is finished by the next run: %s",
    async (name, scenario) => {
      const stage = await setStage(scenario, server);
      onTestFinished(() => stage.remove());
      const kills = everyKill(stage);
      const step = Math.floor(kills.length / (TRIES[name] ?? 0));
      const left: string[] = [];
      for (const kill of kills.filter((_, index) => index % step === step - 1)) {
        const tried = await tryKills(stage, [kill], server);
        expect(tried, JSON.stringify(kill)).toMatchObject({ problems: [], isKilled: true });
        left.push(tried.left);
      }
      // Once the new one is decided there is no way back.
      expect(left.join(" ")).toMatch(/^(old ?)*(interrupted ?)*(new ?)*$/);
      if (name === "synth") expect(left).toContain("interrupted");
    },
  );

  it("is finished by a run that is killed as well", async () => {
    const [synth] = SCENARIOS;
    if (synth === undefined) throw new Error("there is no scenario");
    const stage = await setStage(synth, server);
    onTestFinished(() => stage.remove());
    const at = stage.operations.findIndex((line) => /^renameSync .*journal.*\/1$/.test(line)) + 1;
    // The second run begins with what the first has left to do.
    const kills = [
      { at, how: "before" },
      { at: 2, how: "half" },
    ] as const;
    expect(await tryKills(stage, kills, server)).toMatchObject({ problems: [], left: "interrupted" });
  });
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
