import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ACTION = /(?:ec2|elasticloadbalancing|rds):[A-Z][A-Za-z]+/g;
const actionsIn = (text: string) => [...new Set(text.match(ACTION))].sort();

test("docs/migration.md names the rights that hextet import needs: all of them, and they only read", () => {
  const folder = new URL("../../src/door/import", import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const code = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const asked = actionsIn(code.replaceAll("${SERVICE}", "elasticloadbalancing"));
  const docs = readFileSync(new URL("../../docs/migration.md", import.meta.url), "utf8");
  expect(asked.length).toBeGreaterThan(20);
  expect(actionsIn(docs).filter((action) => action.includes(":Describe"))).toEqual(asked);
  expect(asked.filter((action) => !action.includes(":Describe"))).toEqual([]);
});
