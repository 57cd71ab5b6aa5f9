import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = new URL("../../src/", import.meta.url).pathname;
const ACTION = /(?:ec2|elasticloadbalancing|rds):[A-Z][A-Za-z]+/g;
/** EC2's words for reading. */
const READS = /:(?:Describe|Get)/;
const actionsIn = (text: string) => [...new Set(text.match(ACTION))].sort();

test("docs/migration.md names the rights that hextet import needs: all of them, and they only read", () => {
  const folders = ["cli/import", "importer/aws"].map((room) => join(SRC, room));
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const code = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const asked = actionsIn(code.replaceAll("${SERVICE}", "elasticloadbalancing"));
  const docs = readFileSync(new URL("../../docs/migration.md", import.meta.url), "utf8");
  expect(asked.length).toBeGreaterThan(20);
  expect(actionsIn(docs).filter((action) => READS.test(action))).toEqual(asked);
  expect(asked.filter((action) => !READS.test(action))).toEqual([]);
});
