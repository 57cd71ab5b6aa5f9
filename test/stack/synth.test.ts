import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deepFreeze } from "../../src/base/freeze.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { sampleNetwork, sampleTier } from "../support/sample-network.ts";
import { sampleRouteTable, wholeNetwork } from "../support/whole-network.ts";

/** A network that the model must never give: a route to a gateway that nobody makes. */
const BROKEN = sampleNetwork({
  name: "broken",
  routeTables: [sampleRouteTable(sampleTier("app"), { out: ["::/0", { kind: "internet-gateway" }] })],
});

describe("synthStacks", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "hextet-synth-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const filesIn = (outdir: string) =>
    readdirSync(outdir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(outdir, path.join(entry.parentPath, entry.name)))
      .sort();
  const read = (...names: string[]) => readFileSync(path.join(folder, ...names), "utf8");

  test("writes a manifest and one file for each stack, and nothing else", () => {
    synthStacks([wholeNetwork(), sampleNetwork()], path.join(folder, "out"));
    expect(filesIn(path.join(folder, "out"))).toEqual([
      "manifest.json",
      "stacks/sample/cdk.tf.json",
      "stacks/whole/cdk.tf.json",
    ]);
  });

  test("writes the same bytes for networks in any order, frozen, again, elsewhere", () => {
    synthStacks([wholeNetwork(), sampleNetwork()], path.join(folder, "one"));
    synthStacks(deepFreeze([sampleNetwork(), wholeNetwork()]), path.join(folder, "two"));
    for (const name of filesIn(path.join(folder, "one"))) expect(read("two", name)).toBe(read("one", name));
  });

  test("writes nothing of this machine, and no token", () => {
    synthStacks([wholeNetwork()], path.join(folder, "out"));
    const text = read("out", "manifest.json") + read("out", "stacks", "whole", "cdk.tf.json");
    for (const trace of [process.cwd(), folder, "TfToken", "\uE000", "node_modules", "stackTrace"]) {
      expect(text).not.toContain(trace);
    }
  });

  test("says in which stack a bug showed, and why, and gives Error back as it was", () => {
    const { captureStackTrace } = Error;
    let caught: unknown;
    try {
      synthStacks([sampleNetwork(), BROKEN], path.join(folder, "out"));
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({
      message: 'stack "broken" cannot be built',
      cause: { message: "internal error: a route to an internet gateway that was not made" },
    });
    expect(String(Object(caught).cause.stack)).toContain("route-tables.ts");
    expect(Error.captureStackTrace).toBe(captureStackTrace);
  });
});
