import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { compile } from "../../src/pipeline.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { addressesIn, resourceIn } from "../support/synth-json.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const files = readdirSync(join(ROOT, "blueprints"))
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .map((file) => ({
    file: `blueprints/${file}`,
    text: readFileSync(join(ROOT, "blueprints", file), "utf8"),
  }));

type Files = ReadonlyMap<string, string>;

/** All files that synthesizing writes, by their path in `generated/`. */
function synth(blueprints: typeof files): Files {
  const { networks, findings } = compile(blueprints, "2026-01-01");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), "hextet-golden-"));
  try {
    synthStacks(networks, join(folder, "generated"));
    return readFiles(join(folder, "generated"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readFiles(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** The same data with the keys of every map in reverse order; lists stay, their order has a meaning. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const committed = readFiles(join(ROOT, "generated"));
const stacks = [...committed].filter(([name]) => name.endsWith("cdk.tf.json"));

describe("generated/", () => {
  test("is what the blueprints give, byte for byte, every time", () => {
    const made = synth(files);
    expect([...made.keys()]).toEqual([...committed.keys()]);
    for (const [name, text] of made) expect(text, name).toBe(committed.get(name));
    expect(synth(files)).toEqual(made);
  });

  test("does not depend on the order of a blueprint's keys", () => {
    const shuffled = files.map(({ file, text }) => ({ file, text: stringify(reversed(parse(text))) }));
    expect(shuffled[0]?.text).not.toBe(files[0]?.text);
    expect(synth(shuffled)).toEqual(committed);
  });

  test.each(stacks)("%s has no machine path, no hashed id and no comment but the root's", (_, text) => {
    expect(text.match(/"\/(?!aws\/|dev\/|admin\/|\/")[^"]+"/g)).toBeNull();
    expect(text).not.toMatch(/_[0-9A-F]{8}"/);
    expect(text.match(/"\/\/"/g)).toHaveLength(1);
    expect(text).not.toContain("TfToken");
    expect(text).not.toContain("\uE000");
  });

  test("keeps every /64 and every resource when a tier is added", () => {
    const [file] = files.filter((candidate) => candidate.file.endsWith("ipv6-only-nat64.yaml"));
    if (file === undefined) throw new Error("no ipv6-only-nat64.yaml");
    const tier = "  subnets:\n    added: { addressing: dual-stack, internet: egress-only, slot: 9 }\n";
    const more = synth([{ ...file, text: file.text.replace("  subnets:\n", tier) }]);
    const name = "stacks/ipv6-only-nat64/cdk.tf.json";
    const [before, after] = [committed, more].map((all) => JSON.parse(all.get(name) ?? "null"));
    const added = addressesIn(after).filter((address) => !addressesIn(before).includes(address));
    expect(added).toEqual([
      "aws_route.added_default-ipv6",
      "aws_route_table.added",
      "aws_route_table_association.added_a",
      "aws_route_table_association.added_b",
      "aws_subnet.added_a",
      "aws_subnet.added_b",
    ]);
    for (const address of addressesIn(before)) {
      expect(resourceIn(after, address), address).toEqual(resourceIn(before, address));
    }
  });
});
