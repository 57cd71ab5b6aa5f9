import { describe, expect, it } from "vitest";
import { topologyOfPlan } from "../../../src/reach/from-terraform/topology-of-plan.ts";

function mistakeOf(json: unknown): string | undefined {
  return topologyOfPlan(json).mistake?.message;
}

const PLAN = { format_version: "1.2", planned_values: { root_module: {} } };

describe("what is no plan and no state", () => {
  it.each([
    ["null", null, "this is no JSON object"],
    ["a list", [], "this is no JSON object"],
    ["an empty object", {}, "it has no format_version, as `terraform show -json` writes it"],
    ["a younger format", { ...PLAN, format_version: "2.0" }, 'its format_version is "2.0", not 1.x'],
    [
      "a number for a format",
      { ...PLAN, format_version: 1.2 },
      "it has no format_version, as `terraform show -json` writes it",
    ],
    [
      "the schemas of providers",
      { format_version: "1.0", provider_schemas: {} },
      "it is neither a plan nor a state: it has no planned_values and no values",
    ],
    [
      "a plan that failed",
      { ...PLAN, errored: true },
      "planning failed half-way: what the plan does not say is not known",
    ],
    [
      "a plan without values",
      { format_version: "1.2", resource_changes: [] },
      "it is a plan without planned_values",
    ],
    [
      "an old state file",
      { version: 3, lineage: "x", modules: [] },
      "it is a state file of version 3, not 4",
    ],
    ["values that are a text", { format_version: "1.0", values: "x" }, "its values are no object"],
    [
      "a module that is a number",
      { format_version: "1.0", values: { root_module: 1 } },
      "a module in it is no object",
    ],
  ])("is refused: %s", (_, json, message) => {
    const { topology, mistake } = topologyOfPlan(json);
    expect(topology).toBeNull();
    expect(mistake?.message).toBe(message);
    expect(mistake?.hint).toContain("terraform show -json");
  });

  it("is refused when it is deeper than any plan", () => {
    const deep = { ...PLAN, configuration: JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`) };
    expect(mistakeOf(deep)).toBe("it is nested deeper than any plan or state");
  });

  it("is refused when it holds an address twice, or one longer than any", () => {
    const vpc = { address: "aws_vpc.a", mode: "managed", type: "aws_vpc", name: "a", values: {} };
    const state = (...resources: object[]) => ({
      format_version: "1.0",
      values: { root_module: { resources } },
    });
    expect(mistakeOf(state(vpc, vpc))).toBe('it holds "aws_vpc.a" twice');
    expect(mistakeOf(state({ ...vpc, address: `aws_vpc.a["${"x".repeat(9_000)}"]` }))).toBe(
      "an address in it is longer than any of Terraform's",
    );
    expect(mistakeOf(state({ ...vpc, values: [] }))).toBe('the values of "aws_vpc.a" are no object');
    expect(mistakeOf(state({ type: "aws_vpc" }))).toBe("a resource in it has no address, type or name");
  });
});

describe("what there is nothing in", () => {
  it.each([
    ["a plan", PLAN],
    ["a state", { format_version: "1.0", values: { root_module: {} } }],
    ["no state at all, as Terraform shows it", { format_version: "1.0" }],
    ["a state file", { version: 4, lineage: "x", resources: [] }],
  ])("is an empty topology: %s", (_, json) => {
    expect(topologyOfPlan(json).topology).toMatchObject({ vpcs: [], subnets: [], nodes: [], leftOut: [] });
  });
});
