// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { STAGES, type StageChanges, type StageId } from "../../src/model/types/migration.ts";
import { IMPORTING, IMPORTING_FLEET, REFERENCING } from "../support/existing-blueprint.ts";
import { networkFrom } from "../support/network.ts";
import { stageChangesOf } from "../support/stage-changes.ts";

const SHOP = networkFrom(IMPORTING);

function at(changes: readonly StageChanges[], stage: StageId): StageChanges {
  const found = changes.find((one) => one.stage === stage);
  if (found === undefined) throw new Error(`no ${stage}`);
  return found;
}

const addresses = (resources: readonly { readonly address: string }[]) =>
  resources.map(({ address }) => address);

describe("the changes of each stage", () => {
  const changes = stageChangesOf(SHOP);

  test("are told for all stages in their order", () => {
    expect(changes.map(({ stage }) => stage)).toEqual(STAGES);
  });

  test("import: all that was there, and the mark", () => {
    const { imports, adds, changes: updates, removes } = at(changes, "import");
    expect(imports).toEqual(SHOP.existing?.imports);
    expect(addresses(adds)).toEqual(["terraform_data.migration"]);
    expect([updates, removes]).toEqual([[], []]);
  });

  test("what joins things that were there, and cannot be imported, comes with the stage that it is like", () => {
    const joins = /^aws_(lb_target_group_attachment|route_table_association)\./;
    const joined = changes
      .slice(0, -1)
      .map(({ stage, adds, staysOnWayBack }) => [
        stage,
        addresses(adds).filter((address) => joins.test(address)),
        staysOnWayBack,
      ]);
    expect(joined.filter(([, added, staying]) => (added?.length ?? 0) + (staying?.length ?? 0) > 0)).toEqual([
      ["routes", ["aws_route_table_association.private_a", "aws_route_table_association.private_b"], []],
      [
        "load-balancers",
        ["aws_lb_target_group_attachment.web_web"],
        ["aws_lb_target_group_attachment.web_web"],
      ],
    ]);
  });

  test("an update is told with the arguments that differ, before and after", () => {
    const { changes: updates } = at(changes, "instance-types");
    expect(updates).toEqual([
      {
        address: "aws_instance.web",
        arguments: [{ name: "instance_type", before: "t2.medium", after: "t3.medium" }],
      },
      {
        address: "terraform_data.migration",
        arguments: [{ name: "input", before: "routes", after: "instance-types" }],
      },
    ]);
    expect(at(changes, "vpc-address-block").changes[0]).toEqual({
      address: "aws_vpc.main",
      arguments: [{ name: "assign_generated_ipv6_cidr_block", before: undefined, after: true }],
    });
  });

  test("a new resource is told with all its arguments, without what only Terraform reads", () => {
    const route = at(changes, "routes").adds.find(
      ({ address }) => address === "aws_route.public_default-ipv6",
    );
    expect(route?.arguments).toEqual([
      { name: "destination_ipv6_cidr_block", before: undefined, after: "::/0" },
      { name: "gateway_id", before: undefined, after: "${aws_internet_gateway.main.id}" },
      { name: "route_table_id", before: undefined, after: "${aws_route_table.public.id}" },
    ]);
    const told = changes.flatMap(({ adds, changes: updates }) => [...adds, ...updates]);
    const names = new Set(told.flatMap((one) => one.arguments.map(({ name }) => name)));
    expect(["depends_on", "lifecycle"].filter((name) => names.has(name))).toEqual([]);
  });

  test("no stage takes anything away, or imports anything but the first", () => {
    expect(changes.flatMap(({ removes }) => removes)).toEqual([]);
    expect(changes.slice(1).flatMap(({ imports }) => imports)).toEqual([]);
  });

  test("every other stage changes something besides the marker", () => {
    const idle = changes.slice(1).filter(({ adds, changes: updates }) => adds.length + updates.length < 2);
    expect(idle.map(({ stage }) => stage)).toEqual([]);
  });

  test("do not depend on how far the migration has come", () => {
    const migration = SHOP.migration && { ...SHOP.migration, stage: "routes" as const };
    expect(stageChangesOf({ ...SHOP, migration })).toEqual(changes);
  });
});

describe("arguments that an imported resource keeps", () => {
  test("are no change: a change in them never reaches AWS", () => {
    const changes = stageChangesOf(SHOP);
    const lb = at(changes, "load-balancers").changes.find(({ address }) => address === "aws_lb.front");
    expect(lb?.arguments).toEqual([{ name: "ip_address_type", before: "ipv4", after: "dualstack" }]);
  });
});

describe("the blueprint's tags", () => {
  test("reach imported security group rules with the import, and nothing else that is imported", () => {
    const { changes } = at(stageChangesOf({ ...SHOP, tags: { owner: "platform" } }), "import");
    const rules = addresses(SHOP.existing?.imports ?? []).filter((one) =>
      /security_group_\w+_rule/.test(one),
    );
    expect(rules).toHaveLength(4);
    expect(changes).toEqual(
      rules.map((address) => ({
        address,
        arguments: [{ name: "tags_all", before: undefined, after: { owner: "platform" } }],
      })),
    );
  });
});

test("of a VPC managed outside this stack only additions are told, and none of them imports", () => {
  const migrating = `${REFERENCING}migration: { stage: import }\n`;
  const changes = stageChangesOf(networkFrom(migrating));
  expect(changes.flatMap(({ imports, removes }) => [...imports, ...removes])).toEqual([]);
  expect(addresses(at(changes, "vpc-address-block").adds)).toContain(
    "aws_vpc_ipv6_cidr_block_association.main",
  );
  const all = changes.flatMap(({ adds, changes: updates }) => addresses([...adds, ...updates]));
  const theirs =
    /^aws_(vpc|internet_gateway|egress_only_internet_gateway|nat_gateway|network_acl)\.|(subnet|route_table)\.public|security_group\.shared/;
  expect(all.filter((address) => theirs.test(address))).toEqual([]);
});

test("a new version of a launch template is told of the groups that use it, and of no others", () => {
  const fleet = networkFrom(
    IMPORTING_FLEET.replace(
      "    app: { subnets: [app], launchTemplate: app",
      "    other: { subnets: [app], instanceType: t3.small, ami: { id: ami-0123456789abcdef0 } }\n$&",
    ),
  );
  const { changes } = at(stageChangesOf(fleet), "instance-addresses");
  expect(changes.filter(({ address }) => /template|autoscaling/.test(address))).toEqual([
    {
      address: "aws_autoscaling_group.app",
      arguments: [
        {
          name: "launch_template",
          before: undefined,
          after: {
            id: "${aws_launch_template.app.id}",
            version: "${aws_launch_template.app.latest_version}",
          },
        },
      ],
    },
    {
      address: "aws_launch_template.app",
      arguments: [expect.objectContaining({ name: "metadata_options" })],
    },
  ]);
});
