import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { topologyOf } from "../../src/reach/from-network/topology-of.ts";
import { topologyOfPlan } from "../../src/reach/from-terraform/topology-of-plan.ts";
import type { Topology } from "../../src/reach/topology/topology.ts";
import { comparable } from "../support/comparable-topology.ts";
import { dns64Of, fromHostIn } from "../support/dns64-holes.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { networkFrom } from "../support/network.ts";
import { offlinePlan } from "../support/offline-plan.ts";
import { planOfModule } from "../support/plan-of-module.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const FIXTURES = fileURLToPath(new URL("../support/fixtures/reach/", import.meta.url));

/** The plan of a stage is held against its stage elsewhere: here stands the whole network. */
const MIGRATING = ["migrate-web-and-database"];

/** Ids that only a plan has: AWS makes a main route table, and Hextet gives every subnet another. */
const ONLY_IN_PLANS = ["aws_vpc.main.default_route_table_id"];

/** What a plan does not show of the shipped blueprints, by stack: the id and the field. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  // An address that `cidrhost` makes of a block that AWS chooses.
  "ipv6-only-bastion": ["aws_instance.bastion interfaces"],
  "nlb-ipv6": ["aws_instance.collector interfaces"],
  "webserver-fixed-address": ["aws_instance.web interfaces", "aws_route53_zone.site records"],
  // A record with the address of a database, which is a name that AWS chooses.
  "nat64-private": ["aws_route53_zone.inside records"],
};

function understood(plan: unknown): Topology {
  const { topology, mistake } = topologyOfPlan(plan);
  if (topology === null) throw new Error(mistake.message);
  return topology;
}

/** `id field` for each difference. */
function differences(stack: string, plan: unknown): readonly string[] {
  const yaml = readFileSync(new URL(`../../blueprints/${stack}.yaml`, import.meta.url), "utf8");
  const [expected, found] = [comparable(topologyOf(networkFrom(yaml))), comparable(understood(plan))];
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(
    (id) => !ONLY_IN_PLANS.includes(id),
  );
  return ids.flatMap((id) => {
    const [a = {}, b = {}] = [expected[id], found[id]].map((one) => Object(one) as Record<string, unknown>);
    const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return (
      fields
        // Which system a host runs is known by its image, of which a plan has only the id.
        .filter((field) => field !== "system" && JSON.stringify(a[field]) !== JSON.stringify(b[field]))
        .map((field) => `${id} ${field}`)
    );
  });
}

describeWithTools("terraform", findTerraform(), (terraform) => {
  const stacks = generatedStacks.filter((stack) => !MIGRATING.includes(basename(stack)));

  test.each(stacks.map((stack) => [basename(stack), stack]))(
    "the plan of %s gives the same topology as its blueprint",
    async (name, stack) => {
      const { json } = await offlinePlan(terraform, stack);
      expect(differences(name, json)).toEqual(NOT_SHOWN[name] ?? []);
    },
  );

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
