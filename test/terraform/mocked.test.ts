import { basename } from "node:path";
import { expect, test } from "vitest";
import { generatedStacks } from "../support/generated-stacks.ts";
import { mockedRun } from "../support/mocked-run.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

describeWithTools("terraform", findTerraform(), (terraform) => {
  test.each(generatedStacks.map((stack) => [basename(stack), stack]))(
    "terraform test with a mocked provider applies %s, and has nothing left to do",
    async (_, stack) => {
      const { applied, replanned } = await mockedRun(terraform, stack);
      expect(applied).toBeGreaterThan(10);
      expect(replanned).toEqual([]);
    },
  );
});
