import { describe, expect, test } from "vitest";
import { STAGES, type StageId } from "../../src/model/types/migration.ts";
import { without } from "../support/migration/guide-migration.ts";
import type { NetworkFacts } from "../support/migration/network-facts.ts";
import { describeMigration } from "./describe-migration.ts";
import { expectQuiet, expectUntouched, TIMEOUT } from "./migration-expectations.ts";
import { ADDED_BY_AWS, SHOWN } from "./migration-shown.ts";

/** Which stages are taken back once: all of them only when asked for, as each costs a minute or two. */
const TAKEN_BACK: readonly StageId[] =
  process.env["HEXTET_APPLY_ALL"] === "1"
    ? STAGES.slice(1)
    : [
        "subnet-address-blocks",
        "security",
        "routes",
        "instance-types",
        "instance-addresses",
        "load-balancers",
      ];

describeMigration("apply migrate-web-and-database, and back", (guide) => {
  describe.each(TAKEN_BACK)("stage %s", (stage) => {
    const previous = STAGES[STAGES.indexOf(stage) - 1] ?? "import";
    let there: NetworkFacts;

    test(
      "is reached, be it over the stages between in one apply",
      async () => {
        expect((await guide.migration.move(stage)).left).toEqual([]);
        there = await guide.migration.facts();
        expectUntouched(there, guide.before);
      },
      TIMEOUT,
    );

    test(
      "can be taken back, and done again",
      async () => {
        const { added, gone = [] } = SHOWN[stage];
        expectQuiet(await guide.migration.move(previous));
        const back = await guide.migration.facts();
        // What AWS added by itself goes with the stage that took it over, and stays when it was not.
        const own = (lines: readonly string[]) => lines.filter((line) => !ADDED_BY_AWS.includes(line));
        expect(own(back.ipv6)).toEqual(own([...without(there.ipv6, added), ...gone].sort()));
        expectUntouched(back, guide.before);
        expectQuiet(await guide.migration.move(stage));
        expect(await guide.migration.facts()).toEqual(there);
      },
      TIMEOUT,
    );
  });
});
