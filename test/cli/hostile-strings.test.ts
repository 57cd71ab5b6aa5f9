import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { formatPath, type Path } from "../../src/base/path.ts";
import { compile } from "../../src/pipeline.ts";
import { isObject } from "../support/json.ts";
import { stackText } from "../support/synth-json.ts";
import { ROOT } from "./project.ts";

const HOSTILE = "${aws_vpc.main.id}%{ if true }'\"`$(id)`";

interface Leaf {
  readonly file: string;
  readonly blueprint: unknown;
  readonly path: Path;
}

/** Every text in a blueprint, by its path. */
function textPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === "string") return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => textPaths(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textPaths(item, [...path, key]));
}

function replaced(value: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? replaced(item, rest, text) : item));
  if (!isObject(value)) throw new Error("no such path");
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? replaced(item, rest, text) : item]),
  );
}

/** One leaf for each kind of place: names that authors invent, and list indexes, do not tell places apart. */
const leaves = new Map<string, Leaf>();
for (const file of readdirSync(`${ROOT}blueprints`).filter((name) => name.endsWith(".yaml"))) {
  const blueprint: unknown = parse(readFileSync(`${ROOT}blueprints/${file}`, "utf8"));
  for (const path of textPaths(blueprint)) {
    const kind = path.map((step, depth) => (depth === 0 || depth % 2 === 1 ? step : "*")).join(".");
    if (!leaves.has(kind)) leaves.set(kind, { file, blueprint, path });
  }
}

describe("template syntax, quotes and shell syntax in a text", () => {
  test("there are many places to try", () => expect(leaves.size).toBeGreaterThan(40));

  test.each([...leaves.values()].map((leaf) => [leaf.file, formatPath(leaf.path), leaf] as const))(
    "%s: %s is a finding, or reaches Terraform as text",
    (file, _, { blueprint, path }) => {
      const text = stringify(replaced(blueprint, path, HOSTILE));
      const { networks, findings } = compile([{ file, text }], "2026-01-01");
      const errors = findings.filter(({ severity }) => severity === "error");
      if (errors.length > 0) {
        for (const { span, message } of errors)
          expect([span.line > 0, message.includes("\n")]).toEqual([true, false]);
        return;
      }
      const json = networks.map(stackText).join("");
      expect(json).not.toMatch(/(?<!\$)\$\{aws_vpc\.main\.id\}%/);
      expect(json).not.toMatch(/(?<!%)%\{ if/);
    },
  );
});
