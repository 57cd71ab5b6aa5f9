import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blueprintSchema } from "../../src/blueprint/schema.ts";
import { compile } from "../../src/pipeline.ts";
import { at, isObject, listAt } from "../support/json.ts";
import { besideFiles, publishedSubnets, resourceCounts, stackSubnets } from "../support/published-example.ts";
import { addressesIn, stackJson } from "../support/synth-json.ts";

/**
 * Examples that others publish for their modules, as blueprints of our own: `x-published` in each says what the
 * example makes, read from the example and not from Hextet's output. What a blueprint cannot say yet stands here.
 */
const folder = new URL("../published-examples/", import.meta.url);

/** How many examples are written down, wholly said or not. */
const ALL = 23;

/** What is missing, and a pattern for the schema's keys that would say it: one that matches makes the entry stale. */
interface Missing {
  readonly words: string;
  readonly key: RegExp;
}

/** Examples whose blueprint says a part only. */
const IN_PART: Readonly<Record<string, readonly Missing[]>> = {};

/** Examples that have no blueprint. */
const NOT: Readonly<Record<string, readonly Missing[]>> = {};

const names = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));

const examples = names.map((name) => {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  const { networks, findings } = compile([{ file: `${name}.yaml`, text }], "2026-11-29");
  const document: unknown = parse(text);
  return { name, text, published: at(document, "x-published"), document, networks, findings };
});

describe.each(examples)("$name", ({ text, published, document, networks, findings }) => {
  test("names where it is published", () => {
    expect(text).toMatch(/^# [\w-]+\/[\w-]+ (\d+\.\d+\.\d+ )?[\w./-]+(, [\w -]+)?\.\n/);
  });

  test("compiles with no errors, and with these warnings", () => {
    expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(listAt(published, "warnings"));
  });

  test("makes what is published", () => {
    const [network, ...others] = networks;
    if (network === undefined || others.length > 0) throw new Error(`${networks.length} networks`);
    const stack = stackJson(network);
    const files = besideFiles(document, folder);
    expect(stackSubnets(stack, network.region)).toEqual(publishedSubnets(published));
    const expected = at(published, "resources");
    if (!isObject(expected)) throw new Error("no table of resources");
    const counts = resourceCounts([stack, ...files]);
    expect(Object.fromEntries(Object.keys(expected).map((type) => [type, counts.get(type) ?? 0]))).toEqual(
      expected,
    );
    const known = [stack, ...files].flatMap(addressesIn);
    const referred = files.flatMap((file) => JSON.stringify(file).match(/(?<=\$\{)aws_\w+\.[\w-]+/g) ?? []);
    expect(referred.filter((address) => !known.includes(address))).toEqual([]);
  });
});

/** The names of all keys of a blueprint. */
const keys = Object.values(blueprintSchema.definitions ?? {}).flatMap((part) =>
  Object.keys(part.properties ?? {}),
);

test("all examples are here, and what is not said is named", () => {
  expect(Object.keys(IN_PART).filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.keys(NOT).filter((name) => names.includes(name))).toEqual([]);
  expect(names.length + Object.keys(NOT).length).toBe(ALL);
});

test.each(Object.entries({ ...IN_PART, ...NOT }))("%s: what is missing cannot be said", (_, missing) => {
  expect(missing.length).toBeGreaterThan(0);
  for (const { words, key } of missing)
    expect({ words, said: keys.filter((one) => key.test(one)) }).toEqual({ words, said: [] });
});
