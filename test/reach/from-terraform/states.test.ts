import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dns64Of, foundIn, fromHostIn, HOLES, holesIn } from "../../support/dns64-holes.ts";
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
    const topology = understood(stateOf(fixture));
    expect(topology.leftOut).toEqual([]);
    expect(dns64Of(topology)).toEqual(expected);
    expect(foundIn(topology)).toEqual(holesIn(expected).map((address) => `route-black-hole ${address}`));
    const walked = Object.keys(expected).map((id) => [id, fromHostIn(topology, id)]);
    expect(Object.fromEntries(walked)).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([id, fate]) => [id, fate === "hole" ? "blocked" : "reaches"]),
      ),
    );
  });
});
