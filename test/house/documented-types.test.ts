import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SRC = new URL("../../src/", import.meta.url).pathname;
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".generated.ts"),
);

/** Exported types whose declaration follows no comment for readers. */
function undocumentedIn(file: string): readonly string[] {
  const text = readFileSync(SRC + file, "utf8");
  const declarations = [...text.matchAll(/^export (?:declare )?(?:interface|type|class) (\w+)/gm)];
  return declarations
    .filter(({ index }) => !endsInDoc(text.slice(0, index).trimEnd()))
    .map(([, name]) => `${file}: ${name}`);
}

function endsInDoc(text: string): boolean {
  return text.endsWith("*/") && text.lastIndexOf("/**") > text.lastIndexOf("*/", text.length - 3);
}

test("every exported type says in a sentence what it is", () => {
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap(undocumentedIn)).toEqual([]);
});
