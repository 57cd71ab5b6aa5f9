import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/pipeline.ts";
import { ROOT, smallBlueprint } from "./project.ts";

const TODAY = "2026-11-21";
const folder = join(ROOT, "blueprints");
const REAL = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

describe("compile", () => {
  it("gives the networks by name, whatever the order of the files", () => {
    const files = ["b", "a", "c"].map((name) => ({ file: `${name}.yaml`, text: smallBlueprint(name) }));
    const { networks, findings } = compile(files, TODAY);
    expect(networks.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(findings).toEqual([]);
  });

  it("gives no network for a file with an error, and all findings of all files", () => {
    const files = [
      { file: "shape.yaml", text: smallBlueprint("shape").replace("slot: 1", "slot: one") },
      { file: "name.yaml", text: smallBlueprint("name").replace("slot: 1", "natGateway: none") },
      { file: "rule.yaml", text: smallBlueprint("rule").replace("slot: 1", "slot: 999") },
      { file: "good.yaml", text: smallBlueprint("good") },
    ];
    const { networks, findings } = compile(files, TODAY);
    expect(networks.map(({ name }) => name)).toEqual(["good"]);
    expect([...new Set(findings.map(({ file, span }) => `${file}:${span?.line}`))]).toEqual([
      "name.yaml:9",
      "rule.yaml:9",
      "shape.yaml:9",
    ]);
  });

  it("never throws, and always finds a place, whatever is cut out of or put into a blueprint", () => {
    const change = fc.record({
      text: fc.constantFrom(...REAL),
      at: fc.nat(),
      cut: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.string({ unit: "binary", maxLength: 8 }),
        fc.constantFrom("{", "[", ": ", "\n", "- ", "&a ", "*a"),
      ),
    });
    fc.assert(
      fc.property(change, ({ text, at, cut, put }) => {
        const start = at % text.length;
        const changed = text.slice(0, start) + put + text.slice(start + cut);
        const { findings } = compile([{ file: "a.yaml", text: changed }], TODAY);
        const lines = changed.split("\n");
        for (const { span, line } of findings) {
          if (span === null) continue;
          expect(span.line).toBeGreaterThanOrEqual(1);
          expect(span.line).toBeLessThanOrEqual(lines.length);
          expect(span.column).toBeLessThanOrEqual((line ?? "").length + 2);
        }
      }),
      { numRuns: 300 },
    );
  });
});
