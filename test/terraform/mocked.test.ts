import { basename } from "node:path";
import { expect, test } from "vitest";
import { generatedStacks } from "../support/generated-stacks.ts";
import { mockedRun } from "../support/mocked-run.ts";
import { systems } from "../support/systems.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

/** What CI applies on the emulator needs no mocked apply beside it. */
const APPLIED = systems.filter(({ apply }) => "ci" in apply).map(({ name }) => name);
const isNotApplied = (stack: string) => !APPLIED.includes(basename(stack));

describeWithTools("terraform", findTerraform(), (terraform) => {
  test.each(generatedStacks.filter(isNotApplied).map((stack) => [basename(stack), stack]))(
    "terraform test with a mocked provider applies %s, and has nothing left to do",
    async (_, stack) => {
      const { applied, replanned } = await mockedRun(terraform, stack);
      expect(applied).toBeGreaterThan(10);
      expect(replanned).toEqual([]);
    },
  );
});
