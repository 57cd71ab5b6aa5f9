import { describe, expect, it, test } from "vitest";
import { compareOutputs, compareStacks } from "../../src/change/compare-stacks.ts";
import { judgePlanned } from "../../src/change/judge-planned.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { asMoved } from "../../src/change/rename-references.ts";
import { stateSteps } from "../../src/change/state-steps.ts";
import type { StackOutput } from "../../src/change/types.ts";

type Json = Readonly<Record<string, unknown>>;

const stack = (resource: Json, more: Json = {}, name = "shop"): StackOutput =>
  readStackOutput(name, JSON.stringify({ resource, ...more })) ?? expect.fail("no stack");

const tier = (name: string, cidr = "10.20.1.0/24", more: Json = {}): Json => ({
  aws_subnet: {
    [`${name}_a`]: { vpc_id: "${aws_vpc.main.id}", cidr_block: cidr, map_public_ip_on_launch: false },
    [`${name}_b`]: {
      vpc_id: "${aws_vpc.main.id}",
      cidr_block: "10.20.2.0/24",
      map_public_ip_on_launch: false,
    },
  },
  aws_lb: {
    edge: { name: "edge", subnets: [`\${aws_subnet.${name}_a.id}`, "${aws_subnet.data_a.id}"].sort() },
  },
  aws_instance: { host: { subnet_id: `\${aws_subnet.${name}_a.id}`, depends_on: [`aws_subnet.${name}_b`] } },
  ...more,
});
const MOVED = {
  moved: [
    { from: "aws_subnet.app_a", to: "aws_subnet.web_a" },
    { from: "aws_subnet.app_b", to: "aws_subnet.web_b" },
  ],
};

const lines = (before: StackOutput, after: StackOutput) =>
  compareStacks(before, after).map(({ action, from, address }) => `${action} ${from} ${address}`);

describe("a block of a VPC or of a pool under another name", () => {
  const blocks = (name: string, type: string, more: Json = {}) =>
    stack({
      [type]: { [name]: { ipam_pool_id: "ipam-pool-1", netmask_length: 52, vpc_id: "vpc-1" } },
      ...more,
    });
  const proposed = (before: StackOutput, after: StackOutput) =>
    compareOutputs([before], [after]).flatMap(({ proposals }) =>
      proposals.map(({ from, to }) => `${from} ${to}`),
    );

  test.each(["aws_vpc_ipv6_cidr_block_association", "aws_vpc_ipam_pool_cidr"])(
    "%s is not proposed as a rename, which it has no line for",
    (type) => {
      expect(proposed(blocks("first", type), blocks("other", type))).toEqual([]);
    },
  );

  it("goes along with the pool that is renamed", () => {
    const pool = (name: string) =>
      blocks(`${name}_main`, "aws_vpc_ipam_pool_cidr", {
        aws_vpc_ipam_pool: { [name]: { locale: "eu-west-1", address_family: "ipv6" } },
      });
    expect(proposed(pool("all"), pool("whole"))).toEqual(["all whole"]);
  });
});

describe("a thing that is renamed with moved blocks", () => {
  it("is renamed, and whatever refers to it stays as it is, in whatever order", () => {
    expect(lines(stack(tier("app")), stack(tier("web"), MOVED))).toEqual([
      "move aws_subnet.app_a aws_subnet.web_a",
      "move aws_subnet.app_b aws_subnet.web_b",
    ]);
  });

  it("is replaced all the same where an argument asks for it, with what refers to it", () => {
    expect(lines(stack(tier("app")), stack(tier("web", "10.20.9.0/24"), MOVED))).toEqual([
      "replace null aws_instance.host",
      "replace aws_subnet.app_a aws_subnet.web_a",
      "may-replace null aws_lb.edge",
      "move aws_subnet.app_b aws_subnet.web_b",
    ]);
  });

  it("takes data sources along that ask the same under another name", () => {
    const using = (name: string) =>
      stack(
        { aws_instance: { host: { subnet_id: `\${data.aws_subnet.${name}.id}` } } },
        { data: { aws_subnet: { [name]: { id: "subnet-1" } } } },
      );
    expect(lines(using("app"), { ...using("web"), moved: new Map() })).toEqual([]);
  });

  it("touches no word that only looks like an address", () => {
    const named = (description: string) => ({
      aws_security_group: { one: { description }, two: { description: "${aws_security_group.old.id}" } },
    });
    const before = stack(named("my.aws_subnet.app_a-too aws_subnet.app_abc"));
    expect(lines(before, { ...before, moved: new Map([["aws_subnet.web_a", "aws_subnet.app_a"]]) })).toEqual(
      [],
    );
  });

  it("is no change for the warnings of synth", () => {
    const { aws_lb: _, ...old } = tier("app");
    const { aws_lb: __, ...next } = tier("web");
    const before = { resource: old, terraform: {} };
    expect(asMoved(before, { resource: next, ...MOVED })).toEqual({ resource: next, terraform: {} });
    expect(asMoved(before, { resource: next })).toBe(before);
  });

  it("has moved already where the base has the new address", () => {
    const [done] = compareOutputs([stack(tier("web"), MOVED)], [stack(tier("web"), MOVED)]);
    expect(done).toMatchObject({ changes: [], movesDone: ["aws_subnet.web_a", "aws_subnet.web_b"] });
    expect(compareOutputs([stack(tier("web"))], [stack(tier("web"))])).toEqual([]);
  });
});

describe("what goes and comes", () => {
  const proposalsOf = (before: StackOutput, after: StackOutput) =>
    compareOutputs([before], [after])[0]?.proposals;

  it("is proposed as a rename where it is alike", () => {
    expect(proposalsOf(stack(tier("app")), stack(tier("web")))).toEqual([
      {
        from: "app",
        to: "web",
        moves: [
          { from: "aws_subnet.app_a", to: "aws_subnet.web_a" },
          { from: "aws_subnet.app_b", to: "aws_subnet.web_b" },
        ],
      },
    ]);
  });

  it("is not, where it differs in more than its name, or comes back in part only", () => {
    const other = {
      aws_subnet: { web_a: { vpc_id: "vpc-1", cidr_block: "10.9.0.0/24", ipv6_native: true } },
    };
    expect(proposalsOf(stack(tier("app")), stack({ ...tier("web"), ...other }))).toEqual([]);
    const part = { aws_subnet: { web_a: Object(tier("web")["aws_subnet"]).web_a } };
    expect(proposalsOf(stack(tier("app")), stack({ ...tier("web"), ...part }))).toEqual([]);
  });

  it("may be names with characters of patterns in them", () => {
    const odd = (name: string) => stack({ aws_eip: { [name]: { domain: "vpc", tags: { Name: name } } } });
    expect(proposalsOf(odd("a-b"), odd("c-d"))).toHaveLength(1);
  });
});

describe("a plan that moves state", () => {
  const after = stack(tier("web"), MOVED);
  const planned = (previousAddress: string, address = "aws_subnet.web_a") => ({
    address,
    previousAddress,
    ...{
      action: "no-op" as const,
      importing: false,
      deposed: false,
      reason: null,
      forcedBy: [],
      changed: [],
    },
    ...{ before: null, after: null, afterUnknown: null },
  });
  const judge = (before: StackOutput, previous: string) =>
    judgePlanned(
      { resources: [planned(previous)], configured: null, errored: false, complete: true },
      { stack: after, changes: compareStacks(before, after), settings: [], allowed: new Set() },
    ).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

  test("as the review showed is as it is to be", () => {
    expect(judge(stack(tier("app")), "aws_subnet.app_a")).toEqual([]);
  });

  test("as an earlier review showed is a warning", () => {
    expect(judge(after, "aws_subnet.app_a")).toEqual([
      "warning plan/unannounced-change: aws_subnet.app_a becomes aws_subnet.web_a, which an earlier review showed and nobody has applied",
    ]);
  });

  test("of anything else is refused", () => {
    expect(judge(stack(tier("app")), "aws_subnet.other_a")).toEqual([
      "error plan/unannounced-move: the state of aws_subnet.other_a goes to aws_subnet.web_a, which the review did not show",
    ]);
  });
});

describe("a stack that is renamed", () => {
  const backend = (kind: Json) => ({ terraform: { backend: kind } });
  const [shop, store] = ["shop", "store"].map((name) =>
    stack(
      tier("app"),
      backend({ local: { path: `../../../terraform.tfstate.d/${name}/terraform.tfstate` } }),
      name,
    ),
  );
  const names = new Map([["store", "shop"]]);

  it("is compared with what had its old name", () => {
    if (shop === undefined || store === undefined) throw new Error("no stacks");
    expect(compareOutputs([shop], [store], { names, output: "generated" })).toEqual([
      expect.objectContaining({
        name: "store",
        from: "shop",
        kind: "renamed",
        changes: [],
        settings: ["state"],
      }),
    ]);
    const kinds = compareOutputs([shop], [shop, store], { names, output: "generated" });
    expect(kinds.map(({ kind }) => kind)).toEqual(["added"]);
  });

  it("has its local state moved", () => {
    if (shop === undefined || store === undefined) throw new Error("no stacks");
    expect(stateSteps(shop, store, "generated")).toEqual([
      "`git mv generated/stacks/shop/.terraform.lock.hcl generated/stacks/store/` where that file is committed",
      "`mkdir -p terraform.tfstate.d/store && mv terraform.tfstate.d/shop/terraform.tfstate terraform.tfstate.d/store/terraform.tfstate`",
      "`terraform -chdir=generated/stacks/store init`",
    ]);
  });

  it("finds it where the backend is the same, and takes it along where it is another", () => {
    const s3 = (key: string, name: string) => stack({}, backend({ s3: { bucket: "b", key } }), name);
    expect(stateSteps(s3("one", "shop"), s3("one", "store"), "out")[1]).toBe(
      "`terraform -chdir=out/stacks/store init`: the backend is the same, and finds the state there",
    );
    expect(stateSteps(s3("one", "shop"), s3("two", "store"), "out").at(-1)).toBe(
      "`terraform -chdir=out/stacks/store init -migrate-state`",
    );
  });

  it("has no path in its commands that a shell reads as something else", () => {
    const at = (path: string, name: string) => stack({}, backend({ local: { path } }), name);
    const [, step] = stateSteps(at("/a", "shop"), at("/it's $(here)/state", "store"), "generated");
    expect(step).toBe("`mkdir -p '/it'\\''s $(here)' && mv /a '/it'\\''s $(here)/state'`");
  });
});
