import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { drawnState } from "../support/random-vpc/drawn-state.ts";
import { firstPlanOf } from "../support/random-vpc/first-plan.ts";
import { makeVpcs } from "../support/random-vpc/made-vpcs.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

/** Without IPv6, with some, and with hosts or subnets that hand it out. `npm run fuzz:import -- --emulator` asks about as many as one likes. */
const SEEDS = [1, 2, 5, 7];
/** Milliseconds: an apply and four plans on a busy machine. */
const TIMEOUT = 1_800_000;

describeWithTools("a VPC made at random", both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator(python);
  });
  afterAll(() => emulator?.stop());

  test(
    "is taken over by imports alone, whatever IPv6 it has, and what is not taken is listed",
    async () => {
      const states = await makeVpcs(terraform, SEEDS.map(drawnState), emulator);
      for (const [index, state] of states.entries()) {
        const { problems, seen, imported, listed, isRefused } = await firstPlanOf(terraform, state, emulator);
        expect([SEEDS[index], isRefused, problems]).toEqual([SEEDS[index], false, []]);
        expect(imported + listed).toBeGreaterThan(seen / 2);
      }
    },
    TIMEOUT,
  );
});
