import { describe, expect, test } from "vitest";
import { readState } from "../../src/importer/read-state.ts";
import type { FoundTargetGroup } from "../../src/importer/types/balancing.ts";
import { withRuleIds } from "../../src/importer/with-rule-ids.ts";
import { writeBlueprint } from "../../src/importer/write-blueprint.ts";
import {
  cidr,
  entry,
  group,
  instance,
  inventoryWith,
  rule,
  subnet,
  table,
  written,
} from "../support/inventory.ts";
import { at } from "../support/json.ts";
import { resourceIn, stackJson } from "../support/synth-json.ts";

const ofRules = (...rules: Parameters<typeof group>[2]) =>
  written(inventoryWith({ securityGroups: [group("sg-01", "web", rules)] }));
const todosOf = ({ text }: { readonly text: string }) => text.match(/^.*# TODO: .*$/gm) ?? [];
const RULE = "aws_vpc_security_group_ingress_rule";

/** A state of resources, each of which has its type and its address before its values. */
function stateOf(...resources: readonly (readonly [type: string, name: string, values: object])[]): unknown {
  return {
    values: {
      root_module: {
        resources: resources.map(([type, name, values]) => ({
          mode: "managed",
          type,
          address: `${type}.${name}`,
          values,
        })),
      },
    },
  };
}

const VPC = { vpc_id: "vpc-0a" };
const NETWORK = [
  [
    "aws_vpc",
    "own",
    { id: "vpc-0a", cidr_block: "10.0.0.0/16", main_route_table_id: "rtb-0a", enable_dns_hostnames: true },
  ],
  [
    "aws_subnet",
    "desk",
    {
      id: "subnet-0a",
      ...VPC,
      cidr_block: "10.0.1.0/24",
      availability_zone: "eu-west-1a",
      tags: { Name: "desk" },
    },
  ],
  [
    "aws_subnet",
    "shelf",
    {
      id: "subnet-0c",
      ...VPC,
      cidr_block: "10.0.3.0/24",
      availability_zone: "eu-west-1b",
      tags: { Name: "desk" },
    },
  ],
  ["aws_security_group", "books", { id: "sg-0a", ...VPC, name: "books", description: "books" }],
] as const;
const readOf = (...more: readonly (readonly [string, string, object])[]) => {
  const reading = readState(stateOf(...NETWORK, ...more), null);
  if ("mistake" in reading) throw new Error(reading.mistake.message);
  return reading.inventory;
};

describe("nothing changes at the stage import", () => {
  test("a rule for all of ICMP is left without the -1 that the provider reads as nothing", () => {
    const it = ofRules(
      rule("sgr-1", "icmp", [-1, -1], cidr("0.0.0.0/0")),
      rule("sgr-2", "icmp", [8, -1], cidr("10.9.0.0/16")),
    );
    const stack = stackJson(it.network);
    const portsOf = (address: string) => {
      const { from_port, to_port } = resourceIn(stack, `${RULE}.${address}`);
      return [from_port, to_port];
    };
    expect(portsOf("web_icmp_ipv4")).toEqual([undefined, undefined]);
    expect(portsOf("web_icmp-10-9-0-0-16_ipv4")).toEqual([8, undefined]);
  });

  test("a protocol without ports keeps those that EC2 has and that mean nothing", () => {
    const it = ofRules(rule("sgr-1", "132", null, cidr("0.0.0.0/0")));
    const { lifecycle } = resourceIn(stackJson(it.network), `${RULE}.web_protocol-132_ipv4`);
    expect(at(lifecycle, "ignore_changes")).toEqual(["description", "from_port", "tags", "to_port"]);
  });

  test("twins of the first and of the last number of a network ACL find a place", () => {
    const numbers = (...entries: Parameters<typeof entry>[]) => {
      const acl = {
        id: "acl-01",
        name: "Tight",
        isDefault: false,
        subnetIds: ["subnet-02"],
        entries: [...entries.map((one) => entry(...one)), entry(100, "-1", "0.0.0.0/0", { egress: true })],
      };
      const it = written(inventoryWith({ networkAcls: [acl] }));
      const ingress = it.network.networkAcls[0]?.entries.filter(({ direction }) => direction === "ingress");
      const found = ingress?.map(({ ruleNumber, cidr: block }) => [ruleNumber, block.family]);
      return { found: found?.sort(([a], [b]) => Number(a) - Number(b)), text: it.text };
    };
    expect(
      numbers([100, "-1", "0.0.0.0/0"], [101, "50", "0.0.0.0/0"], [102, "51", "0.0.0.0/0"]).found,
    ).toEqual([
      [100, "ipv4"],
      [101, "ipv4"],
      [102, "ipv4"],
      [103, "ipv6"],
      [104, "ipv6"],
      [105, "ipv6"],
    ]);
    expect(numbers([100, "-1", "0.0.0.0/0"], [32_766, "-1", "0.0.0.0/0", { action: "deny" }]).found).toEqual([
      [100, "ipv4"],
      [101, "ipv6"],
      [32_765, "ipv6"],
      [32_766, "ipv4"],
    ]);
    const full = numbers([32_765, "-1", "::/0"], [32_766, "6", "0.0.0.0/0", { ports: { from: 22, to: 22 } }]);
    expect(full.found?.filter(([, family]) => family === "ipv6")).toEqual([[32_765, "ipv6"]]);
    expect(full.text).toContain("# TODO: no number is left for its IPv6 twin");
  });

  const targets = (more: Partial<FoundTargetGroup>) =>
    written(
      inventoryWith({
        instances: [instance("i-01", "Printer", { privateAddress: "10.0.0.9" })],
        targetGroups: [
          {
            id: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tasks/0a",
            name: "tasks",
            targetType: "ip",
            ipAddressType: "ipv4",
            protocol: "TCP",
            protocolVersion: null,
            port: 80,
            deregistrationDelay: 300,
            healthCheck: {
              protocol: "TCP",
              port: "traffic-port",
              path: null,
              matcher: null,
              interval: 30,
              timeout: 10,
              healthyThreshold: 3,
              unhealthyThreshold: 3,
            },
            targets: [],
            ...more,
          },
        ],
      }),
    );

  test("addresses that a service has registered are left to it, and the group is taken over", () => {
    const it = targets({
      targets: [
        { id: "10.0.1.21", port: 80, isWritten: false },
        { id: "10.0.1.22", port: 80, isWritten: false },
      ],
    });
    expect(it.network.targetGroups[0]?.targets.attachments).toEqual([]);
    expect(it.imports.has("aws_lb_target_group.tasks")).toBe(true);
    expect(it.text.replace(/\n *# /g, " ")).toContain("(today 10.0.1.21, 10.0.1.22), and goes on doing so.");
    const { lifecycle } = resourceIn(stackJson(it.network), "aws_lb_target_group.tasks");
    expect(at(lifecycle, "ignore_changes")).toContain("target_type");
    expect(targets({}).imports.has("aws_lb_target_group.tasks")).toBe(true);
  });

  test("the address of an instance, and what a configuration names, are attached", () => {
    const it = targets({
      targets: [
        { id: "10.0.0.9", port: 8080, isWritten: false },
        { id: "10.0.0.10", port: 80, isWritten: true },
        { id: "10.0.0.11", port: 80, isWritten: false },
      ],
    });
    expect(it.network.targetGroups[0]?.targets.attachments.map(({ target, port }) => [target, port])).toEqual(
      [
        [{ kind: "address", address: "10.0.0.10" }, null],
        [{ kind: "address", address: "10.0.0.9" }, 8080],
      ],
    );
    expect(it.text).toContain("(today 10.0.0.11), and goes on doing so.");
  });
});

describe("nothing vanishes", () => {
  const database = {
    id: "db-1",
    identifier: "ledger",
    vpc_security_group_ids: ["sg-0a"],
    storage_type: "gp3",
    username: "root",
  };

  test("a database whose subnet group is in no state is listed", () => {
    const { unplaced } = writeBlueprint(
      readOf(["aws_db_instance", "ledger", { ...database, db_subnet_group_name: "ledger group" }]),
      null,
    );
    expect(unplaced).toEqual([
      {
        kind: "DB instance",
        id: "ledger",
        detail: "its DB subnet group ledger group is not among what was read",
      },
    ]);
  });

  test("a subnet group with spaces in its name is taken over with its database", () => {
    const it = written(
      readOf(
        ["aws_db_subnet_group", "ledger", { id: "the ledger group", subnet_ids: ["subnet-0a", "subnet-0c"] }],
        [
          "aws_db_instance",
          "ledger",
          {
            ...database,
            db_subnet_group_name: "the ledger group",
            engine: "mysql",
            engine_version: "8.0",
            instance_class: "db.t3.small",
            allocated_storage: 20,
          },
        ],
      ),
    );
    expect(it.imports.get("aws_db_subnet_group.the-ledger-group")).toBe("the ledger group");
    expect(it.imports.get("aws_db_instance.ledger")).toBe("ledger");
  });

  test("what stands in the VPC by something that is in another state is listed", () => {
    const { others } = readOf(
      [
        "aws_instance",
        "elsewhere",
        { id: "i-0a", subnet_id: "subnet-99", vpc_security_group_ids: ["sg-0a"] },
      ],
      ["aws_route", "elsewhere", { id: "r-rtb-99", route_table_id: "rtb-99", gateway_id: "igw-0a" }],
      ["aws_internet_gateway", "own", { id: "igw-0a", ...VPC }],
      [
        "aws_subnet",
        "lost",
        { id: "subnet-0b", ...VPC, cidr_block: "10.0.2.0/24", availability_zone: "eu-west-1a" },
      ],
      [
        "aws_route_table_association",
        "lost",
        { id: "a-1", subnet_id: "subnet-0b", route_table_id: "rtb-98" },
      ],
    );
    expect(others.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      "aws_instance i-0a",
      "aws_route r-rtb-99",
      "aws_subnet subnet-0b",
    ]);
  });

  test("a rule for a prefix list of IPv4 asks for its twin, of an unknown family says so", () => {
    const rules = ["pl-0a", "pl-0b", "pl-0c"].map((id, index) =>
      rule(`sgr-${index}`, "tcp", 22 + index, { kind: "prefix-list", id }),
    );
    const it = written(
      inventoryWith({
        securityGroups: [group("sg-01", "web", rules)],
        prefixLists: [
          { id: "pl-0a", name: "office", family: "ipv4" },
          { id: "pl-0b", name: "office6", family: "ipv6" },
        ],
      }),
    );
    expect(todosOf(it)).toHaveLength(1);
    expect(it.text).toContain("#   prefix list pl-0a (office): web.ingress.ssh\n");
    expect(it.text).toMatch(
      /# Whether pl-0c holds IPv4 or IPv6 is not known: of IPv4 it needs a twin\.\n +tcp-24:/,
    );
    const list = [
      "aws_ec2_managed_prefix_list",
      "o",
      { id: "pl-0a", name: "office", address_family: "IPv4" },
    ] as const;
    expect(readOf(list).prefixLists).toEqual([{ id: "pl-0a", name: "office", family: "ipv4" }]);
  });

  test("a load balancer without a listener says that", () => {
    const lb = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/inside/0a";
    const { unplaced } = writeBlueprint(
      readOf([
        "aws_lb",
        "inside",
        { id: lb, ...VPC, load_balancer_type: "application", subnets: ["subnet-0a"] },
      ]),
      null,
    );
    expect(unplaced).toMatchObject([{ kind: "load balancer", id: lb, detail: "it has no listener" }]);
  });

  test("what import itself loses is counted, and is an error", () => {
    const twice = group("sg-01", "web", [
      rule("sgr-1", "tcp", 443, cidr("0.0.0.0/0")),
      rule("sgr-1", "tcp", 443, { kind: "cidr", cidr: "0.0.0.0/0" }),
    ]);
    expect(writeBlueprint(inventoryWith({ securityGroups: [twice] }), null).lost).toEqual([]);
    const stray = { ...table("rtb-09", ["subnet-77"], [["10.9.0.0/16", "tgw-01"]]) };
    expect(
      writeBlueprint(inventoryWith({ routeTables: [...inventoryWith().routeTables, stray] }), null).lost,
    ).toEqual([]);
  });
});

describe("one question for each thing that nobody knows", () => {
  test("however many rules name one block", () => {
    const it = ofRules(
      ...Array.from({ length: 12 }, (_, index) =>
        rule(`sgr-${index}`, "tcp", 5000 + index, cidr("203.0.113.7/32")),
      ),
    );
    expect(todosOf(it)).toHaveLength(1);
    expect(it.text).toContain(
      "#   203.0.113.7/32: web.ingress.tcp-5000, web.ingress.tcp-5001, web.ingress.tcp-5002, web.ingress.tcp-5003 and 8 more\n",
    );
    expect(it.text).toContain("at: network.securityGroups.<group>");
  });

  test("none where all of IPv6 is let in for the same, and blocks in their order", () => {
    const anywhere = rule("sgr-1", "tcp", 443, cidr("0.0.0.0/0"));
    expect(todosOf(ofRules(anywhere, rule("sgr-2", "tcp", 443, cidr("10.9.0.0/16"))))).toEqual([]);
    const all = rule("sgr-3", "-1", null, cidr("0.0.0.0/0"));
    expect(todosOf(ofRules(all, rule("sgr-2", "tcp", 443, cidr("10.9.0.0/16"))))).toEqual([]);
    const it = ofRules(
      anywhere,
      ...["198.51.100.0/24", "9.9.9.0/24", "100.64.0.0/16"].map((block, index) =>
        rule(`sgr-2${index}`, "tcp", [443, 444], cidr(block)),
      ),
    );
    expect(it.text.match(/# {3}(\S+\/\d+):/g)).toEqual([
      "#   9.9.9.0/24:",
      "#   100.64.0.0/16:",
      "#   198.51.100.0/24:",
    ]);
  });

  test("none for a default route beside ::/0, whose name says what it is", () => {
    const it = written(
      inventoryWith({
        routeTables: [
          table(
            "rtb-01",
            ["subnet-01"],
            [
              ["0.0.0.0/0", "igw-01"],
              ["::/0", "eigw-01"],
            ],
          ),
          table("rtb-02", ["subnet-02"], [["0.0.0.0/0", "nat-01"]]),
        ],
        egressOnlyInternetGateways: [{ id: "eigw-01", name: null }],
      }),
    );
    expect(todosOf(it)).toEqual([]);
    expect(it.imports.get("aws_route.public_default-ipv4")).toBe("rtb-01_0.0.0.0/0");
  });

  test("fragmentation needed becomes Packet Too Big", () => {
    const it = ofRules(rule("sgr-1", "icmp", [3, 4], cidr("0.0.0.0/0")));
    expect(
      it.network.securityGroups[0]?.rules.map(({ protocol, ports }) => [protocol, ports?.from, ports?.to]),
    ).toContainEqual(["icmpv6", 2, 0]);
  });
});

test("ids of rules inside their group come from where they are known", () => {
  const inside = group("sg-01", "web", [
    rule(null, "tcp", 443, cidr("0.0.0.0/0")),
    rule(null, "tcp", 22, cidr("10.9.0.0/16")),
  ]);
  const told = [group("sg-01", "web", [rule("sgr-7", "tcp", 443, cidr("0.0.0.0/0"), "by hand")])];
  const { securityGroups } = withRuleIds(inventoryWith({ securityGroups: [inside] }), told);
  expect(securityGroups[0]?.rules.map(({ id }) => id)).toEqual(["sgr-7", null]);
});

test("an IPv6 block in no slot is taken over with its number", () => {
  const base = inventoryWith();
  const it = written(
    inventoryWith({
      vpc: { ...base.vpc, ipv6Blocks: [{ cidr: "2001:db8:0:100::/56", associationId: "a", pool: "Amazon" }] },
      subnets: [
        { ...subnet("subnet-01", "Public", "a", 0), ipv6Cidr: "2001:db8:0:103::/64" },
        { ...subnet("subnet-02", "Private", "a", 1), ipv6Cidr: "2001:db8:0:105::/64" },
      ],
    }),
  );
  expect(it.imports.get("aws_subnet.private_a")).toBe("subnet-02");
  expect(it.network.tiers.map(({ subnets }) => subnets[0]?.ipv6?.number)).toEqual([5, 3]);
});
