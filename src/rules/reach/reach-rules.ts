import { declaredPathBroken } from "./declared-path-broken.ts";
import { expectationNameUnknown } from "./expectation-name-unknown.ts";
import { expectationNotKnown } from "./expectation-not-known.ts";
import { expectationNotMet } from "./expectation-not-met.ts";
import { gatewayEndpointBypassed } from "./gateway-endpoint-bypassed.ts";
import { openingTooWide } from "./opening-too-wide.ts";
import { pathAsymmetric } from "./path-asymmetric.ts";
import { routeBlackHole } from "./route-black-hole.ts";
import { routeOrEntryShadowed } from "./route-or-entry-shadowed.ts";
import { ruleUnused } from "./rule-unused.ts";

/** The rules that follow packets, sorted by id. */
export const reachRules = [
  declaredPathBroken,
  expectationNameUnknown,
  expectationNotKnown,
  expectationNotMet,
  gatewayEndpointBypassed,
  openingTooWide,
  pathAsymmetric,
  routeBlackHole,
  routeOrEntryShadowed,
  ruleUnused,
] as const;
