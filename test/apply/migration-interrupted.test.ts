import { describe, expect, test } from "vitest";
import { STAGES, type StageId } from "../../src/model/types/migration.ts";
import { type GuideMigration, without } from "../support/migration/guide-migration.ts";
import { blueprintAt } from "../support/migration/guide-network.ts";
import { networkOf } from "../support/migration/migrating-stack.ts";
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
        if (interrupt.signal === "SIGKILL") await expectLostStateToStop(guide.migration, stage);
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

/** Terraform empties the file of a local state before it writes it anew: of a kill between the two only the backup is left. */
async function expectLostStateToStop({ stack, blueprint }: GuideMigration, stage: StageId): Promise<void> {
  stack.loseState();
  const network = blueprintAt(blueprint, stage);
  const plan = await stack.plan(network);
  const findings = stack.judge(await plan.json(), networkOf(network));
  expect(findings.join("\n")).toMatch(/^error: .* \[migrate\/stage-skipped\]$/m);
  stack.restoreState();
}
