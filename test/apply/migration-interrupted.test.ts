import { describe, expect, test } from "vitest";
import { STAGES } from "../../src/model/types/migration.ts";
import { without } from "../support/migration/guide-migration.ts";
import { blueprintAt } from "../support/migration/guide-network.ts";
import { describeMigration } from "./describe-migration.ts";
import { expectQuiet, expectUntouched, TIMEOUT } from "./migration-expectations.ts";
import { SHOWN } from "./migration-shown.ts";

/** Stages whose apply is interrupted, once Terraform says so, before it is finished by another. */
const INTERRUPTED = [
  { stage: "instance-types", when: /aws_instance\.web: Modifying/, signal: "SIGINT" },
  { stage: "load-balancers", when: /aws_lb\.front: Modifying/, signal: "SIGKILL" },
] as const;

describeMigration("apply migrate-web-and-database, interrupted", (guide) => {
  describe.each(INTERRUPTED)("stage $stage by $signal", ({ stage, ...interrupt }) => {
    test(
      "is finished by the next apply, and brings its part of IPv6 and nothing else",
      async () => {
        const { added, gone = [] } = SHOWN[stage];
        const previous = STAGES[STAGES.indexOf(stage) - 1] ?? "import";
        expect((await guide.migration.move(previous)).left).toEqual([]);
        const was = await guide.migration.facts();
        const said = await guide.migration.stack.interruptedApply(
          blueprintAt(guide.migration.blueprint, stage),
          interrupt,
        );
        expect(said).not.toContain("Apply complete!");
        expectQuiet(await guide.migration.move(stage));
        const now = await guide.migration.facts();
        expect(without(now.ipv6, was.ipv6)).toEqual([...added].sort());
        expect(without(was.ipv6, now.ipv6)).toEqual([...gone].sort());
        expectUntouched(now, guide.before);
      },
      TIMEOUT,
    );
  });
});
