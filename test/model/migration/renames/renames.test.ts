import { describe, expect, test } from "vitest";
import { readBlueprint } from "../../../../src/blueprint/read-blueprint.ts";
import { pairAddresses } from "../../../../src/model/migration/renames/pair-addresses.ts";
import { normalise } from "../../../../src/model/normalise.ts";
import { stackJson } from "../../../support/synth-json.ts";

const HEAD = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
`;

function read(body: string) {
  const { blueprint, diagnostics } = readBlueprint("shop.yaml", HEAD + body);
  if (blueprint === null) throw new Error(JSON.stringify(diagnostics));
  return normalise(blueprint);
}

function movesIn(body: string): readonly string[] {
  const { network, diagnostics } = read(body);
  if (network === null) throw new Error(JSON.stringify(diagnostics));
  return (Object(stackJson(network))["moved"] ?? []).map(
    ({ from, to }: { from: string; to: string }) => `${from} -> ${to}`,
  );
}

describe("the moves of a stack", () => {
  test("are those of everything whose address follows from a tier's name", () => {
    expect(
      movesIn(`
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    web: { renamedFrom: app, addressing: ipv6-only, internet: egress-only, nat64: true, slot: 1 }
  natGateways: { main: { subnet: public } }
  networkAcls: { app: { subnets: [web], preset: allow-all } }
  routes: { web: { peer: { destination: 10.9.0.0/16, target: { natGateway: main } } } }
`),
    ).toEqual([
      "aws_network_acl_association.app_a -> aws_network_acl_association.web_a",
      "aws_route.app_default-ipv6 -> aws_route.web_default-ipv6",
      "aws_route.app_nat64 -> aws_route.web_nat64",
      "aws_route.app_peer -> aws_route.web_peer",
      "aws_route_table.app -> aws_route_table.web",
      "aws_route_table_association.app_a -> aws_route_table_association.web_a",
      "aws_subnet.app_a -> aws_subnet.web_a",
    ]);
  });

  test("tell things of one name apart, inside of each other and in references", () => {
    expect(
      movesIn(`
  subnets:
    web: { renamedFrom: tier, addressing: dual-stack, internet: none, slot: 0 }
  securityGroups:
    web:
      renamedFrom: group
      awsName: group
      ingress:
        web: { renamedFrom: rule, protocol: tcp, ports: 443, from: { securityGroup: web } }
        tier: { protocol: tcp, ports: 80, from: { subnets: web } }
      egress: {}
`),
    ).toEqual([
      "aws_route_table.tier -> aws_route_table.web",
      "aws_route_table_association.tier_a -> aws_route_table_association.web_a",
      "aws_security_group.group -> aws_security_group.web",
      "aws_subnet.tier_a -> aws_subnet.web_a",
      "aws_vpc_security_group_ingress_rule.group_tier_tier_a_ipv4 -> aws_vpc_security_group_ingress_rule.web_tier_web_a_ipv4",
      "aws_vpc_security_group_ingress_rule.group_tier_tier_a_ipv6 -> aws_vpc_security_group_ingress_rule.web_tier_web_a_ipv6",
      "aws_vpc_security_group_ingress_rule.group_rule -> aws_vpc_security_group_ingress_rule.web_web",
    ]);
  });

  test("are none where nothing is renamed, and then nothing is built for them", () => {
    const { network } = read("  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }\n");
    expect(network).toMatchObject({ renames: null, renamedFrom: null });
    expect(network === null ? [] : Object.keys(stackJson(network))).not.toContain("moved");
  });

  test("are taken through the migration of an existing VPC", () => {
    const existing = `
    existing:
      id: vpc-0abc123
      management: reference
      import: { aws_route_table.web: rtb-0abc123 }
      reference: { aws_subnet.web_a: subnet-0abc123 }
`;
    const body = HEAD.replace(
      "vpc: { ipv4Cidr: 10.20.0.0/16 }",
      `vpc:\n    ipv4Cidr: 10.20.0.0/16${existing}`,
    );
    const tier = "  subnets: { web: { renamedFrom: app, addressing: ipv4-only, internet: none, slot: 0 } }\n";
    const { blueprint } = readBlueprint("shop.yaml", body + tier);
    const { network } = blueprint === null ? expect.fail("no blueprint") : normalise(blueprint);
    const json = Object(network === null ? expect.fail("no network") : stackJson(network));
    expect(json.moved).toEqual([{ from: "aws_route_table.app", to: "aws_route_table.web" }]);
    expect(json.import).toEqual([{ id: "rtb-0abc123", to: "aws_route_table.web" }]);
  });
});

describe("an old name", () => {
  const refused = (tiers: string) =>
    read(`  subnets:\n${tiers}`).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);

  test("is not the name of today", () => {
    expect(refused("    web: { renamedFrom: web, addressing: dual-stack, slot: 0 }\n")).toEqual([
      'model/renamed-from: tier "web" is renamed from "web", which is its own name',
    ]);
  });

  test("is nobody else's, so that two names change places in two steps", () => {
    expect(
      refused(`
    one: { renamedFrom: two, addressing: dual-stack, slot: 0 }
    two: { renamedFrom: one, addressing: dual-stack, slot: 1 }
`),
    ).toEqual([
      'model/renamed-from: tier "one" is renamed from "two", which is still there',
      'model/renamed-from: tier "two" is renamed from "one", which is still there',
    ]);
  });

  test("is that of one thing", () => {
    expect(
      refused(`
    one: { renamedFrom: old, addressing: dual-stack, slot: 0 }
    two: { renamedFrom: old, addressing: dual-stack, slot: 1 }
`),
    ).toEqual(['model/renamed-from: tier "two" is renamed from "old", and so is "one"']);
  });
});

describe("pairAddresses", () => {
  const renames = [{ mark: "zz0q", from: "old", to: "new" }];

  test("says which addresses have no counterpart, before or now", () => {
    const marked = ["aws_subnet.zz0q_a", "aws_eip.left", "aws_eip.zz0q"];
    const former = ["aws_subnet.old_a", "aws_eip.left", "aws_eip.hashed-1"];
    const current = ["aws_subnet.new_a", "aws_eip.left", "aws_eip.new", "aws_eip.more"];
    expect(pairAddresses(renames, { marked, former, current }).unpaired).toEqual([
      "aws_eip.hashed-1",
      "aws_eip.old",
      "aws_eip.more",
    ]);
  });

  test("says where something else has an old address now", () => {
    const current = ["aws_launch_template.new", "aws_launch_template.old"];
    const marked = ["aws_launch_template.zz0q", "aws_launch_template.old"];
    const { unpaired } = pairAddresses(renames, { marked, former: ["aws_launch_template.old"], current });
    expect(unpaired).toEqual(["aws_launch_template.old"]);
  });
});
