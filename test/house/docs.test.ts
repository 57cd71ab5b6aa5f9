import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explanations } from "../../src/reports/findings/explanations.ts";

const root = new URL("../../", import.meta.url).pathname;
const src = join(root, "src");

describe("the explanations", () => {
  const ids = explanations.map(({ id }) => id);

  it("have each id once", () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("cover every id with a stage in front that the source names", () => {
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const text = files.map((file) => readFileSync(join(src, file), "utf8")).join("\n");
    const used = [
      ...text.matchAll(/"((?:schema|yaml|model|blueprint|file|hooks|migrate|output)\/[a-z0-9-]+)"/g),
    ];
    expect(used.length).toBeGreaterThan(20);
    expect([...new Set(used.map(([, id = ""]) => id))].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
