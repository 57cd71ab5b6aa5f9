import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { powershellString, sedReplacement, shellWord } from "../../../src/model/guests/quote.ts";
import { HOSTILE_TEXTS } from "../../support/hostile-text.ts";

const TEXTS = [
  ...HOSTILE_TEXTS,
  "$(touch /tmp/pwned) `id` ${HOME} $HOME",
  "'; rm -rf /; echo '",
  "'\\''",
  "a & b | c # d \\ e \\1 & \\&",
  "two\nlines",
  "!history *glob? [a] ~",
  "-n -e",
];

/** What the shell prints of a word of each text, all in one run. */
function printedBy(shell: string, texts: readonly string[]): readonly string[] {
  const script = texts.map((text) => `printf '%s\\001' ${shellWord(text)}`).join("\n");
  const { stdout, status } = spawnSync(shell, ["-s"], { input: script, encoding: "utf8" });
  expect(status).toBe(0);
  return stdout.split("\u0001").slice(0, -1);
}

describe("a shell word", () => {
  test.each(["sh", "bash"])("means exactly the text, says %s", (shell) => {
    expect(printedBy(shell, TEXTS)).toEqual(TEXTS);
  });

  test("means any text", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
        expect(printedBy("sh", texts)).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });
});

test.each(TEXTS)("sed puts %j as it is", (text) => {
  const command = `s#X#${sedReplacement(text)}#g`;
  const { stdout } = spawnSync("sed", ["-E", command], { input: "<X-X>\n", encoding: "utf8" });
  expect(stdout).toBe(`<${text}-${text}>\n`);
});

/** PowerShell's own reading of single-quoted strings and their sums: there is no PowerShell to ask here. */
function readPowershell(expression: string): string {
  const inner = expression.startsWith("(") ? expression.slice(1, -1) : expression;
  let [text, rest] = ["", inner];
  for (;;) {
    const quoted = /^'((?:[^'\u2018-\u201b]|(['\u2018-\u201b])\2)*)'( \+ (?=')|$)/u.exec(rest);
    if (quoted === null) throw new Error(`no PowerShell string: ${rest}`);
    text += (quoted[1] ?? "").replace(/(['\u2018-\u201b])\1/g, "$1");
    rest = rest.slice(quoted[0].length);
    if (quoted[3] === "") return text;
  }
}

describe("a PowerShell string", () => {
  const texts = [
    ...TEXTS,
    "\u2018a\u2019 \u201ab\u201b",
    "</powershell>",
    "a</b></c>",
    '$($env:TEMP) `n "x"',
  ];

  test.each(texts)("of %j means exactly that", (text) => {
    expect(readPowershell(powershellString(text))).toBe(text);
  });

  test("never ends the block that it stands in", () => {
    expect(powershellString("x</powershell>")).toBe("('x<' + '/powershell>')");
  });
});
