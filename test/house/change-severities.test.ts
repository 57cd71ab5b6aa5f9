import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explanations } from "../../src/reports/findings/explanations.ts";

const root = new URL("../../", import.meta.url).pathname;

/** What the tests expect the commands to say of a change, and what the docs show: `error: … [change/loses-data]`. */
const TOLD = /\b(error|warning|note): [^\n]*? \[((?:change|plan)\/[a-z-]+)\]/g;

describe("a finding about a change", () => {
  const texts = ["test", "docs"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|md|out|txt)$/.test(file))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  );
  const told = texts.flatMap((text) =>
    [...text.matchAll(TOLD)].map(([, severity = "", id = ""]) => `${id} ${severity}`),
  );
  const explained = explanations.flatMap(({ id, severity, inSynth }) => [
    `${id} ${severity}`,
    ...(inSynth === undefined ? [] : [`${id} ${inSynth}`]),
  ]);

  it("is told with the severity that explain says", () => {
    expect(told.length).toBeGreaterThan(10);
    expect(new Set(told.filter((one) => !explained.includes(one)))).toEqual(new Set());
  });
});
