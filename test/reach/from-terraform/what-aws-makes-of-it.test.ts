import { expect, it } from "vitest";
import { indexTopology } from "../../../src/reach/walk/index-topology.ts";
import { privateAnswer } from "../../../src/reach/walk/name-records.ts";
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
