import { describe, expect, it } from "vitest";
import { refusalOf } from "../../support/lab-outcomes.ts";
import { instance, inVpc, labStack, type Resources, route, subnet } from "../../support/lab-stack.ts";

const NO_NAME = String.raw`aws_route53_record.x: "x\"\n  include: \"/etc/passwd" is no domain name`;
const NO_ADDRESS = String.raw`aws_route53_record.x: unknown value "A\", \"B"`;

function named(name: string, value = "10.0.0.1"): Resources {
  return {
    aws_route53_zone: { inside: { name: "internal", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] } },
    aws_route53_record: {
      x: { zone_id: "${aws_route53_zone.inside.zone_id}", name, type: "A", records: [value] },
    },
  };
}

const REFUSED: readonly (readonly [what: string, more: Resources, why: string])[] = [
  [
    "an expression of another form",
    { aws_subnet: { a: subnet(1, { ipv6_cidr_block: "${cidrsubnet(local.block, 8, 1)}" }) } },
    "aws_subnet.a: unknown expression ${cidrsubnet(local.block, 8, 1)}",
  ],
  [
    "a value that only AWS knows",
    { aws_subnet: { a: subnet(1, { ipv6_cidr_block: "${aws_vpc.other.ipv6_cidr_block}" }) } },
    "aws_subnet.a: the value of aws_vpc.other.ipv6_cidr_block is not known",
  ],
  [
    "a subnet beyond its block",
    {
      aws_subnet: {
        a: subnet(1, { ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 256)}" }),
      },
    },
    "aws_subnet.a: it asks for more than 3fff:0:0:100::/56 has",
  ],
  [
    "a type that nobody has judged",
    { aws_networkfirewall_firewall: { main: {} } },
    "aws_networkfirewall_firewall.main: aws_networkfirewall_firewall cannot be modelled",
  ],
  [
    "rules inside a security group",
    { aws_security_group: { open: inVpc({ ingress: [{ protocol: "-1" }] }) } },
    "aws_security_group.open: ingress cannot be modelled",
  ],
  [
    "a route to a target that nobody knows",
    { aws_route: { a: route("a", "10.9.0.0/16", { vpc_endpoint_id: "vpce-0abc" }) } },
    "aws_route.a: vpc_endpoint_id cannot be modelled",
  ],
  [
    "a prefix list of others",
    {
      aws_vpc_security_group_ingress_rule: {
        listed: {
          security_group_id: "${aws_security_group.open.id}",
          ip_protocol: "-1",
          prefix_list_id: "pl-0abc",
        },
      },
    },
    "aws_vpc_security_group_ingress_rule.listed: nobody knows what is in pl-0abc",
  ],
  [
    "two interfaces with one address",
    {
      aws_instance: {
        b: instance("a", { private_ip: "10.0.1.9" }),
        c: instance("a", { private_ip: "10.0.1.9" }),
      },
    },
    "aws_instance.c: another interface has its address",
  ],
  [
    "a host with two IPv6 addresses",
    { aws_instance: { a: instance("a", { ipv6_addresses: ["3fff::1", "3fff::2"] }) } },
    "aws_instance.a: it has several IPv6 addresses",
  ],
  [
    "a security group whose rules are elsewhere",
    { aws_instance: { a: instance("a", { vpc_security_group_ids: ["sg-0abc"] }) } },
    "aws_instance.a: the rules of sg-0abc are not in the stack",
  ],
  [
    "a network ACL whose entries are elsewhere",
    { aws_network_acl_association: { a: { subnet_id: "${aws_subnet.a.id}", network_acl_id: "acl-0abc" } } },
    "aws_subnet.a: the entries of acl-0abc are not in the stack",
  ],
  [
    "a route table that is elsewhere",
    { aws_route_table_association: { a: { subnet_id: "${aws_subnet.a.id}", route_table_id: "rtb-0abc" } } },
    "aws_subnet.a: its route table rtb-0abc is not in the stack",
  ],
  ["text that would be more than a name", named('x"\n  include: "/etc/passwd'), NO_NAME],
  ["a value that is no address", named("x.internal", 'A", "B'), NO_ADDRESS],
];

describe("a laboratory that would have to guess", () => {
  it.each(REFUSED)("stops at %s", (_, more, why) => {
    expect(refusalOf(labStack(more))).toBe(why);
  });

  it.each([null, [], "text", { resource: [] }, { resource: { aws_vpc: { main: "text" } } }])(
    "stops at what is no stack: %j",
    (json) => {
      expect(refusalOf(json)).toMatch(/no JSON object$/);
    },
  );
});
