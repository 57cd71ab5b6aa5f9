import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../src/base/diagnostic.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import type { Network } from "../../src/model/types/network.ts";
import { judge } from "../../src/rules/judge.ts";
import { addressesIn, stackJson } from "../support/synth-json.ts";

const CORPUS = path.join(import.meta.dirname, "../rules");

/** The network of a blueprint that no error stops; null: an error does. */
function buildable(file: string): Network | null {
  const { blueprint } = readBlueprint(file, readFileSync(path.join(CORPUS, file), "utf8"));
  if (blueprint === null) throw new Error(`${file} cannot be read`);
  const { network } = normalise(blueprint);
  return network === null || hasErrors(judge(network, "2026-11-21")) ? null : network;
}

const networks = readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .flatMap((file) => {
    const network = buildable(file);
    return network === null ? [] : [{ file, network }];
  });

describe("what no error stops can be built, warnings or not", () => {
  test("there is much to build, and a part of it has warnings", () => {
    expect(networks.length).toBeGreaterThan(200);
    expect(networks.filter(({ file }) => file.includes("/bad")).length).toBeGreaterThan(50);
  });

  test.each(networks)("$file", ({ network }) => {
    expect(addressesIn(stackJson(network))).not.toEqual([]);
  });
});
