import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { destinations } from "../../src/aws/destinations/destinations.ts";
import { readQuery } from "../../src/reach/ends/read-query.ts";
import { topologyOf } from "../../src/reach/from-network/topology-of.ts";
import type { Topology } from "../../src/reach/topology/topology.ts";
import { trace } from "../../src/reach/walk/trace-query.ts";
import { isObject } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";

const folder = new URL("random/", import.meta.url).pathname;

/** What random networks have found, as small as it could be made; `x-reach` holds what AWS's documents say. */
describe("networks on which reach and packets once disagreed", () => {
  it.each(readdirSync(folder))("%s", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const topology = topologyOf(networkFrom(text));
    const expected: unknown = parse(text)["x-reach"];
    if (!isObject(expected)) throw new Error(`${file} has no x-reach`);
    const questions = Object.keys(expected);
    expect(questions).not.toEqual([]);
    expect(Object.fromEntries(questions.map((one) => [one, answerOf(topology, one)]))).toEqual(expected);
  });
});

/** `from > to family`: what each attempt of the family comes to; several answers where they differ. */
function answerOf(topology: Topology, question: string): string {
  const [, from = "", to = "", family = ""] = /^(\S+) > (\S+) (ipv4|ipv6)$/.exec(question) ?? [];
  const read = readQuery(topology, from, to);
  if (read.kind === "unknown") throw new Error(`${question}: ${read.message}`);
  const { attempts } = trace(topology, destinations, read.query);
  const verdicts = attempts.filter((one) => one.family === family).map(({ verdict }) => verdict);
  return [...new Set(verdicts)].sort().join(" or ");
}
