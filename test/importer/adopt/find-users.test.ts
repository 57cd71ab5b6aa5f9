import { describe, expect, it } from "vitest";
import { findUsers } from "../../../src/importer/adopt/find-users.ts";
import { shareOut } from "../../../src/importer/adopt/share-out.ts";
import { draftOf, networkModulePlan, oldPlanOf, type PlanJson } from "../../support/network-module.ts";

function sharesOf(plan: PlanJson) {
  const old = oldPlanOf(plan);
  return { old, shares: shareOut(old.managed, draftOf(old)) };
}

describe("findUsers", () => {
  it("follows outputs of modules, and values where a plan does not tell the way", () => {
    const { old, shares } = sharesOf(networkModulePlan());
    const users = findUsers(shares, old).map(({ address, reference, targets }) => [
      address,
      reference,
      targets.map(({ to }) => to),
    ]);
    expect(users).toEqual([
      ["aws_ssm_parameter.vpc", "module.vpc.vpc_id", ["aws_vpc.main"]],
      [
        "output.public_subnets",
        "module.vpc.public_subnets",
        ["aws_subnet.shop-public_a", "aws_subnet.shop-public_b"],
      ],
      ["module.vpc.aws_default_security_group.this", "aws_vpc.this[0].id", ["aws_vpc.main"]],
      ["aws_ssm_parameter.subnets", null, ["aws_subnet.shop-private_a", "aws_subnet.shop-private_b"]],
    ]);
  });

  it("names calls of modules, dependencies, and what stands in a module of a module", () => {
    const plan = networkModulePlan();
    const root = plan.configuration?.root_module;
    const calls = Object(root?.["module_calls"]);
    calls.app = {
      expressions: {
        subnet: { references: ["module.vpc.private_subnets[0]", "module.vpc.private_subnets", "module.vpc"] },
      },
      module: { resources: [{ address: "aws_x.y", expressions: { id: { references: ["var.subnet"] } } }] },
    };
    calls.wrap = {
      module: {
        module_calls: { vpc: calls.vpc },
        outputs: { id: { expression: { references: ["module.vpc.vpc_id"] } } },
      },
    };
    const resources = root?.["resources"];
    if (Array.isArray(resources))
      resources.push({ address: "data.aws_x.z", depends_on: ["module.vpc"], expressions: {} });
    const { old, shares } = sharesOf(plan);
    const users = findUsers(shares, old);
    expect(users).toContainEqual(
      expect.objectContaining({ address: "module.app", reference: "module.vpc.private_subnets[0]" }),
    );
    const dependent = users.find(({ address }) => address === "data.aws_x.z");
    expect([dependent?.reference, dependent?.targets.length]).toEqual(["module.vpc", 29]);
    // The module of the same name in another one is another one.
    expect(users.map(({ address }) => address)).not.toContain("module.wrap");
  });

  it("goes as deep as modules and blocks lie in each other", () => {
    const plan = networkModulePlan();
    const calls = Object(plan.configuration?.root_module["module_calls"]);
    const reader = (expressions: object) => ({ resources: [{ address: "aws_x.reader", expressions }] });
    const uses = { references: ["module.vpc.vpc_id", "module.vpc"] };
    const inBlocks = Array.from({ length: 70 }).reduce<object>((inner) => ({ block: [inner] }), { id: uses });
    const inModules = Array.from({ length: 40 }).reduce<object>(
      (module) => ({ module_calls: { m: { module } } }),
      { ...reader({ id: uses }), module_calls: { vpc: calls.vpc } },
    );
    calls.m = { module: inModules };
    calls.blocks = { module: { ...reader(inBlocks), module_calls: { vpc: calls.vpc } } };
    const { old, shares } = sharesOf(plan);
    // The same VPC for both readers: as if each had its own call of the module.
    const found = [`${"module.m.".repeat(41)}`, "module.blocks."].map((prefix) => {
      const given = shares.given.map((one) => ({
        ...one,
        resource: { ...one.resource, address: `${prefix}${one.resource.address}` },
      }));
      return findUsers({ ...shares, given }, old).map(({ address }) => address);
    });
    expect(found).toEqual(
      [[`${"module.m.".repeat(41)}aws_x.reader`], ["module.blocks.aws_x.reader"]].map((addresses) =>
        expect.arrayContaining(addresses),
      ),
    );
  });
});
