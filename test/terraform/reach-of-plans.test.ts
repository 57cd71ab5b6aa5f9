import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import { expectFates, HOLES } from "../support/dns64-holes.ts";
import { planOfModule } from "../support/plan-of-module.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { understood } from "../support/topology-differences.ts";

const FIXTURES = fileURLToPath(new URL("../support/fixtures/reach/", import.meta.url));

describeWithTools("terraform", findTerraform(), (terraform) => {
  describe("DNS64 without a route to NAT64 is found in plans of modules", () => {
    test.each(Object.entries(HOLES))("%s", async (fixture, expected) => {
      expectFates(understood(await planOfModule(terraform, `${FIXTURES}${fixture}`)), expected);
    });
  });
});
