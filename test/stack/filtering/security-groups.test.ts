// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { Peer, SecurityGroupRule } from "../../../src/model/types/filtering.ts";
import { at } from "../../support/json.ts";
import { groupName } from "../../support/names.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { cidr, sampleNetwork, sampleSecurityGroup } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";
import { sampleRule, wholeNetwork } from "../../support/whole-network.ts";

function stackWith(...rules: readonly SecurityGroupRule[]) {
  const securityGroups = [sampleSecurityGroup("lb"), sampleSecurityGroup("web", { rules })];
  const json = stackJson(sampleNetwork({ securityGroups, prefixLists: wholeNetwork().prefixLists }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const PEERS: readonly (readonly [Peer, Record<string, string>])[] = [
  [{ kind: "cidr", family: "ipv4", cidr: cidr("10.0.0.0/8") }, { cidr_ipv4: "10.0.0.0/8" }],
  [{ kind: "cidr", family: "ipv6", cidr: cidr("2001:DB8::/32") }, { cidr_ipv6: "2001:db8::/32" }],
  [{ kind: "vpc-cidr", family: "ipv4", block: "main" }, { cidr_ipv4: "${aws_vpc.main.cidr_block}" }],
  [{ kind: "vpc-cidr", family: "ipv6", block: "main" }, { cidr_ipv6: "${aws_vpc.main.ipv6_cidr_block}" }],
  [{ kind: "subnet-cidr", family: "ipv4", subnet: "app_b" }, { cidr_ipv4: "10.20.1.0/24" }],
  [
    { kind: "subnet-cidr", family: "ipv6", subnet: "app_b" },
    { cidr_ipv6: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)}" },
  ],
  [
    { kind: "security-group", name: groupName("lb") },
    { referenced_security_group_id: "${aws_security_group.lb.id}" },
  ],
  [
    { kind: "security-group", name: groupName("web") },
    { referenced_security_group_id: "${aws_security_group.web.id}" },
  ],
  [{ kind: "prefix-list", name: "office" }, { prefix_list_id: "${aws_ec2_managed_prefix_list.office.id}" }],
  [{ kind: "security-group-id", id: "sg-1" }, { referenced_security_group_id: "sg-1" }],
  [{ kind: "cidr-elsewhere", family: "ipv6", text: "{x}" }, { cidr_ipv6: "{x}" }],
  [{ kind: "prefix-list-id", id: "pl-1" }, { prefix_list_id: "pl-1" }],
  [
    { kind: "managed-prefix-list", name: "com.amazonaws.eu-west-1.s3", id: "s3" },
    { prefix_list_id: "${data.aws_ec2_managed_prefix_list.s3.id}" },
  ],
];

describe("a security group rule", () => {
  test.each(PEERS.map(([peer, expected]) => ({ peer, expected })))(
    "with peer $peer.kind",
    ({ peer, expected }) => {
      const rule = resourceIn(
        stackWith(sampleRule("web_x", peer)),
        "aws_vpc_security_group_ingress_rule.web_x",
      );
      expect(rule).toEqual({
        security_group_id: "${aws_security_group.web.id}",
        ip_protocol: "tcp",
        from_port: 443,
        to_port: 443,
        lifecycle: { create_before_destroy: true },
        ...expected,
      });
    },
  );

  test("lets out as its own kind of resource, with a description, without ports where there are none", () => {
    const anywhere: Peer = { kind: "cidr", family: "ipv6", cidr: cidr("::/0") };
    const rule = sampleRule("web_out", anywhere, {
      direction: "egress",
      protocol: "-1",
      ports: null,
      description: "everything",
    });
    const json = stackWith(rule);
    expect(resourceIn(json, "aws_vpc_security_group_egress_rule.web_out")).toEqual({
      security_group_id: "${aws_security_group.web.id}",
      ip_protocol: "-1",
      cidr_ipv6: "::/0",
      description: "everything",
      lifecycle: { create_before_destroy: true },
    });
    expect(at(json, "resource", "aws_vpc_security_group_ingress_rule")).toBeUndefined();
  });

  test("keeps -1, all ICMPv6, as ports", () => {
    const anywhere: Peer = { kind: "cidr", family: "ipv6", cidr: cidr("::/0") };
    const json = stackWith(
      sampleRule("web_ping", anywhere, { protocol: "icmpv6", ports: { from: -1, to: -1 } }),
    );
    expect(resourceIn(json, "aws_vpc_security_group_ingress_rule.web_ping")).toMatchObject({
      ip_protocol: "icmpv6",
      from_port: -1,
      to_port: -1,
    });
  });
});

test("a security group can be replaced while it is in use", () => {
  expect(resourceIn(stackWith(), "aws_security_group.web")).toEqual({
    name_prefix: "sample-web-",
    description: "Security group web of sample",
    vpc_id: "${aws_vpc.main.id}",
    lifecycle: { create_before_destroy: true },
    tags: { Name: "sample-web" },
  });
});

test("a prefix list of AWS is looked up once", () => {
  const s3: Peer = { kind: "managed-prefix-list", name: "com.amazonaws.eu-west-1.s3", id: "s3" };
  const json = stackWith(sampleRule("web_a", s3), sampleRule("web_b", s3));
  expect(at(json, "data", "aws_ec2_managed_prefix_list")).toEqual({
    s3: { name: "com.amazonaws.eu-west-1.s3" },
  });
});

test("a prefix list of the author holds its entries", () => {
  const json = stackWith();
  expect(addressesIn(json)).toContain("aws_ec2_managed_prefix_list.office");
  expect(resourceIn(json, "aws_ec2_managed_prefix_list.office")).toEqual({
    name: "sample-office",
    address_family: "IPv6",
    max_entries: 2,
    entry: [{ cidr: "2001:db8::/48", description: "Berlin" }, { cidr: "2001:db8:1::/48" }],
    tags: { Name: "sample-office" },
  });
});
