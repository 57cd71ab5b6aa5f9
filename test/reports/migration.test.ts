import { describe, expect, test } from "vitest";
import { STAGES, type StageId } from "../../src/model/types/migration.ts";
import { compile } from "../../src/pipeline.ts";
import { renderMigrationPlans } from "../../src/reports/migration/migration-markdown.ts";
import {
  type MigrationPlan,
  migrationPlanOf,
  type PlannedStage,
  renderMigrationPlansJson,
} from "../../src/reports/migration/migration-plan.ts";
import { migrationBlueprint } from "../support/migration-blueprint.ts";
import { stageChangesOf } from "../support/stage-changes.ts";

const FILE = "blueprints/shop.yaml";

function planOf(yaml: string, file = FILE): MigrationPlan {
  const { networks, findings } = compile([{ file, text: yaml }], "2026-11-21");
  const [network] = networks;
  if (network === undefined) throw new Error(findings.map(({ message }) => message).join("; "));
  const stackFolder = `generated/stacks/${network.name}`;
  return migrationPlanOf(network, stageChangesOf(network), { blueprint: file, stackFolder });
}

function stageOf(plan: MigrationPlan, id: StageId): PlannedStage {
  const found = plan.stages.find(({ stage }) => stage === id);
  if (found === undefined) throw new Error(`no stage ${id}`);
  return found;
}

const addresses = (list: readonly { readonly address: string }[]) => list.map(({ address }) => address);

describe("the plan of a web-and-database network at the stage routes", () => {
  const plan = planOf(migrationBlueprint({ stage: "routes" }));
  const text = renderMigrationPlans([plan]);

  test("tells all stages, and which are behind", () => {
    expect(plan.stages.map(({ stage }) => stage)).toEqual(STAGES);
    expect(plan.stages.map(({ state }) => state)).toEqual([
      ...Array(4).fill("behind"),
      "here",
      ...Array(5).fill("ahead"),
    ]);
    expect(text).toContain("`blueprints/shop.yaml` stands at stage 5 of 10, `routes`. The VPC is `vpc-0abc`");
    const titles = text.split("\n").filter((line) => /^## \d+\. /.test(line));
    expect(titles.map((line) => line.replace(/^## \d+\. ([a-z0-9-]+): .*$/, "$1"))).toEqual(STAGES);
    expect(titles[3]).toMatch(/ \(behind\)$/);
    expect(titles[4]).toMatch(/ \(here\)$/);
  });

  test("says what stands between the network and IPv6", () => {
    const { instanceTypes, xenHosts, rulesWithoutTwin, references } = plan.standing;
    expect(instanceTypes).toEqual([{ instance: "db", before: "m3.large", ipv6: "no", target: "m5.large" }]);
    expect(xenHosts).toEqual([{ path: "compute.instances.web", instanceType: "t2.medium" }]);
    expect(rulesWithoutTwin.map(({ path, accepted }) => [path, accepted])).toEqual([
      ["network.securityGroups.web.ingress.office", "the office | has no <IPv6>"],
    ]);
    expect(references).toEqual([{ address: "aws_security_group.db", id: "sg-0b2" }]);
    expect(text).toContain("- `db`: from `m3.large`, which has no IPv6, to `m5.large`");
    expect(text).toContain("Accepted: the office \\| has no &lt;IPv6&gt;");
    expect(text).toContain("- `compute.instances.web`: `t2.medium`");
    expect(text).toContain("- `aws_security_group.db` is `sg-0b2`");
  });

  test("opens with all stages as a table, and ends with the ids", () => {
    const [, , ...lines] = text.split("\n");
    expect(lines.slice(0, lines.indexOf("")).join("\n")).toMatchInlineSnapshot(`
      "| | stage | what it does | interrupts | way back |
      |---|---|---|---|---|
      | 1 | \`import\` | Take over what is there: imports 14. Behind. | nothing known | nothing to take back |
      | 2 | \`vpc-address-block\` | Give the VPC its IPv6 block: changes 1. Behind. | nothing known | destroys 0; 1 resource not as before |
      | 3 | \`subnet-address-blocks\` | Give the subnets their IPv6 blocks: changes 4. Behind. | nothing known | as it was |
      | 4 | \`security\` | Let in and out over IPv6 what is let in and out over IPv4: makes 2. Behind. | nothing known | destroys 2 |
      | 5 | \`routes\` | Lay the IPv6 routes, and the gateways they lead to: makes 7. Here. | \`aws_route_table_association.data_a\` and 1 more | destroys 7 |
      | 6 | \`instance-types\` | Change the types of instances that cannot carry IPv6: changes 1. | \`aws_instance.db\` | destroys 0; 1 resource not as before |
      | 7 | \`instance-addresses\` | Give the hosts their IPv6 addresses: changes 6. | nothing known | as it was |
      | 8 | \`load-balancers\` | Make load balancers and VPC endpoints dual-stack, and publish AAAA records: nothing to do here. | nothing known | as it was |
      | 9 | \`databases\` | Make databases dual-stack, and add new databases and caches: makes 2. | nothing known | destroys 2; 1 resource not as before |
      | 10 | \`ipv6-only-subnets\` | Add IPv6-only subnets with what runs in them, and all else that is new: makes 6. | nothing known | destroys 6 |"
    `);
    const ids = text.slice(text.indexOf("## Ids of what is imported"));
    expect(ids).toContain("- `aws_subnet.public_a` is `subnet-0a1`\n");
    expect(ids).not.toContain("\n## ");
    expect(text.indexOf("subnet-0a1")).toBeGreaterThan(text.indexOf("## The end"));
  });

  test("says what each stage makes, changes and imports", () => {
    const first = stageOf(plan, "import");
    expect(first.imports).toContainEqual({ address: "aws_subnet.public_a", id: "subnet-0a1" });
    expect(first.changes).toEqual([]);
    expect(addresses(stageOf(plan, "security").adds)).toContain(
      "aws_vpc_security_group_ingress_rule.web_http_ipv6",
    );
    expect(addresses(stageOf(plan, "routes").adds)).toContain("aws_route.public_default-ipv6");
    expect(text).toContain('- `aws_route.public_default-ipv6`: `destination_ipv6_cidr_block = "::/0"`, ');
    expect(text).toContain('| `aws_instance.db` | `instance_type` | `"m3.large"` | `"m5.large"` |');
    // Of a block only what differs.
    expect(text).toContain(
      '| `aws_instance.db` | `metadata_options.http_protocol_ipv6` | `"disabled"` | `"enabled"` |',
    );
    expect(text).not.toContain("terraform_data.migration` |");
  });

  test("says what a change of type interrupts, with its sources", () => {
    const [stop, ...rest] = stageOf(plan, "instance-types").interruptions;
    expect(rest).toEqual([]);
    expect(stop?.address).toBe("aws_instance.db");
    expect(stop?.says).toMatch(/^Stopped and started again\. .* instance store .* public IPv4 address/);
    expect(stop?.facts.map(({ id }) => id)).toEqual([
      "instance-type-change-stops",
      "stop-erases-instance-store",
      "stop-releases-public-ipv4",
    ]);
    expect(text).toContain(
      "<https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/how-ec2-instance-stop-start-works.html>",
    );
  });

  test("warns of an existing subnet that leaves its route table", () => {
    expect(addresses(stageOf(plan, "routes").interruptions)).toEqual([
      "aws_route_table_association.data_a",
      "aws_route_table_association.data_b",
    ]);
    // The public subnets go to the table that is imported with them.
    expect(stageOf(plan, "import").interruptions).toEqual([]);
  });

  test("says how each stage is taken back, and what is lost by it", () => {
    expect(plan.stages.map(({ rollback }) => rollback.to)).toEqual([null, ...STAGES.slice(0, -1)]);
    expect(stageOf(plan, "routes").rollback.destroys).toContain("aws_route.public_default-ipv6");
    expect(addresses(stageOf(plan, "vpc-address-block").rollback.losses)).toEqual(["aws_vpc.main"]);
    expect(addresses(stageOf(plan, "instance-types").rollback.losses)).toEqual(["aws_instance.db"]);
    expect(stageOf(plan, "databases").rollback.losses).toEqual([
      expect.objectContaining({
        address: "aws_db_instance.orders",
        says: expect.stringMatching(/^Destroyed, /),
      }),
    ]);
    expect(text).toContain("Take it back: write `stage: security` and run the same commands.");
    expect(text).toContain("Never `terraform destroy`");
  });

  test("gives the commands, of the stages that are not behind", () => {
    expect(stageOf(plan, "instance-types").commands).toEqual([
      "# in the blueprint write migration.stage: instance-types",
      "npx hextet synth",
      "git diff generated/stacks/shop",
      "terraform -chdir=generated/stacks/shop init",
      "terraform -chdir=generated/stacks/shop plan -out=stage.tfplan",
      "terraform -chdir=generated/stacks/shop show -json stage.tfplan | npx hextet migrate check blueprints/shop.yaml --plan -",
      "terraform -chdir=generated/stacks/shop apply stage.tfplan",
      "terraform -chdir=generated/stacks/shop plan -detailed-exitcode # 0: nothing is left to do",
    ]);
    expect(text.match(/^npx hextet synth$/gm)).toHaveLength(6);
  });

  test("says so where a stage does nothing to this network", () => {
    expect(text).toMatch(/^## 8\. load-balancers: .*\n\n.*\n\nIt does nothing to this network;/m);
  });

  test("is all there as JSON", () => {
    const { version, migrations } = JSON.parse(renderMigrationPlansJson([plan]));
    expect(version).toBe(1);
    expect(migrations[0].stages[5]).toMatchObject({ stage: "instance-types", state: "ahead" });
    expect(migrations[0].stages[5].changes).toContainEqual({
      address: "aws_instance.db",
      arguments: [{ name: "instance_type", before: "m3.large", after: "m5.large" }],
    });
  });
});

describe("other networks", () => {
  const base = migrationBlueprint({ stage: "import" });

  test("keep their public IPv4 address across a resize when it is an Elastic IP", () => {
    const text = base
      .replace("{ db: m3.large }", "{ web: m3.medium }")
      .replace("web: { subnet: public,", "web: { subnet: public, elasticIp: true,");
    const [stop] = stageOf(planOf(text), "instance-types").interruptions;
    expect(stop?.address).toBe("aws_instance.web");
    expect(stop?.says).not.toContain("public IPv4");
  });

  test("are told that an existing database's network type may interrupt it", () => {
    const text = base.replace(
      "      reference:",
      "        aws_db_instance.orders: orders\n        aws_db_subnet_group.data: data\n      reference:",
    );
    const plan = planOf(text);
    const [change, ...rest] = stageOf(plan, "databases").interruptions;
    expect(rest).toEqual([]);
    expect([change?.address, change?.facts.map(({ id }) => id)]).toEqual([
      "aws_db_instance.orders",
      ["database-network-type-may-interrupt", "database-change-waits-for-window"],
    ]);
    expect(renderMigrationPlans([plan])).toContain(
      '| `aws_db_instance.orders` | `network_type` | `"IPV4"` | `"DUAL"` |',
    );
  });

  test("are not shut out by a new network ACL, which filters existing subnets once it has its entries", () => {
    const text = base.replace(
      "  securityGroups:\n",
      "  networkAcls:\n    data: { subnets: [data], preset: private-dual-stack }\n  securityGroups:\n",
    );
    const security = stageOf(planOf(text), "security");
    expect(addresses(security.adds)).toContain("aws_network_acl_association.data_a");
    expect(security.interruptions).toEqual([]);
  });

  test("are told that a primary IPv6 address stays", () => {
    const text = base.replace("web: { subnet: public,", "web: { subnet: public, enablePrimaryIpv6: true,");
    expect(addresses(stageOf(planOf(text), "instance-addresses").rollback.losses)).toEqual([
      "aws_instance.web",
    ]);
  });

  test("that had IPv6 already stay as they are until the stage that they had reached", () => {
    const yaml = migrationBlueprint({ stage: "import" });
    const begun = planOf(
      yaml.replace(/^( +stage: import|migration: \{ stage: import)/m, (line) =>
        line.startsWith(" ") ? `${line}\n  reached: databases` : `${line}, reached: databases`,
      ),
    );
    const shown = renderMigrationPlans([begun]);
    expect(shown).toContain("| `aws_vpc.main` | `assign_generated_ipv6_cidr_block` | as it is | `true` |");
    const lost = (plan: MigrationPlan) => stageOf(plan, "vpc-address-block").rollback.losses;
    expect(addresses(lost(planOf(yaml)))).toEqual(["aws_vpc.main"]);
    expect(lost(begun)).toEqual([]);
  });

  test("show the rules without twin that nobody accepts", () => {
    const plan = planOf(migrationBlueprint({ stage: "import", accepted: false }));
    expect(plan.standing.rulesWithoutTwin.map(({ accepted }) => accepted)).toEqual([null]);
    expect(renderMigrationPlans([plan])).not.toContain("Accepted: ");
  });

  test("are past all stages without migration", () => {
    const plan = planOf(migrationBlueprint({ stage: null }));
    expect([plan.stage, plan.stages.every(({ state }) => state === "behind")]).toEqual([null, true]);
    expect(renderMigrationPlans([plan])).toContain("has no `migration`: it describes the target");
  });

  test("may lie in files of any name: commands quote it, Markdown shows it", () => {
    const plan = planOf(base, "blueprints/it's `mine` $(id)\u001b[2J.yaml");
    const [, , , , , check = ""] = stageOf(plan, "import").commands;
    expect(check).toContain("migrate check $'blueprints/it\\'s `mine` $(id)\\U0000001b[2J.yaml' --plan -");
    expect(renderMigrationPlans([plan])).not.toContain("\u001b");
  });
});
