import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { findLabTools } from "../../support/lab-tools.ts";
import { judgeText } from "../../support/random-blueprint/blueprint-problems.ts";
import { compareDrawn, labProblems, networkToTry } from "../../support/random-blueprint/lab-problems.ts";
import { randomNetwork } from "../../support/random-blueprint/random-blueprint.ts";
import { describeWithTools } from "../../support/tools.ts";

const SEED = 20_261_129;
const NETWORKS = 20;
const found = new URL("../../reach/random/", import.meta.url).pathname;

describeWithTools("reach and packets agree in random networks", findLabTools(), () => {
  it(`of seed ${SEED}`, async () => {
    const counts = { networks: 0, arrive: 0, lost: 0 };
    const property = fc.asyncProperty(randomNetwork, async (text) => {
      const network = networkToTry(judgeText(text));
      if (network === null) return;
      const comparison = await compareDrawn(network);
      counts.networks += 1;
      counts.arrive += comparison.counts.arrive;
      counts.lost += comparison.counts.lost;
      expect(labProblems(comparison)).toEqual([]);
    });
    await fc.assert(property, { seed: SEED, numRuns: NETWORKS });
    expect(counts.networks).toBeGreaterThan(NETWORKS / 2);
    expect(counts.arrive).toBeGreaterThan(100);
    expect(counts.lost).toBeGreaterThan(1000);
  });

  it.each(readdirSync(found))("where they once did not: %s", async (file) => {
    const network = networkToTry(judgeText(readFileSync(join(found, file), "utf8")));
    if (network === null) throw new Error(`${file} is refused`);
    expect(labProblems(await compareDrawn(network))).toEqual([]);
  });
});
