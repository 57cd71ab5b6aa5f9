import { expect, test } from "vitest";
import { judgePlan, type PlannedMigration } from "../../../src/model/migration/judge-plan.ts";
import { readPlan } from "../../../src/model/migration/read-plan.ts";
import { isOneStepApart, nextPosition } from "../../../src/model/migration/stage-step.ts";
import { STAGES, type StageId } from "../../../src/model/types/migration.ts";
import { sampleStages } from "../../support/sample-migration.ts";
import { markChange, type PlannedChange, planJson, stagesWith } from "../../support/terraform-plan.ts";

const MARK = "terraform_data.migration";
/** All that the sample stack ever has. */
const EVERYTHING = [
  ...new Set([
    ...sampleStages.flatMap(({ adds, imports }) => [...adds, ...imports].map(({ address }) => address)),
    MARK,
  ]),
];

/** What is said of a plan as it is read, each finding as `severity rule: message = hint`. */
function saidOf(
  json: unknown,
  stage: StageId | null,
  more: Partial<PlannedMigration> = {},
): readonly string[] {
  const { plan, mistake } = readPlan(Buffer.from(JSON.stringify(json)));
  if (plan === null) throw new Error(mistake.message);
  const { findings } = judgePlan(plan, { name: "shop", stage, stages: sampleStages, ...more });
  return findings.map(({ severity, rule, message, hint }) => `${severity} ${rule}: ${message} = ${hint}`);
}

function said(from: StageId | null, to: StageId | null, changes: readonly PlannedChange[], more = {}) {
  return saidOf(planJson([markChange(from, to), ...changes], EVERYTHING, more), to);
}

const GIVEN = "assign_generated_ipv6_cidr_block";
const LOSES: PlannedChange = {
  address: "aws_vpc.main",
  actions: ["update"],
  before: { assign_generated_ipv6_cidr_block: true },
  after: { assign_generated_ipv6_cidr_block: false },
};
const LOSS =
  "error migrate/unannounced-loss: aws_vpc.main would lose its IPv6 block, which no way back announces here: assign_generated_ipv6_cidr_block";
const OUTSIDE =
  "it was changed outside, or the blueprint was changed beside the stage: apply such changes apart";
const LOOK = "look at it in the plan; apply nothing of which you cannot say why";
const STOP = "do not apply: find out why, and plan again";
const AGAIN = "run `hextet synth`, then `terraform plan` again in the stack's folder";

test("a loss says what to do: at the beginning, on a move, where the stage stays, at the last stage", () => {
  expect(said("security", "routes", [LOSES])).toEqual([
    `${LOSS} = do not apply: write in the blueprint what is there, and plan again`,
  ]);
  expect(said("routes", "routes", [LOSES])).toEqual([
    `${LOSS} = do not apply: find out who gave it, and write it in the blueprint`,
  ]);
  expect(said("import", "import", [LOSES])).toEqual([
    `${LOSS} = do not apply: find out who gave it, and write it in the blueprint; after an interrupted way back write migration.stage: vpc-address-block, apply that, and go back again`,
  ]);
  expect(said("ipv6-only-subnets", "ipv6-only-subnets", [LOSES])).toEqual([
    `${LOSS} = do not apply: find out who gave it, and write it in the blueprint`,
  ]);
  expect(said(null, "import", [{ ...LOSES, importing: "vpc-0abc" }])).toEqual([
    `${LOSS} = write migration.reached: vpc-address-block; without it Terraform takes away what is there`,
  ]);
});

test("the next stage is named for what it gives to this resource alone", () => {
  const vpc = "aws_vpc.main";
  const gives = (address: string, ...names: readonly string[]) => ({
    address,
    arguments: names.map((name) => ({ name, before: undefined, after: true })),
  });
  const hint = (...changes: readonly ReturnType<typeof gives>[]) => {
    const stages = stagesWith({ import: { adds: [gives(vpc)] }, "vpc-address-block": { changes } });
    const json = planJson([markChange("import", "import"), LOSES], [vpc, MARK]);
    return saidOf(json, "import", { stages }).map(
      (text) => /write migration\.stage: [a-z-]+/.exec(text)?.[0],
    );
  };
  const next = "write migration.stage: vpc-address-block";
  // One of several arguments, of one of several resources.
  expect(hint(gives("aws_vpc.other", "cidr_block"), gives(vpc, "cidr_block", GIVEN))).toEqual([next]);
  expect(hint(gives(vpc, "cidr_block"))).toEqual([undefined]);
  expect(hint(gives("aws_vpc.other", GIVEN))).toEqual([undefined]);
  expect(hint()).toEqual([undefined]);
});

test("a hint that names a stage leads to a plan that takes nothing", () => {
  const imported: PlannedChange = { ...LOSES, importing: "vpc-0abc" };
  const kept: PlannedChange = { ...imported, actions: ["no-op"], after: imported.before };
  const stageIn = (findings: readonly string[]) =>
    STAGES.findLast((stage) =>
      findings.some((text) => new RegExp(`(stage|reached): ${stage}(?![a-z-])`).test(text)),
    );
  // At the beginning too early, and at the beginning too late.
  for (const stage of STAGES.filter((one) => one !== "vpc-address-block")) {
    const changes = stage === "import" ? [imported] : [kept];
    const hinted = stageIn(said(null, stage, changes));
    expect([stage, hinted]).toEqual([stage, "vpc-address-block"]);
  }
  expect(said(null, "vpc-address-block", [kept])).toEqual([]);
  // After a way back that was interrupted: forwards again, and back with what goes announced.
  expect(stageIn(said("import", "import", [LOSES]))).toBe("vpc-address-block");
  expect(
    said("import", "vpc-address-block", [{ ...LOSES, after: LOSES.before, actions: ["no-op"] }]),
  ).toEqual([]);
  expect(said("vpc-address-block", "import", [LOSES])).toEqual([]);
});

test("stages cannot be skipped, in any direction, and the hint says how to go", () => {
  const how = "go one stage at a time, applying each, forwards or backwards";
  expect(said("import", "security", [])).toEqual([
    `error migrate/stage-skipped: the plan goes from "import" to "security": more than one stage at once = ${how}`,
  ]);
  expect(said("security", null, [])).toEqual([
    `error migrate/stage-skipped: the plan goes from "security" to the end of the migration: more than one stage at once = ${how}`,
  ]);
  expect(
    said(null, "routes", [{ address: "aws_instance.web", actions: ["no-op"], importing: "i-0a1" }]),
  ).toEqual([
    'error migrate/stage-skipped: the plan goes from no stage at all to "routes": more than one stage at once = begin with migration.stage: import',
  ]);
});

test("a finished migration is taken up again at its end only by a plan that brings nothing", () => {
  expect(said(null, "ipv6-only-subnets", [{ address: "aws_vpc.main", actions: ["no-op"] }])).toEqual([]);
  expect(said(null, "routes", [])).toHaveLength(1);
  const skipped = (changes: readonly PlannedChange[]) =>
    said(null, "ipv6-only-subnets", changes).filter((text) => text.includes("stage-skipped"));
  const quiet: PlannedChange = { address: "aws_vpc.main", actions: ["no-op"] };
  expect(skipped([quiet, { ...quiet, importing: "vpc-0abc" }])).toHaveLength(1);
  expect(skipped([quiet, { address: "aws_subnet.app_a", actions: ["create"] }])).toHaveLength(1);
  expect(
    skipped([quiet, { address: "aws_subnet.app_a", actions: ["update"], before: {}, after: {} }]),
  ).toEqual([]);
});

test("a mark that no stage is called after is of another stack, and the nearest name is proposed", () => {
  const mark = (before: unknown, after: unknown) => ({ address: MARK, actions: ["update"], before, after });
  const of = (before: unknown, after: unknown) =>
    saidOf(planJson([mark(before, after)], EVERYTHING), "routes");
  const rule = "error migrate/plan-of-another-stack";
  expect(of({ input: "route" }, { input: "routes" })).toEqual([
    `${rule}: the state is at the stage "route", which there is not = did somebody mean "routes"?`,
  ]);
  expect(of({ input: "routes" }, { input: "quite another" })).toEqual([
    `${rule}: the plan is at the stage "quite another", which there is not = was it written by another version of Hextet?`,
  ]);
  expect(of({ input: { deep: 1 } }, { input: "routes" })).toEqual([
    `${rule}: the state is at the stage "{\\"deep\\":1}", which there is not = was it written by another version of Hextet?`,
  ]);
  expect(of({ input: null }, { input: "import" })[0]).toBe(
    `${rule}: the plan is of the stage "import", the blueprint is at the stage "routes" = ${AGAIN}`,
  );
});

test("what an earlier mark left over is no mark", () => {
  const deposed = { ...markChange("import", null), more: { deposed: "0a1b" } };
  const json = planJson([deposed, markChange("routes", "routes")], EVERYTHING);
  expect(saidOf(json, "routes")).toEqual([]);
});

test("the plan must be of this stack, whole, and of its stage", () => {
  const rule = "error migrate/plan-of-another-stack";
  const half = EVERYTHING.slice(0, EVERYTHING.length / 2 - 1);
  expect(saidOf(planJson([markChange("routes", "routes")], half), "ipv6-only-subnets")).toEqual([
    `${rule}: the plan is of another stack: it does not know ${EVERYTHING.length - half.length} of the ${EVERYTHING.length} resources of "shop" = run terraform in the folder of the stack "shop"`,
  ]);
  const two = { stages: sampleStages.slice(0, 0), stage: "import" as const };
  expect(saidOf(planJson([markChange("import", "import")], []), "import", two)).toHaveLength(1);
  expect(saidOf(planJson([], EVERYTHING), "routes")).toEqual([
    `${rule}: the plan says nothing of ${MARK} = plan without -target`,
  ]);
  expect(saidOf(planJson([], EVERYTHING), null)).toEqual([]);
  expect(saidOf({ ...planJson([markChange("routes", "routes")], []), configuration: {} }, "routes")).toEqual(
    [],
  );
});

test("a plan that failed, or is of a part, says how to plan again", () => {
  expect(said("routes", "routes", [], { errored: true })).toEqual([
    "error migrate/plan-errored: planning failed half-way: what the plan does not say is not known = mend what `terraform plan` says, and plan again",
  ]);
  expect(said("routes", "routes", [], { complete: false })).toEqual([
    "warning migrate/plan-incomplete: the plan is of a part only: after it is applied there is more to plan = plan without -target; after a deferred change plan and check again",
  ]);
});

test("what is unannounced says what to do", () => {
  const gone: PlannedChange = {
    address: "aws_vpc.main",
    actions: ["delete"],
    more: { action_reason: "delete_because_no_resource_config" },
  };
  expect(said("security", "routes", [gone])).toEqual([
    `error migrate/unannounced-destroy: aws_vpc.main would be destroyed, which is not of this move but of "vpc-address-block": it is not in the configuration = ${STOP}`,
  ]);
  const triggered: PlannedChange = {
    address: "aws_vpc.main",
    actions: ["delete", "create"],
    more: { action_reason: "replace_by_triggers" },
  };
  expect(said("security", "routes", [triggered])).toEqual([
    `error migrate/unannounced-replace: aws_vpc.main would be destroyed and made anew, which is not of this move but of "vpc-address-block": by replace_triggered_by = ${STOP}`,
  ]);
  expect(said("security", "routes", [{ address: "aws_vpc.main", actions: ["forget"] }])).toEqual([
    `warning migrate/unannounced-change: aws_vpc.main leaves Terraform's hands without being destroyed = ${LOOK}`,
  ]);
  expect(said("security", "routes", [{ address: "aws_vpc.main", actions: ["create"] }])).toEqual([
    "warning migrate/unannounced-change: aws_vpc.main would be made anew, but it should be imported = is its line in network.vpc.existing.import and its import block there?",
  ]);
  expect(said("security", "routes", [{ address: "aws_vpc.x", actions: ["create"] }])).toEqual([
    `warning migrate/unannounced-change: aws_vpc.x would be made, which no stage announces = ${OUTSIDE}`,
  ]);
  expect(
    said("routes", "routes", [{ address: "aws_route.public_default-ipv6", actions: ["create"] }]),
  ).toEqual([
    "note migrate/resumed: aws_route.public_default-ipv6 is made only now = the apply of a stage was interrupted, or somebody took it back outside",
  ]);
});

test("an update in which nothing known changes is told all the same", () => {
  const unknown: PlannedChange = {
    address: "aws_vpc.x",
    actions: ["update"],
    before: { a: 1 },
    after: {},
    afterUnknown: { a: true },
  };
  expect(said("security", "routes", [unknown])).toEqual([
    `warning migrate/unannounced-change: aws_vpc.x changes, which no stage announces = ${OUTSIDE}`,
  ]);
});

test("what an earlier replacement left over is not the resource itself", () => {
  const deposed = (address: string): PlannedChange => ({
    address,
    actions: ["delete"],
    more: { deposed: "0a1b" },
  });
  const [finding = ""] = said("routes", "security", [deposed("aws_route_table.public")]);
  expect(finding.startsWith("error migrate/unannounced-destroy: what an earlier")).toBe(true);
});

test("what an earlier replacement left over goes by no announcement of the resource itself", () => {
  const stages = stagesWith({
    import: { imports: [{ path: [], address: "aws_route.old", id: "rtb-1_::/0" }] },
    routes: { removes: [{ address: "aws_route.old", arguments: [] }] },
  });
  const change = { address: "aws_route.old", actions: ["delete"], more: { deposed: "0a1b" } };
  for (const from of ["security", "routes"] as const) {
    const findings = saidOf(planJson([markChange(from, "routes"), change], EVERYTHING), "routes", { stages });
    expect(findings).toEqual([
      `error migrate/unannounced-destroy: what an earlier replacement of aws_route.old left over would be destroyed, which is not of this move but of "routes" = ${STOP}`,
    ]);
  }
});

test("addresses go by a move that writes none where nothing was written, and by no other", () => {
  const changing = (before: unknown, after: unknown) => {
    const argument = { name: "ipv6_address_count", before, after };
    const stages = stagesWith({
      routes: { changes: [{ address: "aws_instance.db", arguments: [argument] }] },
    });
    const change = {
      address: "aws_instance.db",
      actions: ["update"],
      before: { ipv6_address_count: 1 },
      after: { ipv6_address_count: 0 },
    };
    const json = planJson([markChange("security", "routes"), change], EVERYTHING);
    return saidOf(json, "routes", { stages }).length;
  };
  expect(changing(undefined, 0)).toBe(0);
  expect(changing(null, 0)).toBe(0);
  expect(changing(1, 0)).toBe(0);
  expect(changing(undefined, undefined)).toBe(1);
  expect(changing(null, null)).toBe(1);
  expect(changing(0, 0)).toBe(1);
  expect(changing(undefined, 1)).toBe(1);
  expect(changing(1, 1)).toBe(1);
});

test("only a hook's own step may be replaced, and only for its triggers", () => {
  const stages = sampleStages.map((one) =>
    one.stage === "routes"
      ? {
          ...one,
          changes: ["terraform_data.step", "aws_vpc.main"].map((address) => ({
            address,
            arguments: [{ name: "triggers_replace", before: 1, after: 2 }],
          })),
        }
      : one,
  );
  const replaced = (address: string, path: string) => {
    const change = { address, actions: ["delete", "create"], moreOfChange: { replace_paths: [[path]] } };
    return saidOf(planJson([markChange("security", "routes"), change], EVERYTHING), "routes", { stages });
  };
  expect(replaced("terraform_data.step", "triggers_replace")).toEqual([]);
  expect(replaced("terraform_data.step", "input")).toHaveLength(1);
  expect(replaced("aws_vpc.main", "triggers_replace")).toHaveLength(1);
});

test("a new resource is made again because it is tainted, and for no other reason", () => {
  const replaced = (reason: string): PlannedChange => ({
    address: "aws_instance.worker",
    actions: ["delete", "create"],
    more: { action_reason: reason },
  });
  expect(said("databases", "ipv6-only-subnets", [replaced("replace_by_request")])[0]?.slice(0, 35)).toBe(
    "error migrate/unannounced-replace: ",
  );
  expect(said("ipv6-only-subnets", "ipv6-only-subnets", [replaced("replace_because_tainted")])).toHaveLength(
    1,
  );
});

test("positions are one step apart when nothing lies between, and the next one lies on the way", () => {
  expect(isOneStepApart("before", "import")).toBe(true);
  expect(isOneStepApart("before", "vpc-address-block")).toBe(false);
  expect(isOneStepApart("ipv6-only-subnets", "after")).toBe(true);
  expect(isOneStepApart("databases", "after")).toBe(false);
  expect(nextPosition("import", "routes")).toBe("vpc-address-block");
  expect(nextPosition("routes", "import")).toBe("security");
  expect(nextPosition("import", "before")).toBe("before");
  expect(nextPosition("before", "routes")).toBe("import");
  expect(nextPosition("ipv6-only-subnets", "after")).toBe("after");
  expect(nextPosition("routes", "routes")).toBe("routes");
});

test("a plan may be written in UTF-16, as PowerShell does", () => {
  const text = JSON.stringify(planJson([], ["aws_vpc.main"]));
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  expect(readPlan(bytes).plan?.configured).toEqual(["aws_vpc.main"]);
});

test("data sources are neither resources nor configured; a plan with values is no state", () => {
  const data = { address: "data.aws_vpc.main", mode: "data", change: { actions: ["read"] } };
  const json = planJson([{ address: "aws_vpc.main", actions: ["no-op"] }], ["aws_vpc.main"]);
  const { plan } = readPlan(
    Buffer.from(
      JSON.stringify({
        ...json,
        values: {},
        resource_changes: [data, ...json.resource_changes],
        configuration: {
          root_module: { resources: [7, data, ...json.configuration.root_module.resources] },
        },
      }),
    ),
  );
  expect(plan?.resources.map(({ address }) => address)).toEqual(["aws_vpc.main"]);
  expect(plan?.configured).toEqual(["aws_vpc.main"]);
});

test("what becomes known later is no change, wherever in the value it stands", () => {
  const change = (afterUnknown: unknown): PlannedChange => ({
    address: "aws_vpc.x",
    actions: ["update"],
    before: { a: [1, 2], b: null, z: 1, c: 1 },
    after: { a: [3, 4], z: 2, c: 2 },
    afterUnknown,
  });
  const changed = (afterUnknown: unknown) =>
    readPlan(Buffer.from(JSON.stringify(planJson([change(afterUnknown)], [])))).plan?.resources[0]?.changed;
  expect(changed({})).toEqual(["a", "c", "z"]);
  expect(changed({ a: [false, true] })).toEqual(["c", "z"]);
  expect(changed({ a: [false, { deep: true }], z: false })).toEqual(["c", "z"]);
  expect(changed({ a: [], c: true })).toEqual(["a", "z"]);
});
