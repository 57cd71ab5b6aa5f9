import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { accountFor } from "../support/layouts/account-for.ts";
import { answered } from "../support/layouts/answered.ts";
import { atMost } from "../support/layouts/at-most.ts";
import { LAYOUTS, makeNetworks } from "../support/layouts/made-networks.ts";
import { takeOver, walk } from "../support/layouts/walk.ts";
import { MigratingStack } from "../support/migration/migrating-stack.ts";
import { type Ran, run } from "../support/run.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const COMMAND = fileURLToPath(new URL("../../src/hextet.js", import.meta.url));
const REGION = "eu-west-1";
/** Milliseconds: many applies at once on a busy machine. */
const TIMEOUT = 3_000_000;

/** What each network has: its resources, and what becomes of them. */
const COUNTED = {
  complete: { seen: 56, taken: 50, listed: 4, default: 2, rules: [1, 1] },
  default: { seen: 7, taken: 6, listed: 0, default: 1, rules: [0, 0] },
  "dual-stack": { seen: 31, taken: 31, listed: 0, default: 0, rules: [0, 0] },
  "for-each": { seen: 37, taken: 37, listed: 0, default: 0, rules: [0, 0] },
  labelled: { seen: 34, taken: 33, listed: 0, default: 1, rules: [5, 5] },
  "nat-per-zone": { seen: 27, taken: 27, listed: 0, default: 0, rules: [0, 0] },
  "network-acls": { seen: 48, taken: 46, listed: 1, default: 1, rules: [0, 0] },
  "secondary-blocks": { seen: 55, taken: 55, listed: 0, default: 0, rules: [3, 3] },
  "separate-tables": { seen: 43, taken: 41, listed: 2, default: 0, rules: [0, 0] },
  services: { seen: 43, taken: 37, listed: 6, default: 0, rules: [7, 7] },
  simple: { seen: 23, taken: 20, listed: 0, default: 3, rules: [0, 0] },
} as const;

/** Rules that ask for the IPv6 twin of a block elsewhere: the one thing that a person has to write. */
const ASKED: Readonly<Record<string, number>> = { labelled: 1, "network-acls": 4 };

/** Networks that go through all stages: all of them only when asked for, as each takes a minute or more. */
const WALKED: readonly string[] =
  process.env["HEXTET_APPLY_ALL"] === "1" ? LAYOUTS : ["default", "dual-stack", "labelled"];

describeWithTools(
  "a network that lies as a well-known module lays it",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    const folder = mkdtempSync(path.join(tmpdir(), "hextet-layouts-"));
    let emulator: Emulator;
    let states: ReadonlyMap<string, object>;
    const inTurn = atMost(3);

    const hextetImport = (...args: readonly string[]): Promise<Ran> =>
      run(process.execPath, [COMMAND, "import", "--region", REGION, ...args], {
        cwd: folder,
        env: { ...emulator.env, PATH: process.env["PATH"] ?? "" },
        accept: [0, 1, 2],
        timeout: 480_000,
      });
    const importState = (layout: string) => {
      writeFileSync(path.join(folder, `${layout}.json`), JSON.stringify(states.get(layout)));
      return hextetImport("--state", `${layout}.json`, "--name", layout);
    };

    beforeAll(async () => {
      emulator = await startEmulator(python);
      states = await makeNetworks(terraform, LAYOUTS, emulator);
    }, TIMEOUT);
    afterAll(async () => {
      await emulator?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test("is there for each of the counts", () => {
      expect(LAYOUTS).toEqual(Object.keys(COUNTED).sort());
    });

    test.each(["for-each", "labelled", "simple", "services"])(
      "%s: the same is read from AWS as from the state",
      async (layout) => {
        const fromState = await importState(layout);
        const [vpcId = ""] = /vpc-[0-9a-f]+/.exec(fromState.stdout) ?? [];
        const fromAws = await hextetImport("--vpc", vpcId, "--name", layout);
        expect([fromAws.status, comparable(fromAws.stdout)]).toEqual([0, comparable(fromState.stdout)]);
      },
      TIMEOUT,
    );

    test.concurrent.each(Object.entries(COUNTED))(
      "%s: is taken over without an edit, led through the stages, and nothing else changes",
      (layout, counted) =>
        inTurn(async () => {
          const { status, stdout, stderr } = await importState(layout);
          expect([status, stderr]).toEqual([0, expect.stringContaining("resources to take over")]);
          expect(stderr).toMatch(/; valid, /);
          expect(accountFor(states.get(layout), stdout)).toEqual({ ...counted, missing: [] });
          const blueprint = answered(stdout);
          expect(blueprint.questions).toBe(ASKED[layout] ?? 0);
          const site = { env: emulator.env, emulator, withoutBackend: true };
          const stack = new MigratingStack(terraform, stdout, site);
          try {
            await takeOver(stack, stdout);
            if (WALKED.includes(layout)) await walk(stack, blueprint.text);
          } finally {
            stack.remove();
          }
        }),
      TIMEOUT,
    );
  },
);

/**
 * Without what is listed, which Terraform and AWS call by other words, and without the description of a rule that names
 * another group, which the emulator forgets.
 */
function comparable(blueprint: string): string {
  return blueprint.replace(/^# {3}.*\n/gm, "").replace(/ +description: HTTP\n/, "");
}
