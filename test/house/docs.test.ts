import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { findExplanation, renderExplanation } from "../../src/reports/findings/explain.ts";
import { explanations } from "../../src/reports/findings/explanations.ts";

const root = new URL("../../", import.meta.url).pathname;
const src = join(root, "src");

describe("the explanations", () => {
  const ids = explanations.map(({ id }) => id);
  const stages = [...new Set(ids.filter((id) => id.includes("/")).map((id) => id.split("/", 1)[0]))];

  it("have each id once", () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  // `findingAbout(file, "id", …)`, `rule: "id"`, and whatever looks like the ids of a stage.
  it("cover every id that the source names", () => {
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const text = files.map((file) => readFileSync(join(src, file), "utf8")).join("\n");
    const used = [
      ...text.matchAll(new RegExp(`"((?:${stages.join("|")})/[a-z0-9-]+)"`, "g")),
      ...text.matchAll(/findingAbout\([^;]*?"([a-z0-9-]+\/[a-z0-9-]+)"/g),
      ...text.matchAll(/\brule: "([^"]*)"/g),
    ];
    expect(used.length).toBeGreaterThan(200);
    expect([...new Set(used.map(([, id = ""]) => id))].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(explanations)("say what $id means, and why", ({ id, title, why }) => {
    const text = renderExplanation(
      explanationOf(id),
      picocolors.createColors(false),
      Number.POSITIVE_INFINITY,
    ).replace(/\s+/g, " ");
    expect(title).toMatch(/^[A-Z"`].+/);
    expect(why.length).toBeGreaterThan(40);
    expect(text).toContain(`${title} Why ${why}`);
  });
});

/** As `hextet explain` finds it. */
function explanationOf(id: string) {
  const explanation = findExplanation(id, explanations);
  if (explanation === null) throw new Error(`nothing explains ${id}`);
  return explanation;
}
