import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../../src");
const HOME = join("aws", "protocols.ts");
/** The laboratory shares nothing with the rest, so that it can contradict it. */
const HOMES = [HOME, join("lab", "protocols.ts")];
/** A comment, a string, or a number standing alone: whatever comes first is taken whole. */
const TOKEN =
  /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<![\w.])58(?![\w.])/g;

/** Lines on which the number of ICMPv6 stands as a number, or as a string of its own; prose about it may name it. */
function bare58(text: string): number[] {
  return [...text.matchAll(TOKEN)]
    .filter(([token]) => /^(58|"58"|'58'|`58`)$/.test(token) || /^`[\s\S]*\$\{\s*58\s*\}/.test(token))
    .map((match) => text.slice(0, match.index).split("\n").length);
}

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".generated.ts"))
  .sort();

test("the search sees numbers and strings, and overlooks comments and prose", () => {
  const placeholder = `$${"{58}"}`;
  expect(bare58(`const a = 58;\nf('58', "58");\nf(\`58\`, \`x${placeholder}\`)`)).toEqual([1, 2, 2, 3, 3]);
  expect(bare58('// 58\n/* 58 */ const x = "the protocol 58"; f(158, 5.58, 0x58, a58)')).toEqual([]);
});

test("58 stands once, in src/aws/protocols.ts, and once in the laboratory", () => {
  expect(files).toContain(HOME);
  const found = files.flatMap((file) =>
    bare58(readFileSync(join(SOURCE, file), "utf8")).map((line) =>
      HOMES.includes(file) ? file : `${file}:${line}`,
    ),
  );
  expect(found).toEqual(HOMES);
});
