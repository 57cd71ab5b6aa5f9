import { expect, it } from "vitest";
import { indexTopology } from "../../../src/reach/walk/index-topology.ts";
import { privateAnswer } from "../../../src/reach/walk/name-records.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { understood } from "../../support/topology-differences.ts";

type Values = Readonly<Record<string, unknown>>;

/** A state of a VPC with one subnet and what else is given. */
function stateWith(...more: readonly (readonly [type: string, name: string, values: Values])[]) {
  const network = [
    ["aws_vpc", "v", { id: "vpc-1", cidr_block: "10.0.0.0/16", enable_dns_hostnames: true }],
    ["aws_subnet", "s", { id: "subnet-1", vpc_id: "vpc-1", cidr_block: "10.0.0.0/24" }],
  ] as const;
  const resources = [...network, ...more].map(([type, name, values]) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    values,
  }));
  return understood({ format_version: "1.0", values: { root_module: { resources } } });
}

it("an entry of a network ACL is for port 0, or type 0 and code 0, where it names none", () => {
  const rule = { network_acl_id: "acl-1", rule_action: "allow", cidr_block: "0.0.0.0/0", egress: false };
  const inline = { action: "allow", cidr_block: "0.0.0.0/0" };
  const { filters } = stateWith(
    [
      "aws_network_acl",
      "a",
      {
        id: "acl-1",
        vpc_id: "vpc-1",
        egress: [
          { ...inline, rule_no: 10, protocol: "-1" },
          { ...inline, rule_no: 20, protocol: "6", from_port: 80, to_port: 443 },
          { ...inline, rule_no: 30, protocol: "1", icmp_type: -1, icmp_code: -1 },
          { ...inline, rule_no: 40, protocol: "1" },
        ],
      },
    ],
    ["aws_network_acl_rule", "tcp", { ...rule, rule_number: 10, protocol: "tcp" }],
    ["aws_network_acl_rule", "icmp", { ...rule, rule_number: 20, protocol: "icmp" }],
    ["aws_network_acl_rule", "reply", { ...rule, rule_number: 30, protocol: "icmp", icmp_code: -1 }],
  );
  const [acl] = filters.networkAcls.filter(({ id }) => id === "aws_network_acl.a");
  expect(acl?.egress.map(({ traffic }) => traffic)).toEqual([
    { kind: "all" },
    { kind: "ports", protocol: "tcp", from: 80, to: 443 },
    { kind: "icmp", family: "ipv4", type: null, code: null },
    { kind: "icmp", family: "ipv4", type: 0, code: 0 },
  ]);
  expect(acl?.ingress.map(({ traffic }) => traffic)).toEqual([
    { kind: "ports", protocol: "tcp", from: 0, to: 0 },
    { kind: "icmp", family: "ipv4", type: 0, code: 0 },
    { kind: "icmp", family: "ipv4", type: 0, code: null },
  ]);
});

it("a zone with a VPC is private, its most specific wildcard answers, and large letters are small ones", () => {
  const zone = { zone_id: "Z1", type: "A" };
  const topology = stateWith(
    ["aws_route53_zone", "z", { id: "Z1", zone_id: "Z1", name: "Inside.Test.", vpc: [{ vpc_id: "vpc-1" }] }],
    ["aws_route53_record", "any", { ...zone, name: "*.inside.test", records: ["10.0.0.1"] }],
    ["aws_route53_record", "near", { ...zone, name: "*.Shop.inside.test", records: ["10.0.0.2"] }],
  );
  expect(topology.hostedZones.map(({ vpcs }) => vpcs)).toEqual([["aws_vpc.v"]]);
  const index = indexTopology(topology, []);
  const answered = (name: string) => {
    const answers = privateAnswer(index, "aws_vpc.v", name)?.answers;
    return Array.isArray(answers) ? answers.map(({ target }) => JSON.stringify(target, bigintText)) : answers;
  };
  expect(answered("a.shop.inside.test")).toEqual([expect.stringContaining(`"${0x0a_00_00_02}"`)]);
  expect(answered("a.inside.test")).toEqual([expect.stringContaining(`"${0x0a_00_00_01}"`)]);
});

function bigintText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

it("an endpoint with private DNS for the inbound resolver alone answers no name in the VPC", () => {
  const endpoint = (inboundAlone: boolean) => ({
    id: "vpce-1",
    vpc_id: "vpc-1",
    vpc_endpoint_type: "Interface",
    service_name: "com.amazonaws.eu-west-1.s3",
    private_dns_enabled: true,
    subnet_ids: ["subnet-1"],
    dns_options: [{ private_dns_only_for_inbound_resolver_endpoint: inboundAlone }],
  });
  const names = (inboundAlone: boolean) =>
    stateWith(["aws_vpc_endpoint", "s3", endpoint(inboundAlone)]).nodes.flatMap((node) => node.names);
  expect(names(true)).toEqual([]);
  expect(names(false)).toHaveLength(1);
});

it("an instance has the network interface that its block names by id", () => {
  const { nodes } = stateWith(
    ["aws_security_group", "g", { id: "sg-1", vpc_id: "vpc-1", ingress: [], egress: [] }],
    ["aws_network_interface", "n", { id: "eni-1", subnet_id: "subnet-1", security_groups: ["sg-1"] }],
    [
      "aws_instance",
      "i",
      { id: "i-1", network_interface: [{ device_index: 0, network_interface_id: "eni-1" }] },
    ],
  );
  const [instance] = nodes.filter(({ id }) => id === "aws_instance.i");
  expect(instance?.interfaces.map(({ subnet, securityGroups }) => ({ subnet, securityGroups }))).toEqual([
    { subnet: "aws_subnet.s", securityGroups: ["aws_security_group.g"] },
  ]);
});

it.each([
  ["named", { network_interface: [{ network_interface_id: "eni-1" }], source_dest_check: true }, "yes"],
  ["attached beside one that forwards", { subnet_id: "subnet-1", source_dest_check: false }, "yes"],
  ["attached beside one that does not", { subnet_id: "subnet-1", source_dest_check: true }, "unknown"],
])("an instance forwards by the check of a network interface that is %s", (_, instance, forwards) => {
  const attachment = [{ instance: "i-1", device_index: 1 }];
  const { nodes } = stateWith(
    [
      "aws_network_interface",
      "n",
      { id: "eni-1", subnet_id: "subnet-1", source_dest_check: false, attachment },
    ],
    ["aws_instance", "i", { id: "i-1", ...instance }],
  );
  expect(nodes.find(({ id }) => id === "aws_instance.i")?.forwards).toBe(forwards);
});

/** Two VPCs that reach each other through a third, whose attachment is in appliance mode; zone b has a way on or not. */
function inspected(zoneB: "has a way on" | "has none") {
  const all = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] };
  const vpc = (n: number) => [
    [
      "aws_vpc",
      `w${n}`,
      { id: `vpc-${n}`, cidr_block: `10.${n}.0.0/16`, default_network_acl_id: `acl-${n}` },
    ] as const,
    [
      "aws_security_group",
      `g${n}`,
      { id: `sg-${n}`, vpc_id: `vpc-${n}`, ingress: [all], egress: [all] },
    ] as const,
  ];
  const subnet = (n: number, zone: string, hasRoute: boolean) => {
    const id = `${n}${zone}`;
    const values = { id: `subnet-${id}`, vpc_id: `vpc-${n}`, availability_zone: `eu-west-1${zone}` };
    const route = hasRoute ? [{ cidr_block: "10.0.0.0/8", transit_gateway_id: "tgw-1" }] : [];
    return [
      ["aws_subnet", `s${id}`, { ...values, cidr_block: `10.${n}.${zone === "a" ? 0 : 1}.0/24` }] as const,
      ["aws_route_table", `t${id}`, { id: `rtb-${id}`, vpc_id: `vpc-${n}`, route }] as const,
      [
        "aws_route_table_association",
        `r${id}`,
        { subnet_id: `subnet-${id}`, route_table_id: `rtb-${id}` },
      ] as const,
    ];
  };
  const attachment = (n: number, table: string, more: Values) => [
    [
      "aws_ec2_transit_gateway_vpc_attachment",
      `a${n}`,
      { id: `att-${n}`, transit_gateway_id: "tgw-1", vpc_id: `vpc-${n}`, ...more },
    ] as const,
    [
      "aws_ec2_transit_gateway_route_table_association",
      `a${n}`,
      { transit_gateway_attachment_id: `att-${n}`, transit_gateway_route_table_id: table },
    ] as const,
    [
      "aws_ec2_transit_gateway_route_table_propagation",
      `a${n}`,
      { transit_gateway_attachment_id: `att-${n}`, transit_gateway_route_table_id: "post" },
    ] as const,
  ];
  const host = (n: number) =>
    [
      "aws_instance",
      `h${n}`,
      { id: `i-${n}`, subnet_id: `subnet-${n}a`, vpc_security_group_ids: [`sg-${n}`] },
    ] as const;
  return stateWith(
    ...[5, 6, 7].flatMap(vpc),
    ...subnet(5, "a", true),
    ...subnet(6, "a", true),
    ...subnet(7, "a", true),
    ...subnet(7, "b", zoneB === "has a way on"),
    ["aws_ec2_transit_gateway", "g", { id: "tgw-1", default_route_table_association: "disable" }],
    ...["pre", "post"].map(
      (id) => ["aws_ec2_transit_gateway_route_table", id, { id, transit_gateway_id: "tgw-1" }] as const,
    ),
    ...attachment(5, "pre", { subnet_ids: ["subnet-5a"] }),
    ...attachment(6, "pre", { subnet_ids: ["subnet-6a"] }),
    ...attachment(7, "post", { subnet_ids: ["subnet-7a", "subnet-7b"], appliance_mode_support: "enable" }),
    [
      "aws_ec2_transit_gateway_route",
      "all",
      {
        destination_cidr_block: "10.0.0.0/8",
        transit_gateway_attachment_id: "att-7",
        transit_gateway_route_table_id: "pre",
      },
    ],
    host(5),
    host(6),
  );
}

it("appliance mode may take any zone of the attachment", () => {
  const ask = (topology: ReturnType<typeof inspected>) =>
    trace(topology, [], {
      from: { kind: "node", id: "aws_instance.h5" },
      to: { kind: "node", id: "aws_instance.h6" },
      protocol: "tcp",
      port: 443,
    }).verdict;
  expect(ask(inspected("has a way on"))).toBe("reaches");
  expect(ask(inspected("has none"))).toBe("unknown");
});
