import "../../test/model/migration/guard-conditions.test.ts";
import "../../test/model/migration/judge-plan.test.ts";
import "../../test/model/migration/read-plan.test.ts";
import { collectedTests } from "./collected-tests.ts";
import type { Case, CorpusNetwork } from "./corpus.ts";

/** The judgement of a migration needs no blueprint: the tests hold its plans. */
export function networksOf(): readonly CorpusNetwork[] {
  return [];
}

/** One case for each test of the migration's judgement: it passes, or throws. Throws when there is no test. */
export function casesOf(): readonly Case[] {
  if (collectedTests.length === 0) throw new Error("no test was collected");
  return collectedTests.map(({ name, run }, index) => ({
    rule: "migration",
    file: `${index}: ${name}`,
    ask: () => {
      run();
      return "passes";
    },
  }));
}
