import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { modelRules } from "../../src/model/model-rules.ts";

const MODEL = new URL("../../src/model/", import.meta.url);

function reportedIds(): readonly string[] {
  const files = readdirSync(MODEL, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && file !== "model-rules.ts",
  );
  const found = files.flatMap((file) => [
    ...readFileSync(new URL(file, MODEL), "utf8").matchAll(/"(model\/[a-z0-9-]+)"/g),
  ]);
  return [...new Set(found.map(([, id = ""]) => id))].sort();
}

it("the list of model rules is sorted, and is what normalising reports", () => {
  expect(modelRules.map(({ id }) => id)).toEqual(reportedIds());
});

it("model rules are told in sentences", () => {
  for (const { title, why, hint } of modelRules) {
    for (const text of [title, why, hint]) expect(text).toMatch(/^[A-Z].*\.$/);
  }
});
