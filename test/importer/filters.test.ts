import { describe, expect, test } from "vitest";
import type { FoundSecurityGroupRule } from "../../src/importer/types/filtering.ts";
import { cidr, entry, group, instance, inventoryWith, rule, written } from "../support/inventory.ts";

const INGRESS = "aws_vpc_security_group_ingress_rule.web_";
const ofRules = (...rules: readonly FoundSecurityGroupRule[]) =>
  written(inventoryWith({ securityGroups: [group("sg-01", "web", rules)] }));
/** Logical ids of the ingress rules of the target, with the AWS id of those that are there. */
const rulesOf = ({ network, imports }: ReturnType<typeof written>) =>
  Object.fromEntries(
    (network.securityGroups.find(({ name }) => name === "web")?.rules ?? [])
      .filter(({ direction }) => direction === "ingress")
      .map(({ id }) => [id, imports.get(`aws_vpc_security_group_ingress_rule.${id}`) ?? "new"]),
  );

describe("security group rules", () => {
  test("anywhere gets its IPv6 twin, and finds the one that is there", () => {
    expect(rulesOf(ofRules(rule("sgr-1", "tcp", 443, cidr("0.0.0.0/0"))))).toEqual({
      web_https_ipv4: "sgr-1",
      web_https_ipv6: "new",
    });
    const both = [rule("sgr-1", "tcp", 443, cidr("0.0.0.0/0")), rule("sgr-2", "tcp", 443, cidr("::/0"))];
    expect(rulesOf(ofRules(...both))).toEqual({ web_https_ipv4: "sgr-1", web_https_ipv6: "sgr-2" });
  });

  test("a twin with another description stays a rule of its own", () => {
    const both = [
      rule("sgr-1", "tcp", 80, cidr("0.0.0.0/0"), "old"),
      rule("sgr-2", "tcp", 80, cidr("::/0"), "new"),
    ];
    const it = ofRules(...both);
    expect(Object.values(rulesOf(it)).sort()).toEqual(["sgr-1", "sgr-2"]);
    expect(it.text).not.toContain("TODO: ");
  });

  test("the VPC's and a tier's block get the VPC's and the tier's IPv6 block", () => {
    const it = ofRules(
      rule("sgr-1", "tcp", 22, cidr("10.0.0.0/16")),
      rule("sgr-2", "tcp", 22, cidr("10.0.1.0/24")),
    );
    expect(rulesOf(it)).toEqual({
      "web_ssh-vpc_main_ipv4": "sgr-1",
      "web_ssh-vpc_main_ipv6": "new",
      "web_ssh-private_private_a_ipv4": "sgr-2",
      "web_ssh-private_private_a_ipv6": "new",
    });
  });

  test("rules for all blocks of the VPC are one rule for the VPC, a rule for some of them is not", () => {
    const { vpc } = inventoryWith();
    const second = { cidr: "10.1.0.0/16", associationId: "vpc-cidr-assoc-02" };
    const of = (...rules: Parameters<typeof group>[2]) =>
      written(
        inventoryWith({
          vpc: { ...vpc, ipv4Blocks: [...vpc.ipv4Blocks, second] },
          securityGroups: [group("sg-01", "web", rules)],
        }),
      );
    const [own, further] = [
      rule("sgr-1", "tcp", 22, cidr("10.0.0.0/16")),
      rule("sgr-2", "tcp", 22, cidr("10.1.0.0/16")),
    ];
    expect(rulesOf(of(own, further))).toEqual({
      web_ssh_main_ipv4: "sgr-1",
      "web_ssh_block-2_ipv4": "sgr-2",
      web_ssh_main_ipv6: "new",
    });
    expect(rulesOf(of(own))).toEqual({ web_ssh_ipv4: "sgr-1" });
  });

  test("a block elsewhere has no known twin: a TODO stands above it", () => {
    const it = ofRules(rule("sgr-1", "tcp", [8000, 8080], cidr("203.0.113.0/24")));
    expect(rulesOf(it)).toEqual({ "web_tcp-8000-8080_ipv4": "sgr-1" });
    expect(it.text).toMatch(
      /# TODO: security group rules for IPv4 alone\. What is the IPv6 twin of this\? .*\n(?:\s+# \S.*\n)+\s+# {3}203\.0\.113\.0\/24: web\.ingress\.tcp-8000-8080\n\s+securityGroups:/,
    );
  });

  test("a ping becomes an ICMPv6 echo request, all ICMP all ICMPv6", () => {
    const ping = ofRules(rule("sgr-1", "icmp", [8, -1], cidr("0.0.0.0/0")));
    const rules = ping.network.securityGroups[0]?.rules.filter(({ direction }) => direction === "ingress");
    expect(rules?.map(({ protocol, ports }) => [protocol, ports?.from])).toEqual([
      ["icmp", 8],
      ["icmpv6", 128],
    ]);
    const all = [
      rule("sgr-1", "icmp", [-1, -1], cidr("0.0.0.0/0")),
      rule("sgr-2", "icmpv6", [-1, -1], cidr("::/0")),
    ];
    expect(rulesOf(ofRules(...all))).toEqual({ web_icmp_ipv4: "sgr-1", web_icmp_ipv6: "sgr-2" });
  });

  test("groups, the group itself and prefix lists hold for both families", () => {
    const it = written(
      inventoryWith({
        securityGroups: [
          group("sg-01", "web", [
            rule("sgr-1", "tcp", 80, { kind: "security-group", id: "sg-02" }),
            rule("sgr-2", "-1", null, { kind: "security-group", id: "sg-01" }),
            rule("sgr-3", "tcp", 443, { kind: "prefix-list", id: "pl-0a" }),
            rule("sgr-4", "tcp", 81, { kind: "security-group", id: "sg-99" }),
          ]),
          group("sg-02", "balancer", []),
        ],
      }),
    );
    expect(rulesOf(it)).toEqual({ web_http: "sgr-1", web_all: "sgr-2", web_https: "sgr-3" });
    expect(it.unplaced).toMatchObject([{ kind: "security group rule", id: "sgr-4" }]);
  });

  test("the default group is only referred to, and only where something uses it", () => {
    const groups = [
      group("sg-01", "default", [rule("sgr-1", "-1", null, { kind: "security-group", id: "sg-01" })]),
    ];
    expect(written(inventoryWith({ securityGroups: groups })).network.securityGroups).toEqual([]);
    const used = written(inventoryWith({ securityGroups: groups, instances: [instance("i-01", "Web")] }));
    expect(used.network.existing?.references).toMatchObject([
      { address: "aws_security_group.default", id: "sg-01" },
    ]);
    expect(used.imports.get("aws_vpc_security_group_ingress_rule.default_all")).toBe("sgr-1");
  });

  test("a rule whose id is not known is said, for Terraform would make it again", () => {
    const it = ofRules(rule(null, "tcp", 443, cidr("0.0.0.0/0")));
    expect(it.unknownIds).toEqual([`${INGRESS}https_ipv4`]);
    expect(it.text).toContain(
      [
        "#   1 rule of security group web: aws ec2 describe-security-group-rules --region eu-west-1 --filters Name=group-id,Values=sg-01",
        `#     ${INGRESS}https_ipv4`,
      ].join("\n"),
    );
  });
});

describe("network ACL entries", () => {
  const ofEntries = (...entries: readonly ReturnType<typeof entry>[]) =>
    written(
      inventoryWith({
        networkAcls: [{ id: "acl-01", name: "Private", isDefault: false, subnetIds: ["subnet-02"], entries }],
      }),
    );
  const numbersOf = ({ network, imports }: ReturnType<typeof written>) =>
    network.networkAcls[0]?.entries.map(({ id, ruleNumber, protocol, cidr: block }) => [
      ruleNumber,
      protocol,
      block.family,
      imports.get(`aws_network_acl_rule.${id}`) ?? "new",
    ]);

  test("twins keep the order at free numbers, and Packet Too Big is let in", () => {
    const it = ofEntries(
      entry(100, "6", "203.0.113.0/24", { action: "deny", ports: { from: 22, to: 22 } }),
      entry(101, "6", "0.0.0.0/0", { ports: { from: 0, to: 65535 } }),
      entry(102, "1", "0.0.0.0/0", { icmp: { type: 8, code: -1 } }),
      entry(100, "-1", "0.0.0.0/0", { egress: true }),
    );
    expect(numbersOf(it)).toEqual([
      [90, "58", "ipv6", "new"],
      [100, "6", "ipv4", "acl-01:100:6:false"],
      [101, "6", "ipv4", "acl-01:101:6:false"],
      [102, "1", "ipv4", "acl-01:102:1:false"],
      [103, "6", "ipv6", "new"],
      [104, "58", "ipv6", "new"],
      [100, "-1", "ipv4", "acl-01:100:-1:true"],
      [101, "-1", "ipv6", "new"],
    ]);
    expect(it.text).toMatch(
      /# TODO: network ACL entries .*\n(?:\s+# \S.*\n)*\s+# {3}203\.0\.113\.0\/24: private\.ingress\.rule-100\n/,
    );
  });

  test("an entry for one of several blocks of the VPC stays an entry for that block", () => {
    const { vpc } = inventoryWith();
    const second = { cidr: "10.1.0.0/16", associationId: "vpc-cidr-assoc-02" };
    const it = written(
      inventoryWith({
        vpc: { ...vpc, ipv4Blocks: [...vpc.ipv4Blocks, second] },
        networkAcls: [
          {
            id: "acl-01",
            name: "Private",
            isDefault: false,
            subnetIds: ["subnet-02"],
            entries: [entry(100, "-1", "10.0.0.0/16"), entry(100, "-1", "0.0.0.0/0", { egress: true })],
          },
        ],
      }),
    );
    expect(numbersOf(it)).toEqual([
      [100, "-1", "ipv4", "acl-01:100:-1:false"],
      [100, "-1", "ipv4", "acl-01:100:-1:true"],
      [101, "-1", "ipv6", "new"],
    ]);
    expect(it.text).toContain("#   10.0.0.0/16: private.ingress.rule-100");
  });

  test("an entry for IPv6 that is there is the twin", () => {
    const it = ofEntries(
      entry(100, "-1", "0.0.0.0/0"),
      entry(101, "-1", "::/0"),
      entry(100, "-1", "0.0.0.0/0", { egress: true }),
      entry(101, "-1", "::/0", { egress: true }),
    );
    expect(numbersOf(it)?.map(([, , , id]) => id)).toEqual([
      "acl-01:100:-1:false",
      "acl-01:101:-1:false",
      "acl-01:100:-1:true",
      "acl-01:101:-1:true",
    ]);
  });

  test("a default ACL that somebody changed is said, an untouched one is not", () => {
    const of = (...entries: readonly ReturnType<typeof entry>[]) =>
      written(
        inventoryWith({
          networkAcls: [
            { id: "acl-00", name: null, isDefault: true, subnetIds: ["subnet-01", "subnet-02"], entries },
          ],
        }),
      ).unplaced.map(({ kind }) => kind);
    const both = [entry(100, "-1", "0.0.0.0/0"), entry(100, "-1", "0.0.0.0/0", { egress: true })];
    expect(of(...both)).toEqual([]);
    expect(of(...both, entry(90, "6", "0.0.0.0/0", { action: "deny" }))).toEqual(["default network ACL"]);
  });
});
