import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { STAGES, type StageId } from "../../src/model/types/migration.ts";
import type { Network } from "../../src/model/types/network.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { IMPORTING, IMPORTING_FLEET, REFERENCING } from "../support/existing-blueprint.ts";
import { IMPORTED_FLEET } from "../support/imported-fleet.ts";
import { IMPORTED_SHOP } from "../support/imported-shop.ts";
import { at, listAt } from "../support/json.ts";
import { MIGRATED_SHOP } from "../support/migrated-shop.ts";
import { mockedRun } from "../support/mocked-run.ts";
import { networkFrom } from "../support/network.ts";
import { offlinePlan, validateAll } from "../support/offline-plan.ts";
import { cleanEnv } from "../support/run.ts";
import { readStack, STACK_FILE, withoutBackend, writeJson } from "../support/stack-copy.ts";
import { validate } from "../support/terraform-cli.ts";
import { terraformState } from "../support/terraform-state.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const SHOP = networkFrom(IMPORTING);
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** The folder of a stack that was written as the commands write it. */
function stackOf(network: Network): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-existing-"));
  made.push(folder);
  synthStacks([network], path.join(folder, "generated"));
  return path.join(folder, "generated", "stacks", network.name);
}

/** The same without what asks the AWS API: the import blocks that look for what AWS itself has added. */
function withoutLookups(network: Network): string {
  const stack = stackOf(network);
  const { data: _data, import: blocks, ...json } = readStack(stack);
  const kept = (Array.isArray(blocks) ? blocks : []).filter((block) => at(block, "for_each") === undefined);
  writeJson(stack, STACK_FILE, { ...json, import: kept });
  return stack;
}

const networkAt = (stage: StageId): Network => ({
  ...SHOP,
  migration: SHOP.migration && { ...SHOP.migration, stage },
});

describeWithTools("terraform", findTerraform(), (terraform) => {
  test("terraform validate accepts every stage, and a stack in a VPC of others", async () => {
    const stacks = [...STAGES.map((stage) => stackOf(networkAt(stage))), stackOf(networkFrom(REFERENCING))];
    const told = await validateAll(terraform, stacks);
    expect(stacks.map((stack) => told.get(stack))).toEqual(stacks.map(() => []));
  });

  test("terraform validate accepts import blocks, those too that look for what AWS has added", async () => {
    const folder = stackOf(networkAt("ipv6-only-subnets"));
    const json = readStack(folder);
    expect(listAt(json, "import").filter((block) => at(block, "for_each") !== undefined)).toHaveLength(2);
    writeJson(folder, STACK_FILE, withoutBackend(json));
    const scratch = path.join(folder, "scratch");
    expect(await validate({ tools: terraform, folder, scratch, env: cleanEnv() })).toEqual([]);
  });

  describe("the plan of a network that was imported and is nothing like what Hextet would make", () => {
    const planAt = async (stage: StageId) =>
      await offlinePlan(terraform, withoutLookups(networkAt(stage)), terraformState(IMPORTED_SHOP));

    test("changes nothing at stage import", async () => {
      const { actions } = await planAt("import");
      expect(actions).toEqual(["create terraform_data.migration"]);
    });

    test("changes up to the last stage only what IPv6 needs, and all of it in place", async () => {
      const { json } = await planAt("ipv6-only-subnets");
      const changes = listAt(json, "resource_changes");
      const actionsOf = (change: unknown) => listAt(change, "change", "actions").join();
      expect([...new Set(changes.map(actionsOf))].sort()).toEqual(["create", "no-op", "update"]);
      const updates = changes.filter((change) => actionsOf(change) === "update");
      const subnet = ["assign_ipv6_address_on_creation", "ipv6_cidr_block"];
      expect(Object.fromEntries(updates.map((change) => [at(change, "address"), differing(change)]))).toEqual(
        {
          "aws_db_instance.orders": ["network_type"],
          "aws_instance.web": ["instance_type", "ipv6_address_count", "metadata_options"],
          // The provider spells out the empty parts of `subnet_mapping`, which it read from AWS.
          "aws_lb.front": ["ip_address_type", "subnet_mapping"],
          "aws_subnet.private_a": subnet,
          "aws_subnet.private_b": subnet,
          "aws_subnet.public_a": subnet,
          "aws_subnet.public_b": subnet,
          "aws_vpc.main": ["assign_generated_ipv6_cidr_block", "ipv6_association_id", "ipv6_cidr_block"],
        },
      );
      const web = updates.find((change) => at(change, "address") === "aws_instance.web");
      expect(at(web, "change", "after", "metadata_options", 0)).toEqual({
        ...Object(at(web, "change", "before", "metadata_options", 0)),
        http_protocol_ipv6: "enabled",
      });
    });
  });

  test("the way back to stage import takes all of it away, in place", async () => {
    const state = terraformState({ ...IMPORTED_SHOP, ...MIGRATED_SHOP });
    const { json } = await offlinePlan(terraform, withoutLookups(networkAt("import")), state);
    const changes = listAt(json, "resource_changes");
    const updates = changes.filter((change) => listAt(change, "change", "actions").join() === "update");
    const after = Object.fromEntries(
      updates.map((change) => [at(change, "address"), at(change, "change", "after")]),
    );
    expect(after).toMatchObject({
      "aws_db_instance.orders": { network_type: "IPV4" },
      "aws_instance.web": {
        instance_type: "t2.medium",
        ipv6_address_count: 0,
        metadata_options: [{ http_protocol_ipv6: "disabled", http_tokens: "optional" }],
      },
      "aws_lb.front": { ip_address_type: "ipv4" },
      "aws_subnet.public_a": { assign_ipv6_address_on_creation: false, ipv6_cidr_block: null },
      "aws_vpc.main": { assign_generated_ipv6_cidr_block: null },
    });
    expect(Object.keys(after)).toHaveLength(Object.keys(MIGRATED_SHOP).length);
    const actions = changes.map((change) => listAt(change, "change", "actions").join());
    expect([...new Set(actions)].sort()).toEqual(["create", "no-op", "update"]);
  });

  test("the way back forgets a target that was registered before, and lets go of the main route table's name", async () => {
    const joined = {
      "aws_lb_target_group_attachment.web_web": {
        id: "tg-1",
        target_group_arn: at(IMPORTED_SHOP["aws_lb_target_group.web"], "arn"),
        target_id: at(IMPORTED_SHOP["aws_instance.web"], "id"),
      },
      "aws_route_table_association.private_a": {
        id: "rtbassoc-3",
        subnet_id: "subnet-0a3",
        route_table_id: "rtb-0a2",
      },
    };
    const state = terraformState({ ...IMPORTED_SHOP, ...joined });
    const { json } = await offlinePlan(terraform, withoutLookups(networkAt("import")), state);
    const actions = listAt(json, "resource_changes").map(
      (change) => `${listAt(change, "change", "actions").join()} ${at(change, "address")}`,
    );
    expect(actions.filter((action) => !action.startsWith("no-op "))).toEqual([
      "forget aws_lb_target_group_attachment.web_web",
      "delete aws_route_table_association.private_a",
      "create terraform_data.migration",
    ]);
  });

  test("a change that would replace what was imported is refused by Terraform", async () => {
    const moved = networkFrom(IMPORTING.replace("{ a: 10.0.0.0/24,", "{ a: 10.0.9.0/24,"));
    await expect(offlinePlan(terraform, stackOf(moved), terraformState(IMPORTED_SHOP))).rejects.toThrow(
      /Instance cannot be destroyed[\s\S]*aws_subnet\.public_a has lifecycle\.prevent_destroy/,
    );
  });

  test.each([
    ["at the last stage", networkAt("ipv6-only-subnets")],
    ["in a VPC of others", networkFrom(REFERENCING)],
  ])(
    "terraform test with a mocked provider makes it all anew, %s, and has nothing left to do",
    async (_, network) => {
      const { applied, replanned } = await mockedRun(terraform, stackOf(network));
      expect(applied).toBeGreaterThan(15);
      expect(replanned).toEqual([]);
    },
  );

  test.each([
    ["what would be imported", IMPORTING],
    ["what stands in a VPC of others, without asking AWS for anything", idsAlone(REFERENCING)],
  ])("a plan from nothing makes %s", async (_, blueprint) => {
    const { actions } = await offlinePlan(terraform, stackOf(networkFrom(blueprint)));
    expect(actions.length).toBeGreaterThan(12);
    expect(actions.filter((action) => !action.startsWith("create "))).toEqual([]);
  });

  test("hosts of a launch template, endpoints and records are imported without a change", async () => {
    const { actions } = await offlinePlan(
      terraform,
      stackOf(networkFrom(IMPORTING_FLEET)),
      terraformState(IMPORTED_FLEET),
    );
    expect([...actions].sort()).toEqual(["create terraform_data.migration"]);
  });
});

/** The blueprint without what needs more of a thing managed outside this stack than its id. */
function idsAlone(blueprint: string): string {
  const [before = ""] = blueprint.split("outputs:");
  return before.replace(/ +near: .*\n/, "");
}

/** The arguments that an update changes, sorted. */
function differing(change: unknown): readonly string[] {
  const [before, after] = [Object(at(change, "change", "before")), Object(at(change, "change", "after"))];
  const unknown = Object(at(change, "change", "after_unknown"));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter(
    (name) => unknown[name] === true || JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
