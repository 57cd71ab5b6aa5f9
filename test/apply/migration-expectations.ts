import { expect } from "vitest";
import { without } from "../support/migration/guide-migration.ts";
import type { Moved } from "../support/migration/migrating-stack.ts";
import type { NetworkFacts } from "../support/migration/network-facts.ts";

/** Milliseconds: an apply, its two plans and their judgement on a busy machine. */
export const TIMEOUT = 2_400_000;

/** Nothing is left to change, and nothing was destroyed, replaced, made or changed that was not announced. */
export function expectQuiet({ findings, left }: Moved): void {
  expect(findings.filter((finding) => !finding.startsWith("note:"))).toEqual([]);
  expect(left).toEqual([]);
}

/** Everything that was there for IPv4 is there still, with the same ids and addresses. */
export function expectUntouched(now: NetworkFacts, before: NetworkFacts): void {
  expect(now.given).toEqual(before.given);
  expect(without(before.ipv4, now.ipv4)).toEqual([]);
}
