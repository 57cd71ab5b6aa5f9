// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references in Terraform's JSON
import { describe, expect, it } from "vitest";
import { compareOutputs } from "../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../src/change/types.ts";

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function stack(resource: Resources, more: Readonly<Record<string, unknown>> = {}): StackOutput {
  const read = readStackOutput("shop", JSON.stringify({ resource, ...more }));
  return read ?? expect.fail("no stack");
}

/** Each change as one line. */
function lines(before: StackOutput, after: StackOutput): readonly string[] {
  return compareOutputs([before], [after]).flatMap(({ changes }) =>
    changes.map(({ action, address, loss, because, differences }) =>
      [
        `${action} ${address}`,
        ...differences.map(({ argument, effect }) => `${argument}:${effect}`),
        ...because.map((to) => `<${to}>`),
        ...(loss === null ? [] : [`loses ${loss}`]),
      ].join(" "),
    ),
  );
}

const VPC = {
  aws_vpc: { main: { cidr_block: "10.20.0.0/16", tags: { Name: "shop" } } },
  aws_subnet: {
    app_a: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.20.1.0/24", availability_zone: "eu-west-1a" },
  },
  aws_instance: { web: { subnet_id: "${aws_subnet.app_a.id}", instance_type: "t4g.small" } },
  aws_iam_role: { web: { name: "web" } },
};

describe("compareOutputs", () => {
  it("says nothing where nothing changes, however the keys stand", () => {
    const turned = { ...VPC, aws_vpc: { main: { tags: { Name: "shop" }, cidr_block: "10.20.0.0/16" } } };
    expect(compareOutputs([stack(VPC)], [stack(turned)])).toEqual([]);
  });

  it("follows a replacement to all that refers to it, and puts the loss of data first", () => {
    const other = { ...VPC, aws_vpc: { main: { cidr_block: "10.30.0.0/16", tags: { Name: "shop" } } } };
    expect(lines(stack(VPC), stack(other))).toEqual([
      "replace aws_instance.web <aws_subnet.app_a> loses data",
      "replace aws_subnet.app_a <aws_vpc.main> loses address",
      "replace aws_vpc.main cidr_block:replace loses address",
    ]);
  });

  it("follows an argument that the replaced resource is told only where it is another one", () => {
    const named = (name: string, path: string) => ({
      aws_iam_role: { web: { name, path, assume_role_policy: "{}" } },
      aws_iam_role_policy: { web: { role: "${aws_iam_role.web.name}", name: "x" } },
    });
    expect(lines(stack(named("a", "/")), stack(named("b", "/")))).toEqual([
      "replace aws_iam_role.web name:replace",
      "replace aws_iam_role_policy.web <aws_iam_role.web>",
    ]);
    const moved = {
      ...VPC,
      aws_flow_log: { all: { vpc_id: "${aws_vpc.main.id}", log_format: "${aws_vpc.main.cidr_block}" } },
    };
    const tagged = { ...moved, aws_vpc: { main: { cidr_block: "10.20.0.0/16", tags: { Name: "other" } } } };
    expect(lines(stack(moved), stack(tagged))).toEqual(["update aws_vpc.main tags:update"]);
  });

  it("follows a replacement into what is changed in place by it", () => {
    const group = (description: string) => ({
      aws_security_group: { web: { description } },
      aws_instance: { web: { vpc_security_group_ids: ["${aws_security_group.web.id}"] } },
    });
    expect(lines(stack(group("a")), stack(group("b")))).toEqual([
      "replace aws_security_group.web description:replace",
      "update aws_instance.web <aws_security_group.web>",
    ]);
  });

  it("knows what is changed in place", () => {
    const tagged = { ...VPC, aws_vpc: { main: { cidr_block: "10.20.0.0/16", tags: { Name: "other" } } } };
    expect(lines(stack(VPC), stack(tagged))).toEqual(["update aws_vpc.main tags:update"]);
  });

  it("says where it does not know", () => {
    const made = (value: string) => ({ aws_unheard_of: { one: { argument: value } } });
    expect(lines(stack(made("a")), stack(made("b")))).toEqual([
      "may-replace aws_unheard_of.one argument:unknown",
    ]);
  });

  it("leaves out what ignore_changes names, and all where it says all", () => {
    const lifecycle = (ignored: unknown) => ({ lifecycle: { ignore_changes: ignored } });
    const vpc = (cidr: string, ignored: unknown) => ({
      aws_vpc: { main: { cidr_block: cidr, ...lifecycle(ignored) } },
    });
    for (const ignored of [["cidr_block"], "all"]) {
      expect(lines(stack(vpc("10.1.0.0/16", ignored)), stack(vpc("10.2.0.0/16", ignored)))).toEqual([]);
    }
  });

  it("replaces what a trigger names", () => {
    const triggered = {
      aws_vpc: VPC.aws_vpc,
      aws_iam_role: { web: { name: "web", lifecycle: { replace_triggered_by: ["aws_vpc.main"] } } },
    };
    const other = { ...triggered, aws_vpc: { main: { cidr_block: "10.30.0.0/16", tags: { Name: "shop" } } } };
    expect(lines(stack(triggered), stack(other))).toContain("replace aws_iam_role.web <aws_vpc.main>");
  });

  it("reads moved, import and removed blocks", () => {
    const before = stack({ aws_eip: { a: {}, b: {} }, aws_vpc: VPC.aws_vpc });
    const after = stack(
      { aws_eip: { c: {}, d: {} }, aws_vpc: VPC.aws_vpc },
      {
        moved: [{ from: "aws_eip.a", to: "aws_eip.c" }],
        import: [{ to: "${aws_eip.d}", id: "eipalloc-1" }],
        removed: [{ from: "aws_eip.b", lifecycle: { destroy: false } }],
      },
    );
    expect(lines(before, after)).toEqual(["forget aws_eip.b", "import aws_eip.d", "move aws_eip.c"]);
  });

  it("tells a stack that comes, and one that goes and leaves everything in AWS", () => {
    const [gone] = compareOutputs([stack(VPC)], []);
    expect(gone).toMatchObject({ name: "shop", kind: "removed" });
    const [come] = compareOutputs([], [stack(VPC)]);
    expect(come).toMatchObject({ kind: "added", changes: [{ action: "create" }, {}, {}, {}] });
  });

  it("tells what AWS refuses beside what the plan says", () => {
    const subnet = (block: string) => ({ aws_subnet: { app_a: { ipv6_cidr_block: block } } });
    const [changed] = compareOutputs([stack(subnet("2001:db8::/64"))], [stack(subnet("2001:db8:0:1::/64"))]);
    expect(changed?.changes[0]?.refusals.map(({ effect }) => effect)).toContain("refused");
  });

  it.each([
    ["made in the same apply", {}, {}, 0],
    ["that was there", { aws_vpc: VPC.aws_vpc }, {}, 1],
    ["that is imported", {}, { import: [{ to: "${aws_vpc.main}", id: "vpc-1" }] }, 1],
  ])("tells what taking over the default group of a VPC %s may interrupt", (_, before, more, count) => {
    const group = { vpc_id: "${aws_vpc.main.id}", ingress: [], egress: [] };
    const resources = { aws_vpc: VPC.aws_vpc, aws_default_security_group: { main: group } };
    const [changed] = compareOutputs([stack(before)], [stack(resources, more)]);
    const taken = changed?.changes.find(({ type }) => type === "aws_default_security_group");
    expect(taken?.refusals.map(({ effect, takesOver }) => [effect, takesOver])).toEqual(
      Array.from({ length: count }, () => ["interrupts", true]),
    );
  });

  it("says that Block Public Access is everybody's when it comes, changes and goes", () => {
    const mode = (internet_gateway_block_mode: string) =>
      stack({ aws_vpc_block_public_access_options: { main: { internet_gateway_block_mode } } });
    const told = (before: StackOutput, after: StackOutput) =>
      compareOutputs([before], [after])[0]?.changes[0]?.refusals.map(({ effect, fact }) => [effect, fact.id]);
    const shuts = [["interrupts", "block-public-access-is-of-the-account"]];
    expect(told(stack(VPC), mode("block-ingress"))).toEqual([]);
    expect(told(stack({}), mode("block-ingress"))).toEqual(shuts);
    expect(told(mode("block-ingress"), mode("block-bidirectional"))).toEqual(shuts);
    expect(told(mode("block-ingress"), stack({}))).toEqual([
      ["needs-order", "block-public-access-gone-is-off"],
    ]);
  });

  it("says that emptied defaults that are given up stay as they are", () => {
    const group = { aws_default_security_group: { main: { vpc_id: "${aws_vpc.main.id}" } } };
    const [changed] = compareOutputs([stack({ ...VPC, ...group })], [stack(VPC)]);
    expect(changed?.changes).toMatchObject([{ action: "destroy", refusals: [] }]);
  });

  it.each([
    ["network", [], ["sg-1"], "replace"],
    ["network", ["sg-1"], ["sg-2"], "update"],
    ["application", ["sg-1"], ["sg-2"], "update"],
  ])("a %s balancer with the groups %j gets %j: %s", (kind, before, after, expected) => {
    const balancer = (groups: readonly string[]) => ({
      aws_lb: { edge: { load_balancer_type: kind, security_groups: groups } },
    });
    const [changed] = compareOutputs([stack(balancer(before))], [stack(balancer(after))]);
    expect(changed?.changes[0]?.action).toBe(expected);
  });

  it("tells that a new subnet is to have the block of one that goes, and of none else", () => {
    const subnet = (name: string, block: string) => stack({ aws_subnet: { [name]: { cidr_block: block } } });
    const before = subnet("app_a", "10.20.1.0/24");
    expect(lines(before, subnet("web_a", "10.20.1.0/24"))).toEqual([
      "destroy aws_subnet.app_a loses address",
      "create aws_subnet.web_a",
    ]);
    expect(lines(before, subnet("web_a", "10.20.2.0/24"))).toEqual([
      "destroy aws_subnet.app_a",
      "create aws_subnet.web_a",
    ]);
  });

  /** What is said of a subnet's block, for each subnet that changes. */
  const conflicts = (before: Resources, after: Resources) =>
    compareOutputs([stack(before)], [stack(after)]).flatMap(({ changes }) =>
      changes.map(({ address, refusals }) => [
        address,
        ...refusals.flatMap(({ conflict }) => (conflict === undefined ? [] : [conflict])),
      ]),
    );
  const slot = (number: number, bits = 8) =>
    `\${cidrsubnet(aws_vpc.main.ipv6_cidr_block, ${bits}, ${number})}`;
  const subnets = (blocks: Readonly<Record<string, string>>, argument = "cidr_block"): Resources => ({
    aws_subnet: Object.fromEntries(
      Object.entries(blocks).map(([name, block]) => [name, { [argument]: block }]),
    ),
  });

  it("tells of blocks that two subnets exchange, or that overlap one that goes", () => {
    const [one, two] = ["10.20.1.0/24", "10.20.2.0/24"];
    expect(conflicts(subnets({ a: one, b: two }), subnets({ a: two, b: one }))).toEqual([
      ["aws_subnet.a", "exchanged"],
      ["aws_subnet.b", "exchanged"],
    ]);
    expect(conflicts(subnets({ a: one, b: two }), subnets({ a: one, b: "10.20.3.0/24" }))).toEqual([
      ["aws_subnet.b"],
    ]);
    expect(conflicts(subnets({ a: "10.20.0.0/22" }), subnets({ b: one }))).toEqual([
      ["aws_subnet.a", "taken"],
      ["aws_subnet.b"],
    ]);
    const six = (blocks: Readonly<Record<string, string>>) => subnets(blocks, "ipv6_cidr_block");
    expect(conflicts(six({ a: slot(1), b: slot(2) }), six({ a: slot(2), b: slot(3) }))).toEqual([
      ["aws_subnet.a"],
      ["aws_subnet.b", "exchanged"],
    ]);
    expect(conflicts(six({ a: slot(1, 4) }), six({ b: slot(17) }))[0]).toEqual(["aws_subnet.a", "taken"]);
    expect(conflicts(six({ a: slot(1, 4) }), six({ b: slot(32) }))[0]).toEqual(["aws_subnet.a"]);
  });

  it("tells that a replaced subnet keeps its block, where create_before_destroy reaches it", () => {
    const zone = (letter: string, more: Resources = {}): Resources => ({
      aws_subnet: { app_a: { cidr_block: "10.20.1.0/24", availability_zone: `eu-west-1${letter}` } },
      ...more,
    });
    const rule = (source: string) => ({
      aws_vpc_security_group_ingress_rule: {
        web: { cidr_ipv4: source, lifecycle: { create_before_destroy: true } },
      },
    });
    const named = rule("${aws_subnet.app_a.cidr_block}");
    const said = (more: Resources) => conflicts(zone("a", more), zone("b", more))[0];
    expect(said(named)).toEqual(["aws_subnet.app_a", "made-first"]);
    expect(said(rule("10.20.1.0/24"))).toEqual(["aws_subnet.app_a"]);
    const [changed] = compareOutputs([stack(zone("a", named))], [stack(zone("b", named))]);
    expect(changed?.changes[0]).toMatchObject({ action: "replace", loss: "address" });
    expect(changed?.changes[0]?.refusals.map(({ effect }) => effect)).toContain("refused");
  });

  it("says nothing of blocks in a VPC that is another one", () => {
    const inVpc = (cidr: string): Resources => ({
      aws_vpc: { main: { cidr_block: cidr } },
      aws_subnet: { a: { vpc_id: "${aws_vpc.main.id}", ipv6_cidr_block: slot(1) } },
      aws_lb_target_group: {
        x: { vpc_id: "${aws_subnet.a.id}", lifecycle: { create_before_destroy: true } },
      },
    });
    expect(conflicts(inVpc("10.0.0.0/16"), inVpc("10.1.0.0/16"))).toContainEqual(["aws_subnet.a"]);
  });
});
