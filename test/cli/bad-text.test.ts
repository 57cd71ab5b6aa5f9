import { describe, expect, it } from "vitest";
import { findingLines, hasStackTrace, makeProject, smallBlueprint } from "./project.ts";

const GOOD = smallBlueprint("good");

/** Text that is no blueprint, by the file's name, and the rule that must be found in it. */
const BAD: Readonly<Record<string, readonly [rule: RegExp, text: string]>> = {
  "not-yaml.yaml": [/^yaml\//, "}{ : ] not yaml"],
  "empty.yaml": [/^yaml\/empty$/, ""],
  "only-comment.yaml": [/^yaml\/empty$/, "# nothing\n"],
  "tabs.yaml": [/^yaml\//, GOOD.replace("  vpc:", "\tvpc:")],
  "two-documents.yaml": [/^yaml\/multiple-documents$/, `${GOOD}---\n${GOOD}`],
  "duplicate-key.yaml": [/^yaml\/duplicate-key$/, `${GOOD}region: eu-west-2\n`],
  "alias-bomb.yaml": [
    /^(yaml|schema)\//,
    `x-a: &a [1,1,1,1,1,1,1,1,1]\n${"bcdefghi"
      .split("")
      .map((name, index) => `x-${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(",")}]\n`)
      .join("")}${GOOD}tags: *i\n`,
  ],
  "nesting.yaml": [/^yaml\//, `x-deep: ${"[".repeat(500_000)}`],
  "ten-megabytes.yaml": [/^(yaml|file)\//, `x-deep: ${"[".repeat(10 * 1024 * 1024)}`],
  "proto.yaml": [/^(yaml|schema)\//, `${GOOD}__proto__: { polluted: true }\n`],
  "nested-proto.yaml": [
    /^(yaml|schema)\//,
    GOOD.replace("    app:", "    __proto__: { addressing: dual-stack }\n    app:"),
  ],
  "unquoted-ipv6.yaml": [
    /^yaml\//,
    `${GOOD}  prefixLists: { p: { addressFamily: IPv6, entries: { e: { cidr: :: } } } }\n`,
  ],
  "parent-name.yaml": [/^schema\//, smallBlueprint("../../escaped")],
  "space-name.yaml": [/^schema\//, smallBlueprint('"a b"')],
  "template-name.yaml": [/^schema\//, smallBlueprint('"$\u007bpath.root}"')],
  "escape-codes.yaml": [/^yaml\//, `${GOOD}\u001b[2J: 1\n`],
  "list.yaml": [/^yaml\/not-a-map$/, "- a\n- b\n"],
};

describe("text that is no blueprint", () => {
  it("gives findings with file, line and column for every file, and never a stack trace", async () => {
    const texts = Object.fromEntries(Object.entries(BAD).map(([name, [, text]]) => [name, text]));
    const project = makeProject({ ...texts, "good.yaml": GOOD });
    const { status, stdout, stderr } = await project.hextet("validate");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(hasStackTrace(stderr)).toBe(false);
    expect(stderr.replaceAll("\n", "")).not.toMatch(/[\p{Cc}]/u);
    const lines = findingLines(stderr);
    for (const [name, [rule]] of Object.entries(BAD)) {
      const rules = lines
        .filter((line) => line.startsWith(`blueprints/${name}:`))
        .map((line) => /\[([^\]]+)\]$/.exec(line)?.[1]);
      expect(rules, name).toContainEqual(expect.stringMatching(rule));
    }
    expect(lines.filter((line) => line.startsWith("blueprints/good.yaml:"))).toEqual([]);
  });

  it("writes nothing, not even for the good blueprint beside it", async () => {
    const project = makeProject({ "bad.yaml": smallBlueprint("../../escaped"), "good.yaml": GOOD });
    const { status } = await project.hextet("synth");
    expect(status).toBe(1);
    expect(project.exists("generated")).toBe(false);
    expect(Object.keys(project.tree("."))).toHaveLength(2);
  });
});

describe("two blueprints of one name", () => {
  it("are an error in the second, which names the first", async () => {
    const project = makeProject({ "a.yaml": smallBlueprint("app"), "b.yaml": smallBlueprint("app") });
    const { status, stderr } = await project.hextet("validate");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      'blueprints/b.yaml:2:7: error: the name "app" is taken by blueprints/a.yaml [blueprint/duplicate-name]',
    ]);
  });
});
