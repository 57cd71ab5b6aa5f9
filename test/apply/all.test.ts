import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { applyOnDemand } from "../support/apply-on-demand.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { systems } from "../support/systems.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

/** Milliseconds: all of them, two at a time, on a slow machine. */
const TIMEOUT = 3_600_000;

const wanted = systems.filter(({ apply }) => "onDemand" in apply);

test("what is applied on demand has a stack", () => {
  const stacks = generatedStacks.map((stack) => basename(stack));
  expect(wanted.filter(({ name }) => !stacks.includes(name))).toEqual([]);
});

// Minutes each: only when asked for, and no skipped test otherwise.
if (process.env["HEXTET_APPLY_ALL"] === "1")
  describeWithTools("apply all", both(findTerraform(), findPython()), (tools) => {
    describe.concurrent("on demand", () => {
      test.each(wanted.map((system) => [system.name, system]))(
        "%s applies, has nothing left to change, and is destroyed whole",
        async (_, system) => {
          const { creates, others, differences, left } = await applyOnDemand(tools, system);
          expect(creates).toBeGreaterThan(10);
          expect(others).toEqual([]);
          expect(differences).toEqual([]);
          expect(left).toEqual([]);
        },
        TIMEOUT,
      );
    });
  });
