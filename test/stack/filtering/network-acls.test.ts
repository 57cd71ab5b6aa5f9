// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { NetworkAclEntry } from "../../../src/model/types/filtering.ts";
import type { SubnetId } from "../../../src/model/types/shared.ts";
import { IMPORTING } from "../../support/existing-blueprint.ts";
import { tierName } from "../../support/names.ts";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { cidr, sampleNetwork } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";
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

test("a network ACL filters its subnets once it has its entries", () => {
  const json = stackWith({});
  expect(resourceIn(json, "aws_network_acl.app")).toEqual({
    vpc_id: "${aws_vpc.main.id}",
    tags: { Name: "sample-app", team: "net" },
  });
  for (const subnet of ["app_a", "app_b"])
    expect(resourceIn(json, `aws_network_acl_association.${subnet}`)).toEqual({
      network_acl_id: "${aws_network_acl.app.id}",
      subnet_id: `\${aws_subnet.${subnet}.id}`,
      depends_on: ["aws_network_acl_rule.app_ingress_allow"],
    });
});

describe("beside a network ACL that was there and is imported", () => {
  const NEW =
    "    inner: { subnets: [inner], ingress: { all6: ALL }, egress: { all6: ALL } }\n  securityGroups:\n";
  const ALL = '{ ruleNumber: 101, action: allow, protocol: all, cidr: { cidrIpv6: "::/0" } }';
  const json = stackJson(
    networkFrom(
      IMPORTING.replace("stage: import", "stage: ipv6-only-subnets").replace(
        "  securityGroups:\n",
        NEW.replaceAll("ALL", ALL),
      ),
    ),
  );

  test("its associations stay its own", () => {
    expect(resourceIn(json, "aws_network_acl.private")["subnet_ids"]).toEqual([
      "${aws_subnet.private_a.id}",
      "${aws_subnet.private_b.id}",
    ]);
    expect(addressesIn(json).filter((address) => address.includes("acl_association"))).toEqual([
      "aws_network_acl_association.inner_a",
      "aws_network_acl_association.inner_b",
    ]);
  });

  test("a new one takes a subnet over after it has given it up", () => {
    expect(resourceIn(json, "aws_network_acl_association.inner_a")["depends_on"]).toEqual([
      "aws_network_acl_rule.inner_ingress_all6",
      "aws_network_acl_rule.inner_egress_all6",
      "aws_network_acl.private",
    ]);
  });
});
