import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePlan } from "../../../src/model/migration/judge-plan.ts";
import { readPlan } from "../../../src/model/migration/read-plan.ts";
import { sampleStages } from "../../support/sample-migration.ts";
import { markChange, planJson } from "../../support/terraform-plan.ts";

const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const GOOD = planJson([markChange("import", "vpc-address-block")], ["aws_vpc.main"]);
const changeOf = (more: object) => ({
  ...GOOD,
  resource_changes: [{ ...GOOD.resource_changes[0], ...more }],
});

describe("what is no plan is refused with what to run", () => {
  const HOW =
    "write `terraform plan -out=stage.tfplan`, then `terraform show -json stage.tfplan > plan.json`";
  const deep = (levels: number) => `{"format_version":"1.2","x":${"[".repeat(levels)}${"]".repeat(levels)}}`;

  test.each([
    [
      "a plan file as it is",
      "PK\u0003\u0004\u0000",
      "this is the plan file itself, which only Terraform can read",
    ],
    ["nothing", " \n", "there is nothing in it"],
    [
      "the log",
      '{"@level":"info"}\n{"@level":"info"}',
      "this is the log of `terraform plan -json`, not the plan",
    ],
    ["text", "No changes.", "this is no JSON object"],
    ["half a plan", '{"format_version":"1.2","resou', "this is no JSON object"],
    ["a list", "[]", "this is no JSON object"],
    ["other JSON", '{"a":1}', "it has no format_version, as `terraform show -json` writes it"],
    ["a plan of the future", '{"format_version":"2.0"}', 'its format_version is "2.0", not 1.x'],
    [
      "a state",
      '{"format_version":"1.0","values":{}}',
      "this is a state, not a plan: `terraform show -json` was not given the plan file",
    ],
    ["something very deep", deep(100_000), "it is nested deeper than any plan"],
    ["a change that is none", { ...GOOD, resource_changes: [7] }, "a resource change in it is no object"],
    ["a change of nothing", changeOf({ address: 7 }), "a resource change in it has no address"],
    [
      "a resource without change",
      changeOf({ change: [] }),
      "what it says of terraform_data.migration has no change",
    ],
    [
      "an unknown action",
      changeOf({ change: { actions: ["vanish"] } }),
      'it does ["vanish"] to terraform_data.migration, which is not known here',
    ],
    ["no actions", changeOf({ change: {} }), "what it says of terraform_data.migration has no actions"],
  ])("%s", (_, content, message) => {
    expect(readPlan(bytes(content)).mistake).toEqual({
      rule: "migrate/not-a-plan",
      severity: "error",
      message,
      hint: HOW,
    });
  });
});

test("a plan is read from UTF-8 with a byte order mark, and from the UTF-16 of PowerShell", () => {
  const text = `\ufeff${JSON.stringify(GOOD)}`;
  const expected = readPlan(bytes(GOOD));
  expect(expected.plan?.resources[0]).toMatchObject({
    before: { input: "import" },
    after: { input: "vpc-address-block" },
  });
  expect(readPlan(Buffer.from(text, "utf8"))).toEqual(expected);
  expect(readPlan(Buffer.from(text, "utf16le"))).toEqual(expected);
});

test("names that every object inherits are no arguments and no resources", () => {
  const text = JSON.stringify(GOOD).replace(
    '"before":{',
    '"before":{"__proto__":{"input":"routes"},"constructor":1,',
  );
  const { plan } = readPlan(bytes(text));
  expect(plan?.resources[0]?.before).toMatchObject({ input: "import" });
  expect(plan?.resources[0]?.changed).toEqual(["__proto__", "constructor", "input"]);
});

test("nothing that JSON can say makes reading or judging throw", () => {
  const key = fc.constantFrom(
    ...[
      "format_version",
      "resource_changes",
      "deferred_changes",
      "configuration",
      "root_module",
      "resources",
    ],
    ...[
      "address",
      "mode",
      "change",
      "actions",
      "before",
      "after",
      "after_unknown",
      "replace_paths",
      "importing",
      "input",
    ],
  );
  const text = fc.constantFrom(
    "1.2",
    "managed",
    "delete",
    "create",
    "terraform_data.migration",
    "import",
    "routes",
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 6 },
      fc.jsonValue({ maxDepth: 1 }),
      text,
      fc.array(tie("json"), { maxLength: 3 }),
      fc.dictionary(key, tie("json"), { maxKeys: 8 }),
    ),
  }));
  let judged = 0;
  fc.assert(
    fc.property(fc.dictionary(key, json, { maxKeys: 6 }), (object) => {
      const { plan, mistake } = readPlan(bytes({ format_version: "1.2", ...object }));
      if (plan === null) return mistake.message !== "";
      judged += 1;
      const { findings } = judgePlan(plan, { name: "shop", stage: "routes", stages: sampleStages });
      return findings.every(({ rule }) => rule.startsWith("migrate/"));
    }),
    { numRuns: 500 },
  );
  expect(judged).toBeGreaterThan(20);
});
