import { describe, expect, test } from "vitest";
import { judgePlan } from "../../../src/model/migration/judge-plan.ts";
import { readPlan } from "../../../src/model/migration/read-plan.ts";
import { STAGES, type StageId } from "../../../src/model/types/migration.ts";
import { sampleStages } from "../../support/sample-migration.ts";
import { markChange, type PlannedChange, planJson, stagesWith } from "../../support/terraform-plan.ts";

const MARK = "terraform_data.migration";

/** The resources that the stack has at a stage; null: after the migration. */
function configuredAt(stage: StageId | null, stages = sampleStages): readonly string[] {
  const end = stage === null ? stages.length : STAGES.indexOf(stage) + 1;
  const all = stages.slice(0, end).flatMap(({ adds, imports }) => [...adds, ...imports]);
  const addresses = [...new Set([...all.map(({ address }) => address), MARK])];
  return addresses.filter((address) => stage !== null || address !== MARK);
}

/** What is said of a plan from stage to stage with these changes, each finding as `severity rule: message`. */
function said(
  from: StageId | null,
  to: StageId | null,
  changes: readonly PlannedChange[],
  more: Readonly<Record<string, unknown>> = {},
  stages = sampleStages,
): readonly string[] {
  const mark = from === null && to === null ? [] : [markChange(from, to)];
  const json = planJson([...mark, ...changes], configuredAt(to, stages), more);
  return judged(json, to, stages);
}

/** The hints of what is said of a plan. */
function hints(json: unknown, stage: StageId): readonly (string | null)[] {
  const { plan, mistake } = readPlan(Buffer.from(JSON.stringify(json)));
  if (plan === null) throw new Error(mistake.message);
  return judgePlan(plan, { name: "shop", stage, stages: sampleStages }).findings.map(({ hint }) => hint);
}

function judged(json: unknown, stage: StageId | null, stages = sampleStages): readonly string[] {
  const { plan, mistake } = readPlan(Buffer.from(JSON.stringify(json)));
  if (plan === null) throw new Error(mistake.message);
  const { findings } = judgePlan(plan, { name: "shop", stage, stages });
  return findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

const resize: PlannedChange = {
  address: "aws_instance.db",
  actions: ["update"],
  before: { instance_type: "m3.large", ami: "ami-1", public_ip: null },
  after: { instance_type: "m5.large", ami: "ami-1" },
  afterUnknown: { public_ip: true },
};
const vpc: PlannedChange = {
  address: "aws_vpc.main",
  actions: ["no-op"],
  before: { main_route_table_id: "rtb-main" },
};
const joinedTo = (table: string) => ({
  address: "aws_route_table_association.public_a",
  actions: ["create"],
  after: { route_table_id: table, subnet_id: "subnet-0a1" },
});
const routeMade: PlannedChange = { address: "aws_route.public_default-ipv6", actions: ["create"] };
const routeGone: PlannedChange = { address: "aws_route.public_default-ipv6", actions: ["delete"] };

describe("a move of one stage", () => {
  test("imports in the first, and makes nothing", () => {
    const imported = configuredAt("import")
      .filter((address) => address !== MARK)
      .map((address): PlannedChange => ({ address, actions: ["no-op"], importing: "x-1" }));
    const joined = joinedTo("rtb-main");
    const plain = imported.filter(({ address }) => address !== "aws_vpc.main");
    expect(said(null, "import", imported)).toEqual([]);
    expect(said(null, "import", [...plain, vpc, joined])).toEqual([
      'warning migrate/unannounced-change: aws_route_table_association.public_a would be made, which is not of this move but of "routes"',
    ]);
    expect(said("security", "routes", [vpc, joined])).toEqual([]);
    expect(
      said("routes", "security", [vpc, { ...joined, actions: ["delete"], before: joined.after }]),
    ).toEqual([]);
  });

  test("gives a subnet that was there no other route table than the main one, at any stage", () => {
    const wrong = (words: string) =>
      `error migrate/another-route-table: aws_route_table_association.public_a would take aws_subnet.public_a from ${words}`;
    const other = joinedTo("rtb-other");
    const toOther = wrong("the VPC's main table to rtb-other: which is rtb-main");
    expect(said("security", "routes", [vpc, other])).toEqual([toOther]);
    expect(said("routes", "routes", [vpc, other])[0]).toBe(toOther);
    expect(said(null, "import", [vpc, other])[0]).toBe(toOther);
    expect(said("routes", "security", [vpc, { ...other, actions: ["delete"], before: other.after }])).toEqual(
      [wrong("rtb-other to the VPC's main table: which is rtb-main")],
    );
    const made = { ...other, after: {}, afterUnknown: { route_table_id: true } };
    expect(said("security", "routes", [vpc, made])).toEqual([
      wrong("the VPC's main table to a table that this plan makes: which is rtb-main"),
    ]);
    expect(said("security", "routes", [joinedTo("rtb-main")])).toEqual([
      wrong("the VPC's main table to rtb-main: which one that is the plan does not say"),
    ]);
    const ofNew = { ...other, address: "aws_route_table_association.app_a" };
    expect(said("databases", "ipv6-only-subnets", [vpc, ofNew])).toHaveLength(1);
    expect(said("databases", "ipv6-only-subnets", [vpc, ofNew])[0]).toContain("which no stage announces");
  });

  test("leaves an association that was imported to what the stages say", () => {
    const stages = stagesWith({
      import: {
        imports: [
          { path: [], address: "aws_subnet.old_a", id: "subnet-1" },
          { path: [], address: "aws_route_table_association.old_a", id: "subnet-1/rtb-other" },
        ],
      },
    });
    const again = { ...joinedTo("rtb-other"), address: "aws_route_table_association.old_a" };
    expect(said("import", "import", [again], {}, stages).join()).not.toContain("another-route-table");
  });

  test("forgets on its way back what was there before it, and destroys what was not", () => {
    const [old, made] = ["aws_lb_target_group_attachment.web_web", "aws_lb_target_group_attachment.web_new"];
    const plan = (action: string) => [
      { address: old, actions: [action] },
      { address: made, actions: ["delete"] },
    ];
    const [from, to] = ["load-balancers", "instance-addresses"] as const;
    expect(said(from, to, plan("forget"))).toEqual([]);
    expect(said(from, to, plan("delete"))).toEqual([
      `error migrate/unannounced-destroy: ${old} would be destroyed, which is not of this move but of "load-balancers"`,
    ]);
    expect(said(to, from, plan("forget").slice(0, 1))).toEqual([
      `warning migrate/unannounced-change: ${old} leaves Terraform's hands without being destroyed`,
    ]);
    expect(said(to, to, plan("forget"))).toEqual([
      `note migrate/resumed: ${old} is forgotten only now`,
      `note migrate/resumed: ${made} is destroyed only now`,
    ]);
  });

  test("makes, changes and destroys what it announces, forwards and backwards", () => {
    expect(said("security", "routes", [routeMade])).toEqual([]);
    expect(said("routes", "security", [routeGone])).toEqual([]);
    expect(said("routes", "instance-types", [resize])).toEqual([]);
    expect(said("instance-types", "routes", [resize])).toEqual([]);
  });

  test("imports what AWS made by itself meanwhile", () => {
    const rule = {
      address: "aws_vpc_security_group_ingress_rule.web_http_ipv6",
      actions: ["update"],
      importing: "sgr-0b1",
      before: { tags_all: {} },
      after: { tags_all: { owner: "platform" } },
    };
    expect(said("subnet-address-blocks", "security", [rule])).toEqual([]);
    expect(said("instance-types", "instance-addresses", [rule])).toHaveLength(2);
  });

  test("may do less than it announces: the rest was done before an interruption", () => {
    expect(said("security", "routes", [])).toEqual([]);
  });

  test("makes again what it took away, backwards", () => {
    const stages = stagesWith({
      import: { imports: [{ path: [], address: "aws_route.old", id: "rtb-1_::/0" }] },
      routes: { removes: [{ address: "aws_route.old", arguments: [] }] },
    });
    const gone = { address: "aws_route.old", actions: ["delete"] };
    expect(said("security", "routes", [gone], {}, stages)).toEqual([]);
    expect(said("routes", "security", [{ ...gone, actions: ["create"] }], {}, stages)).toEqual([]);
  });

  test("ends the migration after the last stage, destroying the mark alone", () => {
    expect(said("ipv6-only-subnets", null, [])).toEqual([]);
    expect(said("ipv6-only-subnets", null, [{ address: "aws_vpc.main", actions: ["delete"] }])).toEqual([
      'error migrate/unannounced-destroy: aws_vpc.main would be destroyed, which is not of this move but of "vpc-address-block"',
    ]);
  });

  test("takes a finished migration up again at its last stage", () => {
    expect(said(null, "ipv6-only-subnets", [])).toEqual([]);
  });
});

test("says of a first plan with moves which check is meant", () => {
  const moved = (address: string) => ({ address, actions: ["no-op"], more: { previous_address: "aws_x.y" } });
  const plan = planJson(
    [markChange(null, "import"), moved("aws_vpc.main"), moved("aws_vpc.other")],
    configuredAt("import"),
  );
  expect(hints(plan, "import")).toEqual([
    expect.stringContaining("hextet adopt check --same-state is the check of this plan"),
    expect.stringContaining("look at it in the plan"),
  ]);
});

describe("what is not announced", () => {
  test.each([
    [["delete"], "migrate/unannounced-destroy: aws_subnet.public_a would be destroyed"],
    [
      ["delete", "create"],
      "migrate/unannounced-replace: aws_subnet.public_a would be destroyed and made anew",
    ],
    [
      ["create", "delete"],
      "migrate/unannounced-replace: aws_subnet.public_a would be destroyed and made anew",
    ],
  ])("%j is an error", (actions, words) => {
    const [finding = "", ...rest] = said("security", "routes", [{ address: "aws_subnet.public_a", actions }]);
    expect(finding).toContain(`error ${words}, which is not of this move but of "subnet-address-blocks"`);
    expect(rest).toEqual([]);
  });

  test("destroying what another stage brings is one too", () => {
    const gone = { address: "aws_vpc_security_group_ingress_rule.web_http_ipv6", actions: ["delete"] };
    expect(said("security", "routes", [gone])).toEqual([
      'error migrate/unannounced-destroy: aws_vpc_security_group_ingress_rule.web_http_ipv6 would be destroyed, which is not of this move but of "security"',
    ]);
  });

  test("says what forces a replacement, or why Terraform wants it", () => {
    const replaced = { ...resize, actions: ["delete", "create"] };
    const forced = {
      ...replaced,
      moreOfChange: { replace_paths: [["ami"], ["root_block_device", 0, "encrypted"]] },
    };
    expect(said("routes", "instance-types", [forced])).toEqual([
      'error migrate/unannounced-replace: aws_instance.db would be destroyed and made anew, which is not of this move but of "instance-types", "instance-addresses": forced by ami, root_block_device',
    ]);
    const asked = { ...replaced, more: { action_reason: "replace_by_request" } };
    expect(said("routes", "instance-types", [asked])[0]).toMatch(/: by -replace on the command line$/);
    const future = { ...replaced, more: { action_reason: "replace_for_fun" } };
    expect(said("routes", "instance-types", [future])).toHaveLength(1);
  });

  test.each([
    [
      { address: "aws_vpc.other", actions: ["create"] },
      "aws_vpc.other would be made, which no stage announces",
    ],
    [
      { address: "aws_vpc.main", actions: ["create"] },
      "aws_vpc.main would be made anew, but it should be imported",
    ],
    [
      { address: "aws_vpc.main", actions: ["forget"] },
      "aws_vpc.main leaves Terraform's hands without being destroyed",
    ],
    [{ address: "aws_vpc.main", actions: ["create", "forget"] }, "aws_vpc.main leaves Terraform's hands"],
    [
      { address: "aws_vpc.x", actions: ["no-op"], importing: "vpc-9" },
      "aws_vpc.x is imported, which the blueprint",
    ],
    [
      { address: "aws_vpc.main", actions: ["no-op"], more: { previous_address: "aws_vpc.old" } },
      "aws_vpc.old becomes aws_vpc.main, which no stage does",
    ],
    [
      {
        address: "aws_vpc.main",
        actions: ["update"],
        before: { enable_dns_support: false },
        after: { enable_dns_support: true },
      },
      'aws_vpc.main changes enable_dns_support, which is not of this move but of "vpc-address-block"',
    ],
  ] as const)("%j is a warning", (change, words) => {
    const findings = said("security", "routes", [routeMade, change]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`warning migrate/unannounced-change: ${words}`);
  });

  test("names the arguments that change beside an announced one, but not what becomes known later", () => {
    const both = { ...resize, after: { instance_type: "m5.large", ami: "ami-2" } };
    expect(said("routes", "instance-types", [both])).toEqual([
      "warning migrate/unannounced-change: aws_instance.db changes ami, beside what the stage announces",
    ]);
  });

  test("says of an imported resource what its import would change", () => {
    const changed = {
      address: "aws_security_group.web",
      actions: ["update"],
      importing: "sg-0a1",
      before: { description: "old", tags: null },
      after: { description: "new", tags: { owner: "platform" } },
    };
    expect(said(null, "import", [changed])).toEqual([
      "warning migrate/unannounced-change: aws_security_group.web changes description, tags, which no stage announces",
    ]);
    const tagged = { ...changed, after: { description: "old", tags: { owner: "platform" } } };
    expect(said(null, "import", [tagged])).toEqual([]);
    expect(said("security", "routes", [{ ...tagged, importing: "sg-0a1" }])).toHaveLength(1);
  });

  test("reads of data sources are no changes", () => {
    const read = { address: "data.aws_vpc.main", actions: ["read"], more: { mode: "data" } };
    expect(said("security", "routes", [read])).toEqual([]);
  });
});

describe("the same stage", () => {
  test("has nothing to do; drift is a warning, and destroying an error", () => {
    expect(said("routes", "routes", [])).toEqual([]);
    const drift = { ...resize, before: { ami: "ami-1" }, after: { ami: "ami-2" }, afterUnknown: {} };
    expect(said("routes", "routes", [drift])).toEqual([
      'warning migrate/unannounced-change: aws_instance.db changes ami, which is not of this move but of "instance-types", "instance-addresses"',
    ]);
    const rule = { address: "aws_vpc_security_group_ingress_rule.web_http_ipv6", actions: ["delete"] };
    expect(said("routes", "routes", [rule])[0]).toMatch(/^error migrate\/unannounced-destroy: /);
  });

  test("goes on where an apply was interrupted, forwards or back, with a note", () => {
    expect(said("routes", "routes", [routeMade])).toEqual([
      "note migrate/resumed: aws_route.public_default-ipv6 is made only now",
    ]);
    expect(said("security", "security", [routeGone])).toEqual([
      "note migrate/resumed: aws_route.public_default-ipv6 is destroyed only now",
    ]);
    expect(said("instance-types", "instance-types", [resize])).toEqual([
      "note migrate/resumed: aws_instance.db changes instance_type only now",
    ]);
    expect(said("routes", "routes", [resize])).toEqual([
      "note migrate/resumed: aws_instance.db changes instance_type only now",
    ]);
  });

  test("makes again what was made by half, when it is new", () => {
    const tainted = (address: string) => ({
      address,
      actions: ["delete", "create"],
      more: { action_reason: "replace_because_tainted" },
    });
    expect(said("databases", "ipv6-only-subnets", [tainted("aws_instance.worker")])).toEqual([
      "note migrate/resumed: aws_instance.worker was made by half, and is made again",
    ]);
    expect(said("databases", "ipv6-only-subnets", [tainted("aws_instance.web")])[0]).toMatch(
      /^error migrate\/unannounced-replace: aws_instance.web .* tainted/,
    );
  });

  test("lets what a replacement of a new resource left over go, and of no other", () => {
    const deposed = (address: string) => ({ address, actions: ["delete"], more: { deposed: "0a1b" } });
    expect(said("databases", "ipv6-only-subnets", [deposed("aws_instance.worker")])).toEqual([]);
    // Left over by the apply of an earlier stage, which was interrupted between making and destroying.
    expect(
      said("security", "routes", [deposed("aws_vpc_security_group_ingress_rule.web_http_ipv6")]),
    ).toEqual([]);
    expect(said("security", "routes", [deposed("aws_instance.web")])[0]).toMatch(
      /^error migrate\/unannounced-destroy: what an earlier replacement of aws_instance.web left over/,
    );
  });
});

/** What an update takes, by the arguments of a resource before and after. */
function update(
  address: string,
  before: object,
  after: object,
  rest: Partial<PlannedChange> = {},
): PlannedChange {
  return { address, actions: ["update"], before, after, ...rest };
}

const BLOCK = "2a05:d018:1:2300::/56";
const vpcLoses = update(
  "aws_vpc.main",
  { assign_generated_ipv6_cidr_block: true, ipv6_cidr_block: BLOCK },
  { assign_generated_ipv6_cidr_block: null },
  { afterUnknown: { ipv6_cidr_block: true } },
);
const VPC_LOSS =
  "error migrate/unannounced-loss: aws_vpc.main would lose its IPv6 block, which no way back announces here: assign_generated_ipv6_cidr_block, ipv6_cidr_block";

describe("a block, an address or a rule that goes", () => {
  test("is an error at every stage and on every move but the way back that announces it", () => {
    for (const [index, to] of STAGES.entries())
      for (const from of [STAGES[index - 1] ?? null, to, STAGES[index + 1] ?? null]) {
        const isAnnounced = from === "vpc-address-block" && to === "import";
        expect(
          said(from, to, [vpcLoses]).filter((text) => text.includes("loss")),
          `${from} to ${to}`,
        ).toEqual(isAnnounced ? [] : [VPC_LOSS]);
      }
  });

  test("is told apart from what else changes", () => {
    const both = update(
      "aws_vpc.main",
      { assign_generated_ipv6_cidr_block: true, enable_dns_support: true },
      { assign_generated_ipv6_cidr_block: false, enable_dns_support: false },
    );
    expect(said("security", "routes", [both])).toEqual([
      "error migrate/unannounced-loss: aws_vpc.main would lose its IPv6 block, which no way back announces here: assign_generated_ipv6_cidr_block",
      'warning migrate/unannounced-change: aws_vpc.main changes enable_dns_support, which is not of this move but of "vpc-address-block"',
    ]);
  });

  const lists = { subnets: ["subnet-1", "subnet-2"], security_groups: ["sg-1"] };
  test.each([
    ["aws_subnet.x", { ipv6_cidr_block: "2a05::/64" }, { ipv6_cidr_block: "2a05:0:0:1::/64" }, "IPv6 block"],
    ["aws_subnet.x", { assign_ipv6_address_on_creation: true }, {}, "IPv6 addresses for new hosts"],
    [
      "aws_subnet.x",
      { map_public_ip_on_launch: true },
      { map_public_ip_on_launch: false },
      "public IPv4 addresses for new hosts",
    ],
    ["aws_instance.x", { ipv6_address_count: 2 }, { ipv6_address_count: 1 }, "IPv6 addresses"],
    [
      "aws_instance.x",
      { ipv6_addresses: ["2a05::1", "2a05::2"] },
      { ipv6_addresses: ["2a05::2"] },
      "IPv6 addresses",
    ],
    [
      "aws_instance.x",
      { secondary_private_ips: ["10.0.0.9"] },
      { secondary_private_ips: [] },
      "secondary IPv4 addresses",
    ],
    [
      "aws_instance.x",
      { metadata_options: [{ http_protocol_ipv6: "enabled" }] },
      { metadata_options: [{ http_protocol_ipv6: "disabled" }] },
      "IMDS over IPv6",
    ],
    [
      "aws_launch_template.x",
      { network_interfaces: [{ primary_ipv6: "true" }] },
      { network_interfaces: [{ primary_ipv6: "false" }] },
      "IPv6 addresses for new hosts",
    ],
    ["aws_eip.x", { instance: "i-1" }, { instance: null }, "host"],
    ["aws_lb.x", { ip_address_type: "dualstack" }, { ip_address_type: "ipv4" }, "addresses"],
    [
      "aws_lb.x",
      { ip_address_type: "ipv4" },
      { ip_address_type: "dualstack-without-public-ipv4" },
      "addresses",
    ],
    ["aws_lb.x", lists, { ...lists, subnets: ["subnet-2"] }, "subnets"],
    ["aws_vpc_endpoint.x", { ip_address_type: "dualstack" }, { ip_address_type: "ipv6" }, "addresses"],
    ["aws_vpc_endpoint.x", { route_table_ids: ["rtb-1"] }, { route_table_ids: [] }, "routes"],
    ["aws_db_instance.x", { network_type: "DUAL" }, { network_type: "IPV4" }, "addresses"],
    [
      "aws_ec2_managed_prefix_list.x",
      { entry: [{ cidr: "2a05::/32", description: "" }] },
      { entry: [] },
      "blocks",
    ],
    [
      "aws_security_group.x",
      { ingress: [{ cidr_blocks: ["10.0.0.0/8"], from_port: 22 }] },
      { ingress: [] },
      "rules",
    ],
    [
      "aws_vpc_security_group_ingress_rule.x",
      { cidr_ipv4: "10.0.0.0/8" },
      { cidr_ipv4: "10.0.0.0/16" },
      "rule as it was",
    ],
    ["aws_network_acl.x", { subnet_ids: ["subnet-1"] }, { subnet_ids: [] }, "subnets"],
  ])("%s: %j to %j is one", (address, before, after, what) => {
    const findings = said("security", "routes", [update(address, before, after)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`error migrate/unannounced-loss: ${address} would lose its ${what}, `);
    // The other way round something is given. What is neither more nor less goes both ways.
    const given = said("security", "routes", [update(address, after, before)]);
    const isExchange = /ipv4.*without|cidr_ipv4|0:0:1::|ipv6"/.test(JSON.stringify([before, after]));
    if (!isExchange) expect(given.filter((text) => text.startsWith("error"))).toEqual([]);
  });

  test("is none where a rule or an entry gets other words, or nothing was there", () => {
    const words = update(
      "aws_ec2_managed_prefix_list.x",
      { entry: [{ cidr: "2a05::/32", description: "old" }] },
      { entry: [{ cidr: "2a05::/32", description: "new" }] },
    );
    const nothing = update(
      "aws_subnet.x",
      { ipv6_cidr_block: "" },
      {},
      { afterUnknown: { ipv6_cidr_block: true } },
    );
    const more = update(
      "aws_instance.x",
      { ipv6_addresses: ["2a05::1"] },
      {},
      { afterUnknown: { ipv6_addresses: true } },
    );
    const errors = said("security", "routes", [words, nothing, more]).filter((text) =>
      text.startsWith("error"),
    );
    expect(errors).toEqual([]);
  });

  test("goes on the way back, with what depends on it", () => {
    const addresses = update(
      "aws_instance.db",
      { ipv6_address_count: 1, ipv6_addresses: ["2a05::1"] },
      { ipv6_address_count: 0, ipv6_addresses: [] },
    );
    expect(said("instance-addresses", "instance-types", [addresses])).toHaveLength(1);
    expect(said("instance-addresses", "instance-types", [addresses])[0]).toMatch(
      /^warning .* changes ipv6_addresses/,
    );
    expect(said("instance-types", "instance-addresses", [addresses])[0]).toMatch(
      /^error migrate\/unannounced-loss/,
    );
  });
});

describe("a migration of a network that has IPv6", () => {
  const imported = (address: string, before: object): PlannedChange => ({
    address,
    actions: ["no-op"],
    importing: "id",
    before,
    after: before,
  });
  const vpc = imported("aws_vpc.main", { assign_generated_ipv6_cidr_block: true, ipv6_cidr_block: BLOCK });
  const subnet = imported("aws_subnet.public_a", { ipv6_cidr_block: "2a05:d018:1:2300::/64" });

  test("begins at the last stage of which something is there", () => {
    expect(said(null, "vpc-address-block", [vpc])).toEqual([]);
    expect(said(null, "subnet-address-blocks", [vpc, subnet])).toEqual([]);
  });

  test("does so when its block comes from a pool, or the host has addresses by number", () => {
    const pool = imported("aws_vpc.main", { ipv6_ipam_pool_id: "ipam-pool-1", ipv6_cidr_block: BLOCK });
    expect(said(null, "vpc-address-block", [pool])).toEqual([]);
    const host = imported("aws_instance.db", { ipv6_address_count: 0, ipv6_addresses: ["2a05::9"] });
    expect(said(null, "instance-addresses", [vpc, host])).toEqual([]);
  });

  test("does not begin later, and the hint names where it does", () => {
    const json = planJson([markChange(null, "routes"), vpc], configuredAt("routes"));
    expect(hints(json, "routes")).toEqual([
      "begin with migration.stage: import and migration.reached: vpc-address-block",
    ]);
    const none = planJson([markChange(null, "routes")], configuredAt("routes"));
    expect(hints(none, "routes")).toEqual(["begin with migration.stage: import"]);
  });

  test("is refused at an earlier stage, with the stage at which nothing goes", () => {
    const json = planJson(
      [markChange(null, "import"), { ...vpcLoses, importing: "vpc-0abc" }],
      configuredAt("import"),
    );
    expect(judged(json, "import")).toEqual([VPC_LOSS]);
    expect(hints(json, "import")).toEqual([
      "write migration.reached: vpc-address-block; without it Terraform takes away what is there",
    ]);
  });

  test("is refused where the stage stays, with the way to a safe plan", () => {
    const json = planJson([markChange("import", "import"), vpcLoses], configuredAt("import"));
    expect(hints(json, "import")).toEqual([
      "do not apply: find out who gave it, and write it in the blueprint; after an interrupted way back write migration.stage: vpc-address-block, apply that, and go back again",
    ]);
  });
});

describe("a stage skipped", () => {
  test.each([
    ["import", "security"],
    ["routes", "import"],
    [null, "security"],
    ["routes", null],
  ] as const)("from %s to %s is an error", (from, to) => {
    const findings = said(from, to, []);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(
      /^error migrate\/stage-skipped: the plan goes from .* more than one stage at once$/,
    );
  });

  test("is said once, whatever it would make", () => {
    const block = {
      address: "aws_vpc.main",
      actions: ["update"],
      before: { assign_generated_ipv6_cidr_block: false },
      after: { assign_generated_ipv6_cidr_block: true },
    };
    const rule = { address: "aws_vpc_security_group_ingress_rule.web_http_ipv6", actions: ["create"] };
    expect(said("import", "security", [block, rule])).toHaveLength(1);
  });
});

describe("steps of provider hooks", () => {
  const stages = stagesWith({
    routes: {
      changes: [
        {
          address: "terraform_data.hooked_step",
          arguments: [{ name: "triggers_replace", before: "1", after: "2" }],
        },
      ],
    },
  });
  const step = {
    address: "terraform_data.hooked_step",
    actions: ["delete", "create"],
    moreOfChange: { replace_paths: [["triggers_replace"]] },
  };
  test("run again by being replaced where that is announced", () => {
    expect(said("security", "routes", [step], {}, stages)).toEqual([]);
    expect(said("routes", "instance-types", [step], {}, stages)[0]).toMatch(/^error /);
  });

  test("fail when something else than their triggers replaces them", () => {
    const paths = (...names: readonly string[]) => ({ replace_paths: names.map((name) => [name]) });
    const replaced = (names: readonly string[], address = step.address) => ({
      ...step,
      address,
      moreOfChange: paths(...names),
    });
    for (const names of [[], ["input"], ["input", "triggers_replace"]]) {
      expect(said("security", "routes", [replaced(names)], {}, stages)[0]).toMatch(
        /^error migrate\/unannounced-replace: terraform_data.hooked_step /,
      );
    }
    const instance = replaced(["triggers_replace"], "aws_instance.db");
    expect(said("routes", "instance-types", [instance], {}, stages)[0]).toMatch(/^error /);
  });
});

describe("a plan that cannot be judged", () => {
  test("is one of another stack", () => {
    const json = planJson([markChange("import", "vpc-address-block")], ["aws_vpc.main", "aws_vpc.other"]);
    expect(judged(json, "vpc-address-block")).toEqual([
      'error migrate/plan-of-another-stack: the plan is of another stack: it does not know 8 of the 9 resources of "shop"',
    ]);
  });

  test("is one of another stage, or of an older blueprint", () => {
    const older = planJson([markChange("import", "vpc-address-block")], configuredAt("vpc-address-block"));
    expect(judged(older, "subnet-address-blocks")).toEqual([
      'error migrate/plan-of-another-stack: the plan is of the stage "vpc-address-block", the blueprint is at the stage "subnet-address-blocks"',
    ]);
    expect(judged(older, null)[0]).toMatch(
      /the plan is of the stage "vpc-address-block", the blueprint has no migration$/,
    );
    const lacking = configuredAt("routes").filter((address) => address !== "aws_route.public_default-ipv6");
    expect(judged(planJson([markChange("security", "routes")], lacking), "routes")).toEqual([
      "error migrate/plan-of-another-stack: the plan was made of another configuration: aws_route.public_default-ipv6 is not in it",
    ]);
    expect(judged(planJson([], configuredAt(null)), "ipv6-only-subnets")[0]).toMatch(
      /the plan has no migration, /,
    );
  });

  test("is one of a part that leaves the stage out", () => {
    expect(judged(planJson([], configuredAt("routes")), "routes")).toEqual([
      "error migrate/plan-of-another-stack: the plan says nothing of terraform_data.migration",
    ]);
  });

  test("is one of a stage that there is not", () => {
    const mark = { ...markChange("routes", "routes"), before: { input: "route" } };
    expect(judged(planJson([mark], configuredAt("routes")), "routes")).toEqual([
      'error migrate/plan-of-another-stack: the state is at the stage "route", which there is not',
    ]);
  });

  test("failed, or is of a part only", () => {
    expect(said("security", "routes", [], { errored: true, complete: false })).toEqual([
      "error migrate/plan-errored: planning failed half-way: what the plan does not say is not known",
    ]);
    expect(said("security", "routes", [], { complete: false })).toEqual([
      "warning migrate/plan-incomplete: the plan is of a part only: after it is applied there is more to plan",
    ]);
  });

  test("is judged with its deferred changes", () => {
    const { resource_changes: later } = planJson([{ address: "aws_vpc.main", actions: ["delete"] }], []);
    const deferred = later.map((change) => ({ reason: "provider_config_unknown", resource_change: change }));
    const findings = said("security", "routes", [], { deferred_changes: deferred });
    expect(findings.map((text) => text.split(":", 1)[0])).toEqual([
      "warning migrate/plan-incomplete",
      "error migrate/unannounced-destroy",
    ]);
  });
});
