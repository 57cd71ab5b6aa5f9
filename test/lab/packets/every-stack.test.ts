import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { checkTries } from "../../../src/lab/check-tries.ts";
import { runTries } from "../../../src/lab/run/run-tries.ts";
import { generatedStacks } from "../../support/generated-stacks.ts";
import { planOf } from "../../support/lab-outcomes.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

/** Stacks without a host: nobody sends anything. */
const EMPTY = ["ipam", "transit"];

describeWithTools("laboratory: every committed stack stands", findLabTools(), () => {
  it.each(generatedStacks)("%s", async (folder) => {
    const plan = planOf(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")));
    const tries = checkTries(plan);
    const results = await runTries(plan, tries);
    expect(results).toHaveLength(tries.length);
    const arrived = results.filter(({ outcome }) => outcome === "arrived");
    expect(arrived.length > 0).toBe(!EMPTY.includes(basename(folder)));
  });
});
