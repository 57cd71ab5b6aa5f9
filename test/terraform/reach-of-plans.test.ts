import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { dns64Of, foundIn, fromHostIn, HOLES, holesIn } from "../support/dns64-holes.ts";
import { planOfModule } from "../support/plan-of-module.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { understood } from "../support/topology-differences.ts";

const FIXTURES = fileURLToPath(new URL("../support/fixtures/reach/", import.meta.url));

describeWithTools("terraform", findTerraform(), (terraform) => {
  describe("DNS64 without a route to NAT64 is found in plans of modules", () => {
    test.each(Object.entries(HOLES))("%s", async (fixture, expected) => {
      const topology = understood(await planOfModule(terraform, `${FIXTURES}${fixture}`));
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
});
