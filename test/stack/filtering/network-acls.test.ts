// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { NetworkAclEntry } from "../../../src/model/types/filtering.ts";
import type { SubnetId } from "../../../src/model/types/shared.ts";
import { tierName } from "../../support/names.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { cidr, sampleNetwork } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";
import { sampleEntry } from "../../support/whole-network.ts";

function stackWith(entry: Partial<NetworkAclEntry>) {
  const acl = {
    name: "app",
    path: ["network", "networkAcls", "app"],
    displayName: "sample-app",
    tiers: [tierName("app")],
    preset: null,
    subnets: ["app_a", "app_b"] satisfies SubnetId[],
    entries: [sampleEntry(entry)],
    tags: { team: "net" },
  };
  const json = stackJson(sampleNetwork({ networkAcls: [acl] }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const COMMON = {
  network_acl_id: "${aws_network_acl.app.id}",
  egress: false,
  rule_action: "allow",
  rule_number: 100,
};

const ENTRIES: readonly (readonly [string, Partial<NetworkAclEntry>, Record<string, unknown>])[] = [
  ["all", {}, { protocol: "-1", ipv6_cidr_block: "::/0" }],
  [
    "ICMPv6 with type and code, without ports",
    { protocol: "58", icmp: { type: 2, code: 0 } },
    { protocol: "58", ipv6_cidr_block: "::/0", icmp_type: 2, icmp_code: 0 },
  ],
  [
    "TCP with ports, without type and code",
    { protocol: "6", ports: { from: 0, to: 443 } },
    { protocol: "6", ipv6_cidr_block: "::/0", from_port: 0, to_port: 443 },
  ],
  [
    "IPv4, denied, outwards",
    {
      action: "deny",
      direction: "egress",
      ruleNumber: 7,
      cidr: { kind: "cidr", family: "ipv4", cidr: cidr("10.0.0.0/8") },
    },
    { protocol: "-1", cidr_block: "10.0.0.0/8", egress: true, rule_action: "deny", rule_number: 7 },
  ],
  [
    "the VPC's IPv4 block",
    { cidr: { kind: "vpc", family: "ipv4", block: "main" } },
    { protocol: "-1", cidr_block: "${aws_vpc.main.cidr_block}" },
  ],
  [
    "the VPC's IPv6 block",
    { cidr: { kind: "vpc", family: "ipv6", block: "main" } },
    { protocol: "-1", ipv6_cidr_block: "${aws_vpc.main.ipv6_cidr_block}" },
  ],
];

describe("aws_network_acl_rule", () => {
  test.each(ENTRIES)("%s", (_, entry, expected) => {
    const rule = resourceIn(stackWith(entry), "aws_network_acl_rule.app_ingress_allow");
    expect(rule).toEqual({ ...COMMON, ...expected });
  });
});

test("a network ACL is associated with its subnets", () => {
  expect(resourceIn(stackWith({}), "aws_network_acl.app")).toEqual({
    vpc_id: "${aws_vpc.main.id}",
    subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    tags: { Name: "sample-app", team: "net" },
  });
});
