import fc from "fast-check";
import { expect, test } from "vitest";
import { randomBlueprint } from "../support/random-blueprint/random-blueprint.ts";
import { terraformProblems } from "../support/random-blueprint/terraform-problems.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const SEED = 20_261_129;
const DRAWN = 12;

describeWithTools("terraform", findTerraform(), (terraform) => {
  test("takes what Hextet makes of random blueprints, at validate and in a plan", async () => {
    const texts = fc.sample(randomBlueprint, { seed: SEED, numRuns: DRAWN });
    const told = await terraformProblems({ tools: terraform, taken: new Set() }, texts);
    expect(told.filter((problems) => problems !== null).length).toBeGreaterThanOrEqual(8);
    expect(told.flatMap((problems) => problems ?? [])).toEqual([]);
  });
});
