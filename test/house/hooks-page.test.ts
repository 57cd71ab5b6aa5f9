import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderGapTable } from "../../src/reports/hooks/hooks-table.ts";

const root = new URL("../../", import.meta.url).pathname;
const page = readFileSync(`${root}docs/hooks.md`, "utf8");
const [opening = "", closing = ""] = page.match(/^<!-- .*Generated.* -->$/gm) ?? [];

test("docs/hooks.md has the gaps of all hooks", async () => {
  expect(opening).toContain("Generated from");
  expect(closing).toBe("<!-- /Generated -->");
  const before = page.slice(0, page.indexOf(opening) + opening.length);
  const after = page.slice(page.indexOf(closing));
  const fresh = `${before}\n\n${renderGapTable()}\n${after}`;
  await expect(fresh).toMatchFileSnapshot(`${root}docs/hooks.md`);
});

test("docs/hooks.md shows the example that the tests run", () => {
  expect(page).toContain(readFileSync(`${root}blueprints/hooks/public-ipv6-names.ts`, "utf8").trimEnd());
});
