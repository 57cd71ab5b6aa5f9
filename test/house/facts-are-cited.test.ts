import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = new URL("../../src", import.meta.url).pathname;
const TOPICS = "aws/facts/";

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const read = (file: string) => readFileSync(join(src, file), "utf8");
const elsewhere = files
  .filter((file) => !file.startsWith(TOPICS))
  .map(read)
  .join("\n");
const keys = files
  .filter((file) => file.startsWith(TOPICS))
  .flatMap((file) => [...read(file).matchAll(/^ {2}(\w+): \{$/gm)].map(([, key = ""]) => key));

test("every fact is cited: by a rule, or by the code that acts on it", () => {
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(elsewhere))).toEqual([]);
});
