import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectFates, foundIn, HOLES } from "../../support/dns64-holes.ts";
import { understood } from "../../support/topology-differences.ts";

/** What `terraform show -json` said of each module of `fixtures/reach` after it was applied to the emulator. */
function stateOf(fixture: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../support/fixtures/reach-states/${fixture}.json`, import.meta.url), "utf8"),
  );
}

describe("DNS64 without a route to NAT64, in the states of modules", () => {
  it("is in four of the five", () => {
    const withHoles = Object.keys(HOLES).filter(
      (fixture) => foundIn(understood(stateOf(fixture))).length > 0,
    );
    expect(withHoles).toEqual(["count", "for-each", "joined", "two-vpcs"]);
  });

  it.each(Object.entries(HOLES))("is found in %s where it is, and nothing else is", (fixture, expected) => {
    expectFates(understood(stateOf(fixture)), expected);
  });
});
