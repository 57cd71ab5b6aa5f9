import fc from "fast-check";
import { randomState } from "./vpc-problems.ts";

/** The random VPC of a seed, as `terraform show -json` would tell it. */
export function drawnState(seed: number): object {
  let state: object = {};
  const property = fc.property(fc.gen(), (gen) => {
    state = randomState(gen);
  });
  fc.check(property, { seed, numRuns: 1 });
  return state;
}
