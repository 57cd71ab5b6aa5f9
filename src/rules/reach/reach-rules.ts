import { declaredPathBroken } from "./declared-path-broken.ts";
import { expectationNameUnknown } from "./expectation-name-unknown.ts";
import { expectationNotKnown } from "./expectation-not-known.ts";
import { expectationNotMet } from "./expectation-not-met.ts";

/** The rules that follow packets, sorted by id. */
export const reachRules = [
  declaredPathBroken,
  expectationNameUnknown,
  expectationNotKnown,
  expectationNotMet,
] as const;
