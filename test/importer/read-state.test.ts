import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readState } from "../../src/importer/read-state.ts";
import type { Inventory } from "../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../src/importer/write-blueprint.ts";
import { importableAddresses } from "../../src/model/migration/importable/importable.ts";
import { written } from "../support/inventory.ts";
import { parseJson } from "../support/json.ts";

const FILE = new URL("../support/fixtures/web-and-database.state.json", import.meta.url);
const shop: unknown = parseJson(readFileSync(FILE, "utf8"), "the state");

/** A state with the given resources, as `type id values`. */
function stateOf(...resources: readonly (readonly [type: string, id: string, values: object])[]): unknown {
  const list = resources.map(([type, id, values], index) => ({
    mode: "managed",
    type,
    address: `module.m.${type}.r${index}`,
    values: { id, ...values },
  }));
  return { format_version: "1.0", values: { root_module: { child_modules: [{ resources: list }] } } };
}

const vpc = [
  "aws_vpc",
  "vpc-01",
  { cidr_block: "10.0.0.0/16", arn: "arn:aws:ec2:eu-west-1:1:vpc/vpc-01" },
] as const;
const subnet = [
  "aws_subnet",
  "subnet-01",
  { vpc_id: "vpc-01", availability_zone: "eu-west-1a", cidr_block: "10.0.0.0/24" },
] as const;
const main = ["aws_route_table", "rtb-01", { vpc_id: "vpc-01" }] as const;

function inventoryOf(state: unknown, vpcId: string | null = null): Inventory {
  const reading = readState(state, vpcId);
  if ("mistake" in reading) throw new Error(reading.mistake.message);
  return reading.inventory;
}

describe("the state of a web server and a database", () => {
  const it = written(inventoryOf(shop));

  test("becomes a valid blueprint that leaves nothing out", () => {
    expect(it).toMatchObject({ name: "shop-vpc", unplaced: [], unknownIds: [] });
    expect(it.imports.size).toBe(39);
    expect(it.network.migration?.stage).toBe("import");
    expect(it.network.migration?.instanceTypesBefore).toMatchObject([
      { instance: "database-server", instanceType: "m3.large" },
    ]);
  });

  test("takes over only what can be, and all but what is to come", () => {
    const importable = importableAddresses(it.network);
    const own = [...it.imports.keys()].filter((address) => address !== "aws_vpc.main");
    expect(own.filter((address) => !importable.includes(address))).toEqual([]);
    const left = importable.filter((address) => !it.imports.has(address));
    const isToCome = (address: string) => /ipv6|egress_only|packet-too-big/.test(address);
    expect(left.filter((address) => !isToCome(address))).toEqual([
      "aws_route_table_association.private_a",
      "aws_route_table_association.private_b",
    ]);
  });

  test("gives every host, balancer and database IPv6 to come", () => {
    const { tiers, compute, loadBalancers, rds } = it.network;
    expect(tiers.map(({ name, addressing, internet }) => [name, addressing, internet])).toEqual([
      ["private", "dual-stack", "egress-only"],
      ["public", "dual-stack", "public"],
    ]);
    expect(
      compute.instances.map(({ name, host, elasticIp }) => [name, host.instanceType.name, elasticIp]),
    ).toEqual([
      ["database-server", "m5.large", false],
      ["web-server", "t2.medium", true],
    ]);
    expect(loadBalancers.map(({ ipAddressType }) => ipAddressType)).toEqual(["dualstack"]);
    expect(rds.instances.map(({ networkType }) => networkType)).toEqual(["DUAL"]);
  });

  test("does not hold the passwords that the state holds", () => {
    expect(JSON.stringify(shop)).toContain("not-a-secret-of-anyone");
    expect(it.text).not.toContain("not-a-secret-of-anyone");
  });

  test("is the same whatever the order of the state", () => {
    const state = structuredClone(Object(shop));
    state.values.root_module.resources.reverse();
    expect(written(inventoryOf(state)).text).toBe(it.text);
  });
});

describe("a state", () => {
  test.each([
    ["nothing", null, "import/not-a-state"],
    ["a raw state", { version: 4, resources: [] }, "import/not-a-state"],
    ["no VPC", stateOf(subnet), "import/vpc-not-found"],
    ["two VPCs", stateOf(vpc, ["aws_vpc", "vpc-02", {}]), "import/vpc-unclear"],
    ["a VPC without subnets", stateOf(vpc), "import/vpc-incomplete"],
    ["an id that AWS never gave", stateOf(["aws_vpc", "vpc-01\n", {}]), "import/vpc-not-found"],
  ])("that is %s is a mistake of the user", (_, state, rule) => {
    expect(readState(state, null)).toMatchObject({ mistake: { rule } });
  });

  test("of several VPCs gives the one that is named", () => {
    const other = ["aws_vpc", "vpc-02", { cidr_block: "10.1.0.0/16" }] as const;
    expect(inventoryOf(stateOf(vpc, other, subnet), "vpc-01").vpc.id).toBe("vpc-01");
    expect(readState(stateOf(vpc, other, subnet), "vpc-03")).toMatchObject({
      mistake: { message: "the state has no VPC vpc-03 (it has: vpc-01, vpc-02)" },
    });
  });

  test("whatever it holds, nothing is thrown", () => {
    const values = fc.dictionary(
      fc.constantFrom(
        "id",
        "vpc_id",
        "cidr_block",
        "tags",
        "route",
        "ingress",
        "subnets",
        "default_action",
        "x",
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const types = [
      "aws_vpc",
      "aws_subnet",
      "aws_route_table",
      "aws_security_group",
      "aws_lb",
      "aws_lb_listener",
    ];
    const one = fc.record({
      mode: fc.constant("managed"),
      type: fc.constantFrom(...types, "aws_db_instance", "aws_x"),
      address: fc.string(),
      values,
    });
    const resources = fc.oneof(fc.array(one), fc.jsonValue());
    fc.assert(
      fc.property(resources, (list) => {
        const reading = readState({ values: { root_module: { resources: list } } }, null);
        expect("mistake" in reading || "inventory" in reading).toBe(true);
      }),
    );
  });

  test("tells rules in the group without ids, and rules of their own with", () => {
    const block = { protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["0.0.0.0/0"], self: true };
    const { securityGroups } = inventoryOf(
      stateOf(
        vpc,
        subnet,
        ["aws_security_group", "sg-01", { vpc_id: "vpc-01", name: "web", ingress: [block], egress: [] }],
        [
          "aws_vpc_security_group_ingress_rule",
          "sgr-01",
          {
            security_group_id: "sg-01",
            ip_protocol: "6",
            from_port: 443,
            to_port: 443,
            cidr_ipv4: "0.0.0.0/0",
          },
        ],
        [
          "aws_security_group_rule",
          "sgrule-1",
          {
            security_group_id: "sg-01",
            type: "egress",
            protocol: "all",
            from_port: 0,
            to_port: 0,
            cidr_blocks: ["0.0.0.0/0"],
            security_group_rule_id: "sgr-02",
          },
        ],
      ),
    );
    const rules = securityGroups[0]?.rules.map(({ id, direction, protocol, ports, peer }) => [
      id,
      direction,
      protocol,
      ports?.from,
      peer.kind,
    ]);
    expect(rules).toEqual([
      ["sgr-01", "ingress", "tcp", 443, "cidr"],
      [null, "ingress", "tcp", 443, "security-group"],
      ["sgr-02", "egress", "-1", undefined, "cidr"],
    ]);
  });

  test("tells routes and entries once, wherever they stand, and the main table by its id alone", () => {
    const { routeTables, networkAcls } = inventoryOf(
      stateOf(
        ["aws_vpc", "vpc-01", { ...vpc[2], main_route_table_id: "rtb-00" }],
        subnet,
        [
          "aws_route",
          "r-1",
          { route_table_id: "rtb-00", destination_cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-01" },
        ],
        [
          "aws_route_table",
          "rtb-01",
          {
            vpc_id: "vpc-01",
            route: [
              { cidr_block: "0.0.0.0/0", gateway_id: "igw-01", nat_gateway_id: "" },
              { cidr_block: "10.0.0.0/16", gateway_id: "local" },
            ],
          },
        ],
        [
          "aws_route",
          "r-2",
          { route_table_id: "rtb-01", destination_cidr_block: "0.0.0.0/0", gateway_id: "igw-01" },
        ],
        [
          "aws_network_acl",
          "acl-01",
          {
            vpc_id: "vpc-01",
            ingress: [
              {
                rule_no: 100,
                action: "allow",
                protocol: "tcp",
                cidr_block: "0.0.0.0/0",
                from_port: 80,
                to_port: 80,
              },
            ],
          },
        ],
        [
          "aws_network_acl_rule",
          "nacl-1",
          {
            network_acl_id: "acl-01",
            rule_number: 100,
            rule_action: "allow",
            protocol: "6",
            cidr_block: "0.0.0.0/0",
            from_port: 80,
            to_port: 80,
            egress: false,
          },
        ],
      ),
    );
    expect(
      routeTables.map(({ id, isMain, routes }) => [id, isMain, routes.map(({ target }) => target)]),
    ).toEqual([
      ["rtb-01", false, ["igw-01"]],
      ["rtb-00", true, ["nat-01"]],
    ]);
    expect(networkAcls[0]?.entries).toMatchObject([
      { ruleNumber: 100, protocol: "6", ports: { from: 80, to: 80 } },
    ]);
  });

  test("does not lose a regional NAT gateway in silence: it has no subnet to be known by", () => {
    const regional = (id: string, vpc_id: string) =>
      ["aws_nat_gateway", id, { vpc_id, subnet_id: "", availability_mode: "regional" }] as const;
    const inventory = inventoryOf(
      stateOf(vpc, subnet, main, regional("nat-01", "vpc-01"), regional("nat-02", "vpc-02")),
      "vpc-01",
    );
    expect(inventory.natGateways.map(({ id }) => id)).toEqual(["nat-01"]);
    expect(writeBlueprint(inventory, null).unplaced).toContainEqual({
      kind: "NAT gateway",
      id: "nat-01",
      detail: "regional: write it by hand, with availabilityMode: regional",
    });
  });

  test("reads as deep as modules and values lie in each other, and refuses what is no state any more", () => {
    const within = (levels: number, inner: object, around: (inner: object) => object) =>
      Array.from({ length: levels }).reduce<object>(around, inner);
    const resource = ([type, id, values]: readonly [string, string, object], address: string) => ({
      ...{ mode: "managed", type, address, values: { id, ...values } },
    });
    const deep = within(30, { id: "vpc-01" }, (inner) => ({ block: [inner] }));
    const own = {
      resources: [vpc, subnet, main].map((one, index) => resource(one, `r${index}`)),
      child_modules: [{ resources: [resource(["aws_x", "x-01", deep], "aws_x.deep")] }],
    };
    const stateIn = (levels: number) => ({
      values: { root_module: within(levels, own, (module) => ({ child_modules: [module] })) },
    });
    expect(inventoryOf(stateIn(55)).others).toContainEqual({
      kind: "aws_x",
      id: "x-01",
      detail: "aws_x.deep",
    });
    expect(readState(stateIn(150), null)).toMatchObject({
      mistake: { rule: "import/not-a-state", message: "it is nested deeper than any state" },
    });
  });

  test("tells what else names the VPC, and nothing that does not", () => {
    const { others } = inventoryOf(
      stateOf(
        vpc,
        subnet,
        main,
        ["aws_vpc_peering_connection", "pcx-01", { vpc_id: "vpc-01" }],
        ["aws_lambda_function", "orders", { vpc_config: [{ subnet_ids: ["subnet-01"] }] }],
        ["aws_s3_bucket", "photos", { bucket: "photos" }],
        ["aws_subnet", "subnet-02 # x", { vpc_id: "vpc-01" }],
      ),
    );
    expect(others.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "aws_vpc_peering_connection pcx-01",
      "aws_lambda_function orders",
      "aws_subnet module.m.aws_subnet.r6",
    ]);
  });

  test.each([
    [
      "of other DNS servers",
      ["10.0.0.2", "10.0.0.3"],
      ["DNS servers 10.0.0.2, 10.0.0.3: they have to answer AAAA, and DNS64 if that is wanted"],
    ],
    ["of Amazon's", ["AmazonProvidedDNS"], ["they stay as they are"]],
    ["without DNS servers", [], ["they stay as they are"]],
    [
      "that it does not hold",
      null,
      ["the state does not hold them: DNS servers other than Amazon's have to answer AAAA"],
    ],
  ])("lists DHCP options %s as they are", (_, servers, details) => {
    const options = ["aws_vpc_dhcp_options", "dopt-01", { domain_name_servers: servers }] as const;
    const others = ["aws_vpc_dhcp_options", "dopt-02", { domain_name_servers: ["10.9.9.9"] }] as const;
    const withOptions = [vpc[0], vpc[1], { ...vpc[2], dhcp_options_id: "dopt-01" }] as const;
    const state = stateOf(withOptions, subnet, main, others, ...(servers === null ? [] : [options]));
    expect(inventoryOf(state).others).toEqual(
      details.map((detail) => ({ kind: "DHCP options", id: "dopt-01", detail })),
    );
  });

  test("tells the DHCP options that an association has brought, and the account's own not at all", () => {
    const own = ["aws_default_vpc_dhcp_options", "dopt-00", { domain_name_servers: [] }] as const;
    const options = ["aws_vpc_dhcp_options", "dopt-01", { domain_name_servers: ["10.0.0.2"] }] as const;
    const association = [
      "aws_vpc_dhcp_options_association",
      "dopt-01-vpc-01",
      { vpc_id: "vpc-01", dhcp_options_id: "dopt-01" },
    ] as const;
    const before = [vpc[0], vpc[1], { ...vpc[2], dhcp_options_id: "dopt-00" }] as const;
    const idsOf = (state: unknown) => inventoryOf(state).others.map(({ id }) => id);
    expect(idsOf(stateOf(before, subnet, main, own))).toEqual([]);
    expect(idsOf(stateOf(before, subnet, main, own, options, association))).toEqual(["dopt-01"]);
  });

  test("tells what associations have connected to an endpoint after it was made", () => {
    const connected = (of: string, id: string) =>
      [
        `aws_vpc_endpoint_${of}_association`,
        `a-${id}`,
        { vpc_endpoint_id: "vpce-01", [`${of}_id`]: id },
      ] as const;
    const { vpcEndpoints, others } = inventoryOf(
      stateOf(
        vpc,
        subnet,
        main,
        ["aws_vpc_endpoint", "vpce-01", { vpc_id: "vpc-01", route_table_ids: ["rtb-01"], subnet_ids: [] }],
        connected("route_table", "rtb-01"),
        connected("route_table", "rtb-02"),
        connected("subnet", "subnet-01"),
        connected("security_group", "sg-01"),
      ),
    );
    expect(vpcEndpoints).toMatchObject([
      { routeTableIds: ["rtb-01", "rtb-02"], subnetIds: ["subnet-01"], securityGroupIds: ["sg-01"] },
    ]);
    expect(others).toEqual([]);
  });
});
