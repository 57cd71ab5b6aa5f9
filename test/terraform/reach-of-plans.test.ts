import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { dns64Of, fromHostIn } from "../support/dns64-holes.ts";
import { planOfModule } from "../support/plan-of-module.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { understood } from "../support/topology-differences.ts";

const FIXTURES = fileURLToPath(new URL("../support/fixtures/reach/", import.meta.url));

describeWithTools("terraform", findTerraform(), (terraform) => {
  describe("DNS64 without a route to NAT64 is found in plans of modules", () => {
    const HOLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      count: {
        "module.vpc.aws_subnet.private[0]": "hole",
        "module.vpc.aws_subnet.private[1]": "hole",
        "module.vpc.aws_subnet.private[2]": "hole",
      },
      "for-each": {
        'module.vpc.module.private.aws_subnet.this["a"]': "hole",
        'module.vpc.module.private.aws_subnet.this["b"]': "hole",
      },
      joined: {
        "module.subnets.aws_subnet.private[0]": "nat64",
        "module.subnets.aws_subnet.private[1]": "nat64",
        "module.subnets.aws_subnet.public[0]": "hole",
        "module.subnets.aws_subnet.public[1]": "hole",
      },
      "two-vpcs": { "aws_subnet.app": "nat64", "aws_subnet.bare": "hole" },
      "count-with-nat64": {
        "module.vpc.aws_subnet.private[0]": "nat64",
        "module.vpc.aws_subnet.private[1]": "nat64",
        "module.vpc.aws_subnet.private[2]": "nat64",
      },
    };
    test.each(Object.entries(HOLES))("%s", async (fixture, expected) => {
      const topology = understood(await planOfModule(terraform, `${FIXTURES}${fixture}`));
      expect(topology.leftOut).toEqual([]);
      expect(dns64Of(topology)).toEqual(expected);
      const walked = Object.keys(expected).map((id) => [id, fromHostIn(topology, id)]);
      expect(Object.fromEntries(walked)).toEqual(
        Object.fromEntries(
          Object.entries(expected).map(([id, fate]) => [id, fate === "hole" ? "blocked" : "reaches"]),
        ),
      );
    });
  });
});
