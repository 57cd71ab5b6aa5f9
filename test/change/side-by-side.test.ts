// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in Terraform's JSON
import { describe, expect, it } from "vitest";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { sideBySide } from "../../src/change/side-by-side.ts";

const compare = (first: readonly [string, unknown], second: readonly [string, unknown]) => {
  const [one, other] = [first, second].map(
    ([name, json]) => readStackOutput(name, JSON.stringify(json)) ?? expect.fail("no stack"),
  );
  return one && other ? sideBySide(one, other) : expect.fail("no stack");
};

const group = (description: string) => ({
  resource: { aws_security_group: { web: { name: "web", description } } },
});

describe("two stacks side by side", () => {
  it("are the same where values begin with the stack's own name, and go on alike", () => {
    const stack = (name: string) => ({
      resource: {
        aws_ecs_cluster: { main: { name: `${name}-main`, tags: { Name: name } } },
        aws_cloudwatch_log_group: { web: { name: `/ecs/${name}-web/${name}` } },
        aws_db_subnet_group: { d: { description: `Subnets ${name}-d` } },
      },
    });
    const found = compare(["shop-staging", stack("shop-staging")], ["shop", stack("shop")]);
    expect(found).toMatchObject({ equal: 3, differing: [] });
  });

  it.each([
    ["a reference", "${aws_security_group.web.id}", "${aws_security_group.api.id}"],
    ["a role of that name", "arn:aws:iam::123456789012:role/web", "arn:aws:iam::123456789012:role/api"],
    ["a longer word", "webs", "apis"],
    ["a text that goes on otherwise", "web-a", "api-b"],
    ["a name of neither", "old-a", "api-a"],
  ])("differ by %s, each with what it writes", (_, before, after) => {
    const found = compare(["web", group(before)], ["api", group(after)]);
    const differences = [{ argument: "description", before, after }];
    expect(found.differing).toEqual([{ address: "aws_security_group.web", differences }]);
  });

  it("keep their keys, whatever the stacks are called", () => {
    const rule = { resource: { aws_vpc: { main: { tags: { tags: "a", ingress: "b" } } } } };
    expect(compare(["tags", rule], ["ingress", rule])).toMatchObject({ equal: 1, differing: [] });
  });

  it("differ by what they read and what they tell", () => {
    const stack = (most_recent: boolean, value: string) => ({
      resource: {},
      data: { aws_ami: { web: { most_recent } } },
      output: { id: { value }, [value]: { value: "same" } },
    });
    const found = compare(["web", stack(true, "one")], ["api", stack(false, "two")]);
    expect(found).toMatchObject({ equal: 0, onlyInFirst: ["output.one"], onlyInSecond: ["output.two"] });
    expect(found.differing).toEqual([
      {
        address: "data.aws_ami.web",
        differences: [{ argument: "most_recent", before: true, after: false }],
      },
      { address: "output.id", differences: [{ argument: "value", before: "one", after: "two" }] },
    ]);
  });
});
