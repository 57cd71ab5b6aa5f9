import { mkdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { at, parseJson } from "../support/json.ts";
import { entryOf, installHextet, MARK } from "./installed.ts";
import { ROOT } from "./project.ts";

const VALID = { status: 0, stdout: "", stderr: "1 blueprint valid\n" };

const HOOK = `import { addCliStep } from "hextet/cli-step";
import type { UserHook } from "hextet/hook";
export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply(stack, { network }) {
    const step = addCliStep(stack, network, { id: "mine", values: {}, create: "true\\n", destroy: null });
    return { outputs: { mine: step.id } };
  },
} satisfies UserHook;
`;

describe("a bundle", () => {
  it("is made at the first start beside the libraries, and used at the second", async () => {
    const { hextet, places, bundles, mark } = installHextet();
    expect(await hextet("validate")).toEqual(VALID);
    expect(bundles(places[0])).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(bundles(places[1])).toEqual([]);
    mark(places[0]);
    expect((await hextet("validate")).stdout).toBe(MARK);
  });

  it("is made anew when a source, a library or Hextet's own manifest has changed", async () => {
    const { hextet, project, places, bundles, mark, edit } = installHextet();
    await hextet("--version");
    mark(places[0]);
    edit("src/cli/hextet.ts", "Exit codes:", "How it ends:");
    expect((await hextet("--help")).stdout).toContain("How it ends:");
    expect(bundles(places[0])).toHaveLength(2);
    edit("package.json", '"version": "0.1.0"', '"version": "0.1.1"');
    expect((await hextet("--version")).stdout).toBe("0.1.1\n");
    expect(bundles(places[0])).toHaveLength(3);
    rmSync(project.path("node_modules/picocolors"));
    project.write("node_modules/picocolors/package.json", '{ "version": "9.9.9", "main": "./colors.js" }');
    project.write(
      "node_modules/picocolors/colors.js",
      `exports.createColors = () => { throw new Error("another library"); };`,
    );
    expect((await hextet("validate")).stderr).toContain("another library");
    expect(bundles(places[0])).toHaveLength(4);
  });

  it("is one of few: old ones go", async () => {
    const { hextet, places, bundles } = installHextet();
    mkdirSync(dirname(places[0]), { recursive: true });
    mkdirSync(places[0], { mode: 0o700 });
    for (let age = 1; age <= 8; age += 1) {
      const folder = join(places[0], `${age}-days-old`);
      mkdirSync(folder);
      utimesSync(folder, new Date(), new Date(Date.now() - age * 86_400_000));
    }
    expect(await hextet("validate")).toEqual(VALID);
    const [made = "", ...old] = bundles(places[0]).toSorted((a, b) => b.length - a.length);
    expect(made).toHaveLength(64);
    expect(old.toSorted()).toEqual(["1-days-old", "2-days-old", "3-days-old", "4-days-old"]);
  });

  it.each(["commonjs", "module"])(
    "serves what cdktf.json runs, with a hook in TypeScript as %s",
    async (type) => {
      const { project, places, bundles, spoil } = installHextet();
      project.write("package.json", JSON.stringify({ type }));
      project.write("hook.ts", HOOK);
      project.write("cdktf.json", JSON.stringify({ context: { hextetHooks: ["./hook.ts"] } }));
      const app = project.path("node_modules/hextet/src/app.js");
      const expectApplied = async () => {
        const ran = await project.command(process.execPath, [app], { TMPDIR: project.path("tmp") });
        expect(ran).toMatchObject({ status: 0, stderr: "" });
        const stack = parseJson(project.read("generated/stacks/app/cdk.tf.json"), "the stack");
        expect(at(stack, "output", "mine", "value")).toBe("${terraform_data.mine.id}");
        rmSync(project.path("generated"), { recursive: true });
      };
      await expectApplied();
      expect(bundles(places[0])).toHaveLength(1);
      // The sources themselves do the same.
      for (const place of places) spoil(place);
      await expectApplied();
    },
  );

  it("finds what the sources find", async () => {
    const { hextet, places, spoil } = installHextet();
    const corpora = ["test/blueprint/err", "test/blueprint/ok", "blueprints"].map((folder) =>
      join(ROOT, folder),
    );
    const bundled = await hextet("validate", "--format", "json", ...corpora);
    expect(bundled.stdout.length).toBeGreaterThan(10_000);
    for (const place of places) spoil(place);
    expect(await hextet("validate", "--format", "json", ...corpora)).toEqual(bundled);
  });
});

describe("a bundle that is broken", () => {
  it("is replaced", async () => {
    const { hextet, places, bundles, mark } = installHextet();
    await hextet("validate");
    const harms: Readonly<Record<string, (entry: string) => void>> = {
      "a file is missing": (entry) => rmSync(entry),
      "a file was cut off": (entry) => truncateSync(entry, 100),
      "the list is missing": (entry) => rmSync(join(dirname(entry), "files.json")),
      "the list is damaged": (entry) => writeFileSync(join(dirname(entry), "files.json"), '{ "cli.m'),
      "the list is empty": (entry) => writeFileSync(join(dirname(entry), "files.json"), "{}"),
    };
    for (const [what, harm] of Object.entries(harms)) {
      mark(places[0]);
      harm(entryOf(places[0]));
      expect(await hextet("validate"), what).toEqual(VALID);
      expect(bundles(places[0]), what).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    }
    mark(places[0]);
    expect((await hextet("validate")).stdout).toBe(MARK);
  });

  it("in a way that only Node sees is dropped; the sources are run, and the next start has a new one", async () => {
    const { hextet, places, bundles, mark } = installHextet();
    await hextet("validate");
    mark(places[0]);
    writeFileSync(entryOf(places[0]), "}".padEnd(statSync(entryOf(places[0])).size));
    expect(await hextet("validate")).toEqual(VALID);
    expect(bundles(places[0])).toEqual([]);
    expect(await hextet("validate")).toEqual(VALID);
    expect(bundles(places[0])).toHaveLength(1);
  });
});
