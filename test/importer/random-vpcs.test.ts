import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeVpc, randomState } from "../support/random-vpc/vpc-problems.ts";

// `npm run fuzz:import` draws as many as one asks for.
test("of a random VPC everything is taken over, referred to or listed, and the blueprint is valid", () => {
  let counted = 0;
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const judged = judgeVpc(randomState(gen));
      counted += judged.counted;
      expect(judged.problems).toEqual([]);
    }),
    { numRuns: 20, seed: 15 },
  );
  expect(counted).toBeGreaterThan(300);
});
