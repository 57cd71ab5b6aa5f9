import "../../test/model/migration/guard-conditions.test.ts";
import "../../test/model/migration/judge-plan.test.ts";
import "../../test/model/migration/losses.test.ts";
import "../../test/model/migration/plan-details.test.ts";
import "../../test/model/migration/read-plan.test.ts";
import { collectedCases } from "./collected-tests.ts";
import type { Case, CorpusNetwork } from "./corpus.ts";

/** The judgement of a migration needs no blueprint: the tests hold its plans. */
export function networksOf(): readonly CorpusNetwork[] {
  return [];
}

/** One case for each test of the migration's judgement. */
export function casesOf(): readonly Case[] {
  return collectedCases("migration");
}
