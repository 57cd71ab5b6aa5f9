import { describe, expect, test } from "vitest";
import { mergeNetwork } from "../../../src/importer/merge/merge-network.ts";
import { readOwned } from "../../../src/importer/merge/read-owned.ts";
import type { Inventory } from "../../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { compile } from "../../../src/pipeline.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";
import { cidr, entry, group, instance, inventoryWith, rule, subnet, table } from "../../support/inventory.ts";

const PEERING = "pcx-0a1b2c3d4e5f60001";
const IDS = "shop.ids.include.yaml";
const HTTPS = rule("sgr-01", "tcp", 443, cidr("0.0.0.0/0"));
const ACL_443 = entry(100, "6", "0.0.0.0/0", { ports: { from: 443, to: 443 } });

const BEFORE = inventoryWith({
  subnets: [
    subnet("subnet-01", "Public", "a", 0),
    subnet("subnet-02", "Private", "a", 1),
    subnet("subnet-03", "Private", "b", 2),
  ],
  routeTables: [
    table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
    table(
      "rtb-02",
      ["subnet-02", "subnet-03"],
      [
        ["0.0.0.0/0", "nat-01"],
        ["10.20.0.0/16", PEERING],
      ],
    ),
  ],
  networkAcls: [
    { id: "acl-01", name: "dmz", isDefault: false, subnetIds: ["subnet-01"], entries: [ACL_443] },
  ],
  securityGroups: [group("sg-01", "web", [HTTPS])],
});

/** The texts of a blueprint, by file. */
type Texts = ReadonlyMap<string, string>;

function fmt(yaml: string): string {
  return formatBlueprint(yaml) ?? yaml;
}

function imported(inventory: Inventory, idsFile: string | null): Texts {
  const { text, ids } = writeBlueprint(inventory, null, { idsFile });
  return new Map([["shop.yaml", fmt(text)], ...(ids === null ? [] : [[IDS, fmt(ids.text)] as const])]);
}

function fileOf(texts: Texts) {
  const ids = texts.get(IDS);
  const included = new Map(ids === undefined ? [] : [[IDS, { file: IDS, text: ids }]]);
  return { file: "shop.yaml", text: texts.get("shop.yaml") ?? "", included };
}

/** Merges, and holds that the result is valid and that a second merge changes nothing. */
function merge(texts: Texts, inventory: Inventory) {
  const owned = readOwned(fileOf(texts));
  if (owned === null) throw new Error("not readable");
  const merged = mergeNetwork(owned, inventory, fmt);
  const after: Texts = new Map([...texts, ...merged.texts]);
  const errors = compile([fileOf(after)], "2026-11-30").findings.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors.map(({ message }) => message)).toEqual([]);
  const again = readOwned(fileOf(after));
  expect(again && [...mergeNetwork(again, inventory, fmt).texts]).toEqual([]);
  const told = merged.told.map(({ at, message }) => `${owned.source.locate(at)?.line}: ${message}`);
  return { ...merged, after, told };
}

/** Lines that are new or were changed, and those that were there and are no more. */
function changes(before: string, after: string) {
  const now = after.split("\n");
  const [plus, minus]: [string[], string[]] = [[], []];
  let at = 0;
  for (const line of before.split("\n")) {
    const found = now.indexOf(line, at);
    if (found === -1) minus.push(line);
    else {
      plus.push(...now.slice(at, found));
      at = found + 1;
    }
  }
  return { plus: [...plus, ...now.slice(at)], minus };
}

const edit = (texts: Texts, name: string, change: (text: string) => string): Texts =>
  new Map([...texts].map(([file, text]) => [file, file === name ? change(text) : text]));

describe.each([
  ["in a file beside", IDS],
  ["in the blueprint", null],
])("with the ids %s", (_, idsFile) => {
  const texts = imported(BEFORE, idsFile);
  const ids = idsFile ?? "shop.yaml";

  test("the same network changes nothing and tells nothing", () => {
    expect(merge(texts, BEFORE)).toMatchObject({ added: [], texts: new Map(), told: [], refused: [] });
  });

  test("what is new comes into its place with its id, its twin and its question; edits and comments stay", () => {
    const edited = edit(texts, "shop.yaml", (text) =>
      text
        .replace("    web:\n", "    # Ours: ask Mia.\n    web: # since 2019\n")
        .replace("slot: 1", "slot: 7 # chosen"),
    );
    const now: Inventory = {
      ...BEFORE,
      networkAcls: BEFORE.networkAcls.map((acl) => ({
        ...acl,
        entries: [...acl.entries, entry(110, "6", "0.0.0.0/0", { ports: { from: 80, to: 80 } })],
      })),
      securityGroups: [
        group("sg-01", "web", [HTTPS, rule("sgr-02", "tcp", 22, cidr("203.0.113.0/24"))]),
        group("sg-02", "Neue Gruppe", []),
      ],
      instances: [instance("i-01", "Bastion", { subnetId: "subnet-01", securityGroupIds: ["sg-02"] })],
    };
    const { after, told } = merge(edited, now);
    expect(told).toEqual([]);
    const before = edited.get("shop.yaml") ?? "";
    const { plus, minus } = changes(before, after.get("shop.yaml") ?? "");
    expect(minus).toEqual([]);
    expect(plus.filter((line) => !/^ {8}aws_/.test(line))).toEqual([
      "        rule-110:",
      "          ruleNumber: 110",
      "          protocol: tcp",
      "          cidr: { cidrIpv4: 0.0.0.0/0 }",
      "          ports: { from: 80, to: 80 }",
      "        rule-110-ipv6:",
      "          ruleNumber: 111",
      "          protocol: tcp",
      '          cidr: { cidrIpv6: "::/0" }',
      "          ports: { from: 80, to: 80 }",
      expect.stringContaining(
        "        # TODO: security group rules for IPv4 alone. What is the IPv6 twin of 203.0.113.0/24?",
      ),
      expect.stringMatching(/^ {8}# \S/),
      expect.stringMatching(/^ {8}# \S/),
      "        ssh:",
      "          protocol: tcp",
      "          ports: 22",
      "          from: { cidrIpv4: 203.0.113.0/24 }",
      "    neue-gruppe: # Neue Gruppe (sg-02)",
      "      description: Neue Gruppe",
      "      egress: {}",
      "compute:",
      "  instances:",
      "    bastion: # Bastion (i-01)",
      "      instanceType: t3.small",
      "      ami: { id: ami-01 }",
      "      subnet: public",
      "      zone: a",
      "      securityGroups: [neue-gruppe]",
      "      ipv6AddressCount: 1",
    ]);
    expect(
      changes(edited.get(ids) ?? "", after.get(ids) ?? "").plus.filter((line) => /^ {8}aws_/.test(line)),
    ).toEqual([
      "        aws_instance.bastion: i-01",
      '        aws_network_acl_rule.dmz_ingress_rule-110: "acl-01:110:6:false"',
      "        aws_security_group.neue-gruppe: sg-02",
      "        aws_vpc_security_group_ingress_rule.web_ssh_ipv4: sgr-02",
    ]);
  });

  test("a subnet comes to the tier that it is like, in a new zone; the others stay in their zones", () => {
    const now: Inventory = {
      ...BEFORE,
      subnets: [
        ...BEFORE.subnets,
        subnet("subnet-04", "Private", "c", 3),
        subnet("subnet-05", "Süd", "b", 4),
      ],
      routeTables: BEFORE.routeTables.map((one) =>
        one.id === "rtb-02" ? { ...one, subnets: [...one.subnets, "subnet-04"] } : one,
      ),
    };
    const { after } = merge(texts, {
      ...now,
      routeTables: [...now.routeTables, table("rtb-00", ["subnet-05"], [])],
    });
    const { plus, minus } = changes(texts.get("shop.yaml") ?? "", after.get("shop.yaml") ?? "");
    expect(minus).toEqual([
      "  availabilityZones: [a, b]",
      "      ipv4Cidrs: { a: 10.0.1.0/24, b: 10.0.2.0/24 }",
    ]);
    expect(plus.filter((line) => !/^ {8}aws_/.test(line))).toEqual([
      "  availabilityZones: [a, b, c]",
      "      ipv4Cidrs: { a: 10.0.1.0/24, b: 10.0.2.0/24, c: 10.0.3.0/24 }",
      "    sued: # Süd (subnet-05)",
      "      addressing: dual-stack",
      "      internet: none",
      "      availabilityZones: [b]",
      "      slot: 2",
      "      ipv4Cidrs: { b: 10.0.4.0/24 }",
    ]);
    expect(after.get(ids)).toContain("        aws_subnet.private_c: subnet-04\n");
  });

  test("what is gone and what differs is told with its line, and stays", () => {
    const now: Inventory = {
      ...BEFORE,
      subnets: BEFORE.subnets.map((one) =>
        one.id === "subnet-03" ? { ...one, ipv4Cidr: "10.0.9.0/24" } : one,
      ),
      routeTables: [
        table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
        table("rtb-02", ["subnet-02", "subnet-03"], [["0.0.0.0/0", "nat-01"]]),
      ],
      networkAcls: BEFORE.networkAcls.map((acl) => ({
        ...acl,
        entries: [{ ...ACL_443, action: "deny" as const }],
      })),
      securityGroups: [group("sg-01", "web", [{ ...HTTPS, ports: { from: 8443, to: 8443 } }])],
    };
    const { told, texts: written } = merge(texts, now);
    const lineOf = (name: string, words: string) =>
      (texts.get(name) ?? "").split("\n").findIndex((line) => line.includes(words)) + 1;
    expect(written).toEqual(new Map());
    expect(told).toEqual([
      `${lineOf(ids, "aws_route.private_to-10")}: aws_route.private_to-10-20-0-0-16 (rtb-02_10.20.0.0/16) was not found any more`,
      `${lineOf("shop.yaml", "rule-100:")}: network.networkAcls.dmz.ingress.rule-100.action is "allow" here and "deny" in AWS`,
      `${lineOf("shop.yaml", "b: 10.0.2.0")}: network.subnets.private.ipv4Cidrs.b is "10.0.2.0/24" here and "10.0.9.0/24" in AWS`,
      `${lineOf("shop.yaml", "ports: 443")}: network.securityGroups.web.ingress.https.ports is 443 here and 8443 in AWS`,
    ]);
  });
});

test("names that the owner gave are kept, and what is new speaks of them", () => {
  const renamed = edit(imported(BEFORE, null), "shop.yaml", (text) =>
    text.replaceAll("private", "app").replaceAll("web", "front").replaceAll("https", "tls"),
  );
  const { after } = merge(renamed, {
    ...BEFORE,
    securityGroups: [
      group("sg-01", "web", [HTTPS]),
      group("sg-02", "web", [rule("sgr-21", "tcp", 80, { kind: "security-group", id: "sg-01" })]),
    ],
    instances: [instance("i-01", "app", { subnetId: "subnet-02", securityGroupIds: ["sg-01"] })],
  });
  const text = after.get("shop.yaml") ?? "";
  expect(text).toContain("from: { securityGroup: front }");
  expect(text).toContain("aws_security_group.web: sg-02\n");
  expect(text).toContain(
    "    app:\n      instanceType: t3.small\n      ami: { id: ami-01 }\n      subnet: app\n",
  );
});

test("maps on one line grow on it, lines keep their ends, and an alias is left to its owner", () => {
  const flow = edit(imported(BEFORE, null), "shop.yaml", (text) =>
    text
      .replace(
        /securityGroups:\n {4}web:[\s\S]*?egress: \{\}\n/,
        "securityGroups: { web: { description: web, ingress: { https: { protocol: tcp, ports: 443, from: { anywhere: {} } } }, egress: {} } } # all\n",
      )
      .replaceAll("\n", "\r\n"),
  );
  const now = {
    ...BEFORE,
    securityGroups: [
      group("sg-01", "web", [
        HTTPS,
        { ...rule("sgr-02", "tcp", 25, cidr("0.0.0.0/0")), direction: "egress" as const },
      ]),
    ],
  };
  const text = merge(flow, now).after.get("shop.yaml") ?? "";
  expect(text).toContain(
    "egress: { smtp: { protocol: tcp, ports: 25, to: { anywhere: {} } } } } } # all\r\n",
  );
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  const aliased = edit(imported(BEFORE, null), "shop.yaml", (one) =>
    one
      .replace("      egress: {}\n", "      egress: *none\n")
      .replace("region:", "x-none: &none {}\nregion:"),
  );
  const owned = readOwned(fileOf(aliased));
  expect(owned && mergeNetwork(owned, now, fmt).refused).toEqual([
    ["network", "securityGroups", "web", "egress"],
  ]);
});

test("ids that a state did not know are written when they are known, and nothing is described twice", () => {
  const without: Inventory = { ...BEFORE, securityGroups: [group("sg-01", "web", [{ ...HTTPS, id: null }])] };
  const texts = imported(without, null);
  const { after, told } = merge(texts, BEFORE);
  expect([changes(texts.get("shop.yaml") ?? "", after.get("shop.yaml") ?? ""), told]).toEqual([
    { plus: ["        aws_vpc_security_group_ingress_rule.web_https_ipv4: sgr-01"], minus: [] },
    [],
  ]);
});

test("at a later stage what the stages have made is not taken for new", () => {
  const later = edit(imported(BEFORE, null), "shop.yaml", (text) =>
    text.replace("stage: import", "stage: routes"),
  );
  const { vpc } = BEFORE;
  const now: Inventory = {
    ...BEFORE,
    vpc: { ...vpc, ipv6Blocks: [{ cidr: "2001:db8::/56", associationId: null, pool: "Amazon" }] },
    subnets: BEFORE.subnets.map((one, index) => ({
      ...one,
      ipv6Cidr: `2001:db8:0:${["0", "10", "11"][index]}::/64`,
    })),
    egressOnlyInternetGateways: [{ id: "eigw-01", name: null }],
    securityGroups: [group("sg-01", "web", [HTTPS, rule("sgr-09", "tcp", 443, cidr("::/0"))])],
    networkAcls: BEFORE.networkAcls.map((acl) => ({
      ...acl,
      entries: [ACL_443, entry(101, "6", "::/0", { ports: { from: 443, to: 443 } })],
    })),
  };
  expect(merge(later, now)).toMatchObject({ added: [], told: [] });
});
