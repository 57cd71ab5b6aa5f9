import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { offlinePlan, validateAll } from "../support/offline-plan.ts";
import type { TerraformDiagnostic } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const STACKS = fileURLToPath(new URL("../../generated/stacks", import.meta.url));
const stacks = readdirSync(STACKS)
  .sort()
  .map((name) => join(STACKS, name));

test("there are stacks to judge", () => {
  expect(stacks.map((stack) => basename(stack))).toContain("dual-stack-web");
});

describeWithTools("terraform", findTerraform(), (terraform) => {
  describe("terraform validate with the real provider", () => {
    let told: ReadonlyMap<string, readonly TerraformDiagnostic[]>;
    beforeAll(async () => {
      told = await validateAll(terraform, stacks);
    });

    test.each(stacks.map((stack) => [basename(stack), stack]))("accepts %s", (_, stack) => {
      expect(told.get(stack)).toEqual([]);
    });
  });

  describe("terraform plan with the real provider, without AWS", () => {
    test.each(stacks.map((stack) => [basename(stack), stack]))("creates all of %s", async (_, stack) => {
      const { actions } = await offlinePlan(terraform, stack);
      expect(actions.length).toBeGreaterThan(10);
      expect(actions.filter((action) => !action.startsWith("create "))).toEqual([]);
    });
  });
});
