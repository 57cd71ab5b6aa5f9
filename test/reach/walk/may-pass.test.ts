import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { compile } from "../../../src/pipeline.ts";
import { indexNetwork } from "../../../src/reach/from-network/index-network.ts";
import { withTierProbes } from "../../../src/reach/from-network/with-tier-probes.ts";
import { indexTopology } from "../../../src/reach/walk/index-topology.ts";
import type { Query, QueryEnd } from "../../../src/reach/walk/trace.ts";
import { mayPass, traceIn } from "../../../src/reach/walk/trace-query.ts";
import { judgeText } from "../../support/random-blueprint/blueprint-problems.ts";
import { randomNetwork } from "../../support/random-blueprint/random-blueprint.ts";

const folder = new URL("../../../blueprints/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

/** What the whole walk and the short one say otherwise, and how many connections of each answer were asked about. */
function compareWalks(network: Network) {
  const topology = withTierProbes(network, indexNetwork(network).topology);
  const index = indexTopology(topology, destinations);
  const nodes = topology.nodes.map(({ id }): QueryEnd => ({ kind: "node", id }));
  const ends: readonly QueryEnd[] = [...nodes.slice(0, 12), { kind: "internet" }];
  const there: readonly QueryEnd[] = [
    ...ends,
    ...destinations.slice(0, 12).map(({ id }): QueryEnd => ({ kind: "destination", id })),
  ];
  const queries = ends.flatMap((from) =>
    there.map((to): Query => ({ from, to, protocol: "tcp", port: 443 })),
  );
  const families = ["any", "ipv6", "ipv4"] as const;
  const counts = { passing: 0, broken: 0 };
  const otherwise = queries.flatMap((query) => {
    const { attempts, dns } = traceIn(index, query);
    // Where a name has no known answer nothing is tried, and the short walk does not decide.
    if (
      dns.length > 0 &&
      attempts.every(({ toSubnet, verdict }) => toSubnet === null && verdict === "unknown")
    )
      return [];
    return families.flatMap((family) => {
      const whole = attempts.some(
        (one) => (family === "any" || one.family === family) && one.verdict !== "no",
      );
      counts[whole ? "passing" : "broken"] += 1;
      return mayPass(index, query, family) === whole ? [] : [{ query, family, whole }];
    });
  });
  return { otherwise, counts };
}

describe("a walk that stops at the first packet that passes", () => {
  test("says the same as the whole one, of every blueprint", () => {
    const inputs = files.map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));
    const { networks } = compile(inputs, "2026-11-29");
    expect(networks.length).toBeGreaterThanOrEqual(files.length);
    const all = networks.map(compareWalks);
    expect(all.flatMap(({ otherwise }) => otherwise)).toEqual([]);
    for (const answer of ["passing", "broken"] as const)
      expect(all.reduce((sum, { counts }) => sum + counts[answer], 0)).toBeGreaterThan(1000);
  }, 300_000);

  test("says the same as the whole one, of random networks", () => {
    fc.assert(
      fc.property(randomNetwork, (text) => {
        const judged = judgeText(text);
        if (judged.kind === "accepted") expect(compareWalks(judged.network).otherwise).toEqual([]);
      }),
      { numRuns: 30, seed: 20261130 },
    );
  }, 300_000);
});
