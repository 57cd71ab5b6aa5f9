import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { generatedStacks as stacks, standsAlone } from "../support/generated-stacks.ts";
import { type OfflinePlan, offlinePlan, validateAll } from "../support/offline-plan.ts";
import { withKnownImages } from "../support/stack-copy.ts";
import type { TerraformDiagnostic } from "../support/terraform-cli.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { MIGRATING, NOT_SHOWN, topologyDifferences } from "../support/topology-differences.ts";

test("there are stacks to judge", () => {
  expect(stacks.map((stack) => basename(stack))).toContain("dual-stack-web");
  const behind = stacks.filter((stack) => !standsAlone(stack)).map((stack) => basename(stack));
  expect(behind).toEqual(["hub-spoke-dual-stack", "hub-spoke-ipv6-only"]);
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
    // Planned once, for both questions.
    const plans = new Map<string, Promise<OfflinePlan>>();
    const planOf = (stack: string) => {
      const planned = plans.get(stack) ?? offlinePlan(terraform, stack, null, withKnownImages);
      plans.set(stack, planned);
      return planned;
    };

    const alone = stacks.filter(standsAlone);
    test.each(alone.map((stack) => [basename(stack), stack]))("creates all of %s", async (_, stack) => {
      const { actions } = await planOf(stack);
      expect(actions.length).toBeGreaterThan(10);
      expect(actions.filter((action) => !action.startsWith("create "))).toEqual([]);
    });

    const whole = alone.filter((stack) => !MIGRATING.includes(basename(stack)));
    test.each(whole.map((stack) => [basename(stack), stack]))(
      "gives the same topology of %s as its blueprint",
      async (name, stack) => {
        const { json } = await planOf(stack);
        expect(topologyDifferences(name, json)).toEqual(NOT_SHOWN[name] ?? []);
      },
    );
  });
});
