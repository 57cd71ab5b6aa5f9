import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explanations } from "../../src/reports/findings/explanations.ts";
import { ruleAnchor } from "../../tools/docs/rule-anchor.ts";

const root = new URL("../../", import.meta.url).pathname;
const page = readFileSync(`${root}docs/migration.md`, "utf8");

test("docs/migration.md speaks of findings that there are, and of all about migrations", () => {
  const linked = [...page.matchAll(/\]\(rules\.md#([a-z0-9-]+)\)/g)].map(([, anchor]) => anchor);
  const ids = explanations.map(({ id }) => id);
  expect(linked.filter((anchor) => !ids.some((id) => ruleAnchor(id) === anchor))).toEqual([]);
  const about = ids.filter((id) => id.startsWith("migrate/") && id !== "migrate/no-migration");
  expect(about.filter((id) => !linked.includes(ruleAnchor(id)))).toEqual([]);
});
