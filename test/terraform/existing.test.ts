import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { STAGES, type StageId } from "../../src/model/types/migration.ts";
import type { Network } from "../../src/model/types/network.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { IMPORTING, REFERENCING } from "../support/existing-blueprint.ts";
import { IMPORTED_SHOP } from "../support/imported-shop.ts";
import { networkFrom } from "../support/network.ts";
import { offlinePlan, validateAll } from "../support/offline-plan.ts";
import { terraformState } from "../support/terraform-state.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const SHOP = networkFrom(IMPORTING);
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** The folder of a stack that was written as the doors write it. */
function stackOf(network: Network): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-existing-"));
  made.push(folder);
  synthStacks([network], path.join(folder, "generated"));
  return path.join(folder, "generated", "stacks", network.name);
}

const at = (stage: StageId): Network => ({
  ...SHOP,
  migration: SHOP.migration && { ...SHOP.migration, stage },
});

describeWithTools("terraform", findTerraform(), (terraform) => {
  test("terraform validate accepts every stage, and a stack in a VPC of others", async () => {
    const stacks = [...STAGES.map((stage) => stackOf(at(stage))), stackOf(networkFrom(REFERENCING))];
    const told = await validateAll(terraform, stacks);
    expect(stacks.map((stack) => told.get(stack))).toEqual(stacks.map(() => []));
  });

  describe("the plan of a network that was imported and is nothing like what Hextet would make", () => {
    const plan = async (network: Network) =>
      await offlinePlan(terraform, stackOf(network), terraformState(IMPORTED_SHOP));

    test("changes nothing at stage import", async () => {
      const { actions } = await plan(at("import"));
      expect([...actions].sort()).toEqual([
        "create aws_lb_target_group_attachment.web_web",
        "create aws_route_table_association.private_a",
        "create aws_route_table_association.private_b",
        "create terraform_data.migration",
      ]);
    });
  });
});
