import { expect, it } from "vitest";
import { compareStacks } from "../../src/change/compare-stacks.ts";
import { leftOut } from "../../src/change/left-out.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { plannedResource } from "../support/planned-resource.ts";

const stack = (resource: unknown) =>
  readStackOutput("shop", JSON.stringify({ resource })) ?? expect.fail("no stack");

it("names what the review showed and the plan does nothing to", () => {
  const before = stack({ aws_security_group: { a: { description: "x" }, gone: {} }, aws_vpc: { main: {} } });
  const after = stack({ aws_security_group: { a: { description: "y" } }, aws_vpc: { main: {} } });
  const changes = compareStacks(before, after);
  const [a, gone] = ["aws_security_group.a", "aws_security_group.gone"];
  const planned = (action: "no-op" | "replace") => [
    plannedResource(a, { action }),
    plannedResource("aws_vpc.main", { action: "no-op" }),
  ];
  expect([...leftOut({ resources: planned("no-op") }, changes)].sort()).toEqual([a, gone]);
  const deleted = plannedResource(gone, { action: "delete" });
  expect(leftOut({ resources: [...planned("no-op"), deleted] }, changes)).toEqual([a]);
  expect(leftOut({ resources: [...planned("replace"), deleted] }, changes)).toEqual([]);
});
