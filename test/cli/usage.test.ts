import { describe, expect, it } from "vitest";
import { internalError } from "../../src/cli/internal-error.ts";
import { hasStackTrace, makeProject, ROOT, smallBlueprint } from "./project.ts";

/** A good blueprint with a warning: an acceptance that accepts nothing. */
const WITH_WARNING = `${smallBlueprint("app")}accept:
  - { rule: nat-gateway-single-zone, at: network, reason: nothing to accept here }
`;

describe("hextet", () => {
  it("prints help with examples and exit codes", async () => {
    const { status, stdout, stderr } = await makeProject().hextet("--help");
    expect([status, stderr]).toEqual([0, ""]);
    for (const word of [
      "validate",
      "synth",
      "check",
      "explain",
      "addresses",
      "runbook",
      "Examples:",
      "Exit codes:",
    ])
      expect(stdout).toContain(word);
  });

  it("prints its version", async () => {
    const { status, stdout } = await makeProject().hextet("--version");
    expect([status, stdout]).toEqual([0, "0.1.0\n"]);
  });

  it.each([
    [[], "Usage: hextet"],
    [["valdate"], "Did you mean validate?"],
    [["validate", "--fromat", "json"], "Did you mean --format?"],
    [
      ["validate", "--format", "xml"],
      "Allowed choices are pretty, compact, json, sarif, junit, github, gitlab, markdown.",
    ],
    [["addresses", "--format", "xml"], "Allowed choices are pretty, json."],
    [["validate", "-f", "json", "-f", "sarif"], "Two formats cannot share stdout"],
    [["validate", "-f", "json=a", "-f", "sarif=a"], "The file is named twice."],
    [["validate", "-f", "json="], "There is no file behind the equals sign."],
    [["check", "--fail-on", "fatal"], "Allowed choices are error, warning, note."],
    [["check", "--max-warnings", "-1"], "It is a whole number, 0 or more."],
    [["synth", "blueprints/app.yaml"], "too many arguments"],
    [["explain"], "which rule?"],
    [["explain", "dns64-without-nat64-rout"], 'did you mean "dns64-without-nat64-route"?'],
  ])("exits with 2 for %j, and says why", async (args, words) => {
    const { status, stdout, stderr } = await makeProject().hextet(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(hasStackTrace(stderr)).toBe(false);
  });
});

describe("warnings", () => {
  it("are shown and exit with 0; --strict makes them errors", async () => {
    const project = makeProject({ "app.yaml": WITH_WARNING });
    const lax = await project.hextet("validate");
    expect(lax.status).toBe(0);
    expect(lax.stderr).toMatch(/^blueprints\/app\.yaml:11:\d+: warning: .* \[accept-unused\]$/m);
    const strict = await project.hextet("validate", "--strict");
    expect(strict.status).toBe(1);
    expect(strict.stderr).toMatch(/^blueprints\/app\.yaml:11:\d+: error: .* \[accept-unused\]$/m);
  });

  it("let synth write, and with --strict they do not", async () => {
    const project = makeProject({ "app.yaml": WITH_WARNING });
    expect((await project.hextet("synth", "--strict")).status).toBe(1);
    expect(project.exists("generated")).toBe(false);
    const main = await project.main();
    expect(main.status).toBe(0);
    expect([main.stderr, main.stdout]).toEqual(["", expect.stringContaining("[accept-unused]")]);
    expect(project.exists("generated/manifest.json")).toBe(true);
  });
});

describe("colours", () => {
  it.each([
    [{ FORCE_COLOR: "1" }, [], true],
    [{ FORCE_COLOR: "0" }, [], false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, [], false],
    [{ FORCE_COLOR: "1" }, ["--no-color"], false],
    [{}, [], false],
  ])("with %j and %j: %s", async (env, args, expected) => {
    const project = makeProject({ "app.yaml": "}{" });
    const { stderr } = await project.hextetWith(env, "validate", ...args);
    expect(stderr.includes("\u001b[31merror:")).toBe(expected);
  });
});

describe("hextet addresses", () => {
  it("prints the plan to stdout, also of what is good beside an error", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "bad.yaml": "}{" });
    const { status, stdout, stderr } = await project.hextet("addresses");
    expect(status).toBe(1);
    expect(stderr).toContain("blueprints/bad.yaml:1:");
    expect(stdout).toMatch(/^1 +app +eu-west-1b +app_b +dual-stack +10\.20\.17\.0\/24 +<main \/56>11::\/64/m);
  });

  it("prints JSON when asked", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stdout } = await project.hextet("addresses", "blueprints/app.yaml", "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).stacks[0].subnets[0].ipv6).toBe("<main /56>10::/64");
  });
});

describe("hextet runbook", () => {
  it("prints Markdown to stdout, findings to stderr", async () => {
    const { status, stdout, stderr } = await makeProject({ "app.yaml": WITH_WARNING }).hextet("runbook");
    expect([status, stdout.split("\n")[0]]).toEqual([0, "# Runbook: app"]);
    expect(stderr).toContain("[accept-unused]");
  });

  it("is JSON when asked", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const { status, stdout } = await project.hextet("runbook", "blueprints/app.yaml", "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).runbooks[0].sections[0].title).toBe("The network");
  });
});

describe("hextet explain", () => {
  it.each([
    "dns64-without-nat64-route",
    "schema/unknown-key",
    "yaml/empty",
    "model/unknown-name",
    "file/not-text",
  ])("explains %s", async (rule) => {
    const { status, stdout, stderr } = await makeProject().hextet("explain", rule);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[0]).toBe(`${rule} (error)`);
    expect(stdout).toContain("\nWhy\n");
  });

  it("lists all rules, and takes a reader that leaves early", async () => {
    const project = makeProject();
    const list = `"${process.execPath}" "${ROOT}src/hextet.js" explain --list | head -n 1`;
    const { status, stdout, stderr } = await project.command("sh", ["-c", list]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^[a-z0-9/-]+ +(error|warning|note) +\S/);
  });
});

describe("an internal error", () => {
  const bug = () => {
    throw new Error("internal error: no tier app", { cause: new Error("the cause") });
  };

  it("is one line that says how to get the trace", () => {
    expect(bug).toThrow();
    expect(internalError(new Error("internal error: no\ntier", { cause: new Error("it") }))).toBe(
      "hextet: no tier: it (this is a bug in Hextet; HEXTET_DEBUG=1 shows the trace)\n",
    );
  });
});
