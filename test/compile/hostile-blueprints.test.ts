import { describe, expect, it } from "vitest";
import { hostileInput } from "../support/hostile-blueprint/hostile-input.ts";
import { hostileProblems } from "../support/hostile-blueprint/hostile-problems.ts";

/** `npm run fuzz:hostile` tries as many as one likes. */
const TEXTS = 300;

describe("blueprints with hostile bytes, keys, values and YAML", () => {
  it("give findings that stand on their lines and drive nothing in any format, and never a throw", async () => {
    let accepted = 0;
    let findings = 0;
    for (let seed = 1; seed <= TEXTS; seed += 1) {
      const result = await hostileProblems(hostileInput(seed));
      expect(result.problems, `seed ${seed}`).toEqual([]);
      if (result.isAccepted) accepted += 1;
      findings += result.findings;
    }
    // Some pass all stages, and most are refused: what only refuses, or only accepts, asks nothing.
    expect(accepted).toBeGreaterThan(TEXTS / 50);
    expect(findings).toBeGreaterThan(TEXTS);
  });
});
