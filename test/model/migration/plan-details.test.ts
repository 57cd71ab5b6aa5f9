import { expect, test } from "vitest";
import { firstStageIn } from "../../../src/model/migration/first-stage.ts";
import { judgePlan } from "../../../src/model/migration/judge-plan.ts";
import { leftoversOf, moveOf, movesOf } from "../../../src/model/migration/plan-move.ts";
import { readPlan } from "../../../src/model/migration/read-plan.ts";
import type { StageChanges, StageId } from "../../../src/model/types/migration.ts";
import type { TerraformPlan } from "../../../src/model/types/terraform-plan.ts";
import { sampleStages } from "../../support/sample-migration.ts";
import { markChange, type PlannedChange, planJson, stagesWith } from "../../support/terraform-plan.ts";

const MARK = "terraform_data.migration";
const QUIET: PlannedChange = { address: "aws_vpc.main", actions: ["no-op"] };
const LAST = "ipv6-only-subnets";

function planOf(json: unknown): TerraformPlan {
  const { plan, mistake } = readPlan(Buffer.from(JSON.stringify(json)));
  if (plan === null) throw new Error(mistake.message);
  return plan;
}

/** What is said of a plan in which every resource of the stages is configured. */
function said(
  [from, to]: readonly [StageId | null, StageId | null],
  changes: readonly PlannedChange[],
  stages: readonly StageChanges[] = sampleStages,
): readonly string[] {
  const there = stages.flatMap(({ adds, imports }) => [...adds, ...imports].map(({ address }) => address));
  const plan = planOf(planJson([markChange(from, to), ...changes], [...there, MARK]));
  return judgePlan(plan, { name: "shop", stage: to, stages }).findings.map(
    ({ rule, message, hint }) => `${rule}: ${message} = ${hint}`,
  );
}

test("where a plan begins and ends is said by the mark, wherever it stands", () => {
  const of = (changes: readonly PlannedChange[]) => moveOf(planOf(planJson(changes, [])));
  expect(of([{ ...QUIET, before: { input: "routes" } }, markChange("import", "security")])).toEqual({
    from: "import",
    to: "security",
  });
  expect(of([markChange("databases", LAST), QUIET])).toEqual({ from: "databases", to: LAST });
  expect(of([markChange(null, LAST), QUIET])).toEqual({ from: LAST, to: LAST });
  expect(of([markChange(LAST, null)])).toEqual({ from: LAST, to: null });
  expect(of([QUIET])).toEqual({ from: null, to: null });
});

test("a plan consists of the moves into each stage on the way, or back out of each", () => {
  const names = (from: StageId | null, to: StageId | null) =>
    movesOf({ from, to }, sampleStages).map(
      ({ stage, back }) => `${back ? "out of" : "into"} ${stage.stage}`,
    );
  expect(names(null, "vpc-address-block")).toEqual(["into import", "into vpc-address-block"]);
  expect(names("import", "vpc-address-block")).toEqual(["into vpc-address-block"]);
  expect(names("subnet-address-blocks", "import")).toEqual([
    "out of vpc-address-block",
    "out of subnet-address-blocks",
  ]);
  expect(names("import", "import")).toEqual([]);
  expect(names("import", null)).toEqual([]);
});

test("an interrupted apply leaves something undone of the stage, or of the way back to it", () => {
  const names = (from: StageId | null, to: StageId | null) =>
    leftoversOf({ from, to }, sampleStages).map(
      ({ stage, back }) => `${back ? "out of" : "into"} ${stage.stage}`,
    );
  expect(names("import", "import")).toEqual(["into import", "out of vpc-address-block"]);
  expect(names(LAST, LAST)).toEqual([`into ${LAST}`]);
  expect(names(null, null)).toEqual([]);
  expect(names("import", "vpc-address-block")).toEqual([]);
  expect(names("vpc-address-block", "import")).toEqual([]);
});

test("a change is read with all that Terraform says of it", () => {
  const change = (actions: readonly string[], more: object = {}, moreOfChange: object = {}) => {
    const json = planJson([{ ...QUIET, actions, more: { ...more }, moreOfChange: { ...moreOfChange } }], []);
    return planOf(json).resources[0];
  };
  expect(change(["read"])?.action).toBe("read");
  expect(change(["forget"])?.action).toBe("forget");
  expect(change(["create", "forget"])?.action).toBe("replace-and-forget");
  expect(change(["forget", "create"])?.action).toBe("replace-and-forget");
  expect(change(["delete", "create"])?.action).toBe("replace");
  expect(change(["create", "delete"])?.action).toBe("replace");
  // Older plans say no mode.
  expect(change(["no-op"], { mode: null })).toBe(undefined);
  expect(change(["no-op"], { mode: undefined })?.address).toBe("aws_vpc.main");
  expect(change(["no-op"], { previous_address: "aws_vpc.main" })?.previousAddress).toBe(null);
  expect(change(["no-op"], { previous_address: "aws_vpc.old" })?.previousAddress).toBe("aws_vpc.old");
  const paths = [["tags"], ["cidr_block"], ["tags", "a"], [7], "no path"];
  expect(change(["no-op"], {}, { replace_paths: paths })?.forcedBy).toEqual(["cidr_block", "tags"]);
});

test("what is null on one side and missing on the other is the same", () => {
  const changed = (before: object, after: object) =>
    planOf(planJson([{ ...QUIET, actions: ["update"], before, after }], [])).resources[0]?.changed;
  expect(changed({ a: null, b: 1 }, { b: 2 })).toEqual(["b"]);
  expect(changed({ b: 1 }, { a: null, b: 2 })).toEqual(["b"]);
});

test("what is configured is read beside what is no resource", () => {
  const resources = [null, 7, { address: "aws_vpc.main", mode: "managed" }, { mode: "managed" }];
  const json = { ...planJson([], []), configuration: { root_module: { resources } } };
  expect(planOf(json).configured).toEqual(["aws_vpc.main"]);
});

test("at the first stage of which something is there, a loss is no matter of the stage that is written", () => {
  const loses = (to: StageId) =>
    said(
      [null, to],
      [
        {
          address: "aws_vpc.main",
          actions: ["update"],
          importing: "vpc-0abc",
          before: { assign_generated_ipv6_cidr_block: true },
          after: { assign_generated_ipv6_cidr_block: false },
        },
      ],
    ).filter((text) => text.startsWith("migrate/unannounced-loss"));
  const hints = (to: StageId) => loses(to).map((text) => text.split(" = ")[1]);
  expect(hints("import")).toEqual([
    "write migration.reached: vpc-address-block; without it Terraform takes away what is there",
  ]);
  expect(hints("vpc-address-block")).toEqual([
    "do not apply: write in the blueprint what is there, and plan again",
  ]);
  expect(hints("routes")).toEqual(["do not apply: write in the blueprint what is there, and plan again"]);
});

test("a plan that lacks half of the resources is of another configuration, one that lacks more of another stack", () => {
  const add = (address: string) => ({ address, arguments: [] });
  const stages = stagesWith({
    import: { adds: [add("aws_vpc.b"), add("aws_vpc.a"), add("aws_vpc.c"), add(MARK)] },
  });
  const message = (configured: readonly string[]) =>
    judgePlan(planOf(planJson([markChange("import", "import")], configured)), {
      name: "shop",
      stage: "import",
      stages,
    }).findings.map((finding) => finding.message);
  expect(message(["aws_vpc.c", MARK])).toEqual([
    "the plan was made of another configuration: aws_vpc.a is not in it",
  ]);
  expect(message([MARK])).toEqual([
    'the plan is of another stack: it does not know 3 of the 4 resources of "shop"',
  ]);
});

test("a migration begins where some argument of a stage is there already", () => {
  const stages = stagesWith({
    routes: {
      changes: [
        {
          address: "aws_instance.web",
          arguments: [
            { name: "instance_type", before: "m3.large", after: "m5.large" },
            { name: "ipv6_address_count", before: undefined, after: 1 },
          ],
        },
      ],
    },
  });
  const first = (before: object) =>
    firstStageIn(planOf(planJson([{ address: "aws_instance.web", actions: ["no-op"], before }], [])), stages);
  expect(first({ instance_type: "m5.large", ipv6_address_count: 1 })).toBe("routes");
  // Named in another argument of the same addresses.
  expect(first({ ipv6_addresses: ["2001:db8::1"] })).toBe("routes");
  expect(first({ instance_type: "m3.large", ipv6_address_count: 0 })).toBe("import");
  // What the host may have had before is no matter of where the migration begins.
  const mayBeThere = stagesWith({
    routes: {
      changes: [
        {
          address: "aws_instance.web",
          arguments: [{ name: "ipv6_address_count", before: 1, after: 1, mayBeThere: true }],
        },
      ],
    },
  });
  const host = {
    address: "aws_instance.web",
    actions: ["no-op"] as const,
    before: { ipv6_addresses: ["2001:db8::1"] },
  };
  expect(firstStageIn(planOf(planJson([{ ...host, actions: ["no-op"] }], [])), mayBeThere)).toBe("import");
  // Something else that the host has is no matter of this stage.
  expect(first({ enable_primary_ipv6: true, secondary_private_ips: ["10.0.0.9"] })).toBe("import");
});

test("a block's argument is compared by itself where it changes, and a word beside it says nothing", () => {
  const at = (name: string, before: unknown) =>
    stagesWith({
      routes: { changes: [{ address: "aws_vpc_endpoint.s3", arguments: [{ name, before, after: "x" }] }] },
    });
  const first = (stages: readonly StageChanges[], before: object) =>
    firstStageIn(
      planOf(planJson([{ address: "aws_vpc_endpoint.s3", actions: ["no-op"], before }], [])),
      stages,
    );
  const dns = at("dns_options", { dns_record_ip_type: "ipv4" });
  expect(first(dns, { dns_options: [{ dns_record_ip_type: "dualstack" }] })).toBe("routes");
  expect(first(dns, { dns_options: [{ dns_record_ip_type: "ipv4" }] })).toBe("import");
  expect(first(dns, { ip_address_type: "dualstack", dns_options: [{ dns_record_ip_type: "ipv4" }] })).toBe(
    "import",
  );
});

test("a way as it was is no sign of a stage: the configuration writes ids as references", () => {
  const stages = stagesWith({
    routes: {
      changes: [
        {
          address: "aws_route.a",
          arguments: [{ name: "gateway_id", before: undefined, after: "${aws_internet_gateway.main.id}" }],
        },
      ],
    },
  });
  const change = { address: "aws_route.a", actions: ["no-op"], before: { gateway_id: "igw-1" } };
  expect(firstStageIn(planOf(planJson([change], [])), stages)).toBe("import");
});

test("lists of ids are not compared with the references that the configuration writes", () => {
  const stages = stagesWith({
    routes: {
      changes: [
        {
          address: "aws_lb.web",
          arguments: [{ name: "subnets", before: ["${aws_subnet.a.id}"], after: [] }],
        },
      ],
    },
  });
  const change = { address: "aws_lb.web", actions: ["no-op"], before: { subnets: ["subnet-1"] } };
  expect(firstStageIn(planOf(planJson([change], [])), stages)).toBe("import");
});

test("default tags are let be on what is taken over or made, alone and nowhere else", () => {
  const update = (address: string, names: readonly string[]): PlannedChange => ({
    address,
    actions: ["update"],
    before: Object.fromEntries(names.map((name) => [name, 1])),
    after: Object.fromEntries(names.map((name) => [name, 2])),
  });
  const of = (address: string, ...names: readonly string[]) =>
    said([null, "import"], [update(address, names)]).length;
  expect(of("aws_vpc.main", "tags", "tags_all")).toBe(0);
  expect(of("aws_vpc.main", "tags_all")).toBe(0);
  expect(of("aws_vpc.main", "tags", "enable_dns_support")).toBe(1);
  expect(of("aws_vpc.main")).toBe(1);
  expect(of("aws_vpc.another", "tags")).toBe(1);
});

test("what an earlier replacement left over goes where its resource is made", () => {
  const left = (address: string): PlannedChange => ({
    address,
    actions: ["delete"],
    more: { deposed: "0a1b" },
  });
  expect(said(["databases", LAST], [left("aws_instance.worker")])).toEqual([]);
  expect(said(["import", "vpc-address-block"], [left("aws_instance.worker")])).toEqual([]);
  expect(said(["import", "vpc-address-block"], [left("aws_vpc.main")])).toHaveLength(1);
});

test("on the way back, too, where its resource comes again", () => {
  const stages = stagesWith({
    import: { imports: [{ path: [], address: "aws_route.old", id: "rtb-1_::/0" }] },
    routes: { removes: [{ address: "aws_route.old", arguments: [] }] },
  });
  const left: PlannedChange = { address: "aws_route.old", actions: ["delete"], more: { deposed: "0a1b" } };
  expect(said(["routes", "security"], [left], stages)).toEqual([]);
  expect(said(["security", "routes"], [left], stages)).toHaveLength(1);
});

test("a replacement says which arguments force it, be it one or more", () => {
  const reasons = (...names: readonly string[]) => {
    const moreOfChange = { replace_paths: names.map((name) => [name]) };
    const change = { address: "aws_vpc.other", actions: ["delete", "create"], moreOfChange };
    return said(["security", "routes"], [change]).map((text) =>
      text.split(" = ")[0]?.split(": ").slice(2).join(),
    );
  };
  expect(reasons("cidr_block")).toEqual(["forced by cidr_block"]);
  expect(reasons("instance_tenancy", "cidr_block")).toEqual(["forced by cidr_block, instance_tenancy"]);
  expect(reasons()).toEqual([""]);
});

test("a resource goes with the move back over the stage that made it, or goes only now", () => {
  const gone: PlannedChange = { address: "aws_instance.worker", actions: ["delete"] };
  expect(said([LAST, "databases"], [gone])).toEqual([]);
  expect(said(["databases", "databases"], [gone])[0]).toMatch(
    /^migrate\/resumed: aws_instance.worker is destroyed only now/,
  );
  expect(said(["routes", "routes"], [gone])[0]).toMatch(
    /^migrate\/unannounced-destroy: aws_instance.worker would/,
  );
});

test("made by half, a resource is made again in the move that makes it and afterwards", () => {
  const tainted: PlannedChange = {
    address: "aws_instance.worker",
    actions: ["delete", "create"],
    more: { action_reason: "replace_because_tainted" },
  };
  const made = "migrate/resumed: aws_instance.worker was made by half, and is made again";
  const rules = (from: StageId, to: StageId) =>
    said([from, to], [tainted]).map((text) => text.split(" = ")[0]);
  expect(rules("databases", LAST)).toEqual([made]);
  expect(rules(LAST, LAST)).toEqual([made]);
  expect(said(["security", "routes"], [tainted])[0]).toMatch(/^migrate\/unannounced-replace/);
});

test("a loss that stands in a block is announced by the block", () => {
  const options = (word: string) => ({ http_protocol_ipv6: word });
  const stages = stagesWith({
    routes: {
      changes: [
        {
          address: "aws_instance.web",
          arguments: [{ name: "metadata_options", before: options("enabled"), after: options("disabled") }],
        },
      ],
    },
  });
  const change = (address: string): PlannedChange => ({
    address,
    actions: ["update"],
    before: { metadata_options: [options("enabled")] },
    after: { metadata_options: [options("disabled")] },
  });
  expect(said(["security", "routes"], [change("aws_instance.web")], stages)).toEqual([]);
  expect(said(["security", "routes"], [change("aws_instance.db")], stages)).toHaveLength(1);
});
