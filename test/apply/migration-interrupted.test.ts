import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STAGES } from "../../src/model/types/migration.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { GuideMigration, without } from "../support/migration/guide-migration.ts";
import { blueprintAt } from "../support/migration/guide-network.ts";
import type { NetworkFacts } from "../support/migration/network-facts.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";
import { expectQuiet, expectUntouched, TIMEOUT } from "./migration-expectations.ts";
import { SHOWN } from "./migration-shown.ts";

/** Stages whose apply is interrupted, once Terraform says so, before it is finished by another. */
const INTERRUPTED = [
  { stage: "instance-types", when: /aws_instance\.web: Modifying/, signal: "SIGINT" },
  { stage: "load-balancers", when: /aws_lb\.front: Modifying/, signal: "SIGKILL" },
] as const;

describeWithTools(
  "apply migrate-web-and-database, interrupted",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let migration: GuideMigration;
    let before: NetworkFacts;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      migration = await GuideMigration.begin(terraform, emulator, 1);
      before = await migration.facts();
      // The rules that AWS adds with the block are taken over by the next apply: only one that finds them can.
      await migration.move("vpc-address-block");
    }, TIMEOUT);
    afterAll(async () => {
      await emulator?.stop();
      migration?.stack.remove();
    });

    describe.each(INTERRUPTED)("stage $stage by $signal", ({ stage, ...interrupt }) => {
      test(
        "is finished by the next apply, and brings its part of IPv6 and nothing else",
        async () => {
          const { added, gone = [] } = SHOWN[stage];
          const previous = STAGES[STAGES.indexOf(stage) - 1] ?? "import";
          expect((await migration.move(previous)).left).toEqual([]);
          const was = await migration.facts();
          const said = await migration.stack.interruptedApply(
            blueprintAt(migration.blueprint, stage),
            interrupt,
          );
          expect(said).not.toContain("Apply complete!");
          expectQuiet(await migration.move(stage));
          const now = await migration.facts();
          expect(without(now.ipv6, was.ipv6)).toEqual([...added].sort());
          expect(without(was.ipv6, now.ipv6)).toEqual([...gone].sort());
          expectUntouched(now, before);
        },
        TIMEOUT,
      );
    });
  },
);
