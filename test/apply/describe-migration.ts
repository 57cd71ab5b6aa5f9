import { afterAll, beforeAll } from "vitest";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { GuideMigration } from "../support/migration/guide-migration.ts";
import type { NetworkFacts } from "../support/migration/network-facts.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";
import { TIMEOUT } from "./migration-expectations.ts";

/** What a test of the guide's network has once it runs, and not before. */
interface Migrating {
  readonly migration: GuideMigration;
  /** What AWS says of the network before anything is imported. */
  readonly before: NetworkFacts;
}

/**
 * Tests of the guide's network with the VPC's block, in an emulator of its own: what is to be tried is reached from there over
 * the stages between.
 */
export function describeMigration(title: string, tests: (migrating: Migrating) => void): void {
  describeWithTools(title, both(findTerraform(), findPython()), ([terraform, python]) => {
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

    tests({
      get migration() {
        return migration;
      },
      get before() {
        return before;
      },
    });
  });
}
