import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STAGES } from "../../src/model/types/migration.ts";
import { left } from "../support/applied-stack.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { GuideMigration, without } from "../support/migration/guide-migration.ts";
import { blueprintAt, blueprintFromScratch, guideBlueprint } from "../support/migration/guide-network.ts";
import { MigratingStack } from "../support/migration/migrating-stack.ts";
import { type NetworkFacts, networkFacts } from "../support/migration/network-facts.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";
import { expectQuiet, expectUntouched, TIMEOUT } from "./migration-expectations.ts";
import { SHOWN } from "./migration-shown.ts";

// Stages that are taken back, and applies that are interrupted, have files of their own: they wait beside this one.

const MIGRATED = "migrate-web-and-database";

describeWithTools(`apply ${MIGRATED}`, both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  let migration: GuideMigration;
  let scratch: MigratingStack;
  let before: NetworkFacts;
  let latest: NetworkFacts;

  beforeAll(async () => {
    emulator = await startEmulator(python);
    const fresh = blueprintFromScratch(guideBlueprint(MIGRATED, (reference) => reference));
    scratch = new MigratingStack(terraform, fresh, { env: emulator.account(2), emulator });
    [migration] = await Promise.all([
      GuideMigration.begin(terraform, emulator, 1),
      scratch.init().then(() => scratch.move(fresh)),
    ]);
    before = await migration.facts();
    latest = before;
  }, TIMEOUT);
  afterAll(async () => {
    await emulator?.stop();
    migration?.stack.remove();
    scratch?.remove();
  });

  test("begins without any IPv6", () => {
    expect(before.ipv6).toEqual(["aws_instance.database is a m3.large", "aws_instance.web is a t2.medium"]);
    expect(before.ipv4.length).toBeGreaterThan(40);
    expect(
      [...before.ipv4, ...before.given].filter((line) => /\b(subnet|rtb|sg|acl|i|nat)-/.test(line)),
    ).toEqual([]);
  });

  describe.each(STAGES)("stage %s", (stage) => {
    test(
      "applies as announced, and brings its part of IPv6 and nothing else",
      async () => {
        const { added, gone = [] } = SHOWN[stage];
        expectQuiet(await migration.move(stage));
        const was = latest;
        latest = await migration.facts();
        expect(without(latest.ipv6, was.ipv6)).toEqual([...added].sort());
        expect(without(was.ipv6, latest.ipv6)).toEqual([...gone].sort());
        expectUntouched(latest, before);
      },
      TIMEOUT,
    );
  });

  test(
    "a route that was made and forgotten is taken over by its id",
    async () => {
      const { stack, blueprint, imports } = migration;
      const last = "ipv6-only-subnets";
      const route = "aws_route.public_default-ipv6";
      await stack.forget(route);
      await expect(migration.move(last)).rejects.toThrow("RouteAlreadyExists");
      const table = [...imports].find(([, address]) => address === "aws_route_table.public")?.[0];
      expectQuiet(await stack.move(blueprintAt(blueprint, last, { [route]: `${table}_::/0` })));
      expect(await migration.facts()).toEqual(latest);
    },
    TIMEOUT,
  );

  test(
    "ends by removing the migration, which destroys its mark and nothing else",
    async () => {
      const plan = await migration.stack.plan(blueprintAt(migration.blueprint, null));
      expect(plan.actions).toEqual(["delete terraform_data.migration"]);
      expectQuiet(await migration.move(null));
      expect(await migration.facts()).toEqual(latest);
    },
    TIMEOUT,
  );

  test(
    "ends at what the same blueprint makes from nothing",
    async () => {
      const named = migration.stack.names();
      const nameOf = (id: string) => migration.imports.get(id) ?? named.get(id) ?? id;
      const migrated = await networkFacts(migration.site, nameOf);
      const fresh = scratch.names();
      const made = await networkFacts(GuideMigration.siteOf(emulator, 2), (id) => fresh.get(id) ?? id);
      // The main route table of a VPC of its own, which no subnet uses.
      const own = (lines: readonly string[]) => lines.filter((line) => !line.startsWith("rtb-"));
      expect(migrated.ipv6).toEqual(own(made.ipv6));
      expect(migrated.ipv4).toEqual(own(made.ipv4));
    },
    TIMEOUT,
  );

  test(
    "leaves nothing when it is destroyed",
    async () => {
      await migration.stack.destroy();
      expect(await left(migration.site)).toEqual([]);
    },
    TIMEOUT,
  );
});
