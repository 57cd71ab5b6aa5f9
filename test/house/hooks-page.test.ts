import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;
const page = readFileSync(`${root}docs/hooks.md`, "utf8");

test("docs/hooks.md shows the example that the tests run", () => {
  expect(page).toContain(readFileSync(`${root}blueprints/hooks/public-ipv6-names.ts`, "utf8").trimEnd());
});
