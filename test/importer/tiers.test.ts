import { describe, expect, test } from "vitest";
import { inventoryWith, nat, subnet, table, written } from "../support/inventory.ts";

const tiersOf = ({ network }: ReturnType<typeof written>) =>
  network.tiers.map(({ name, internet, natGateway, subnets }) => ({
    name,
    internet,
    natGateway,
    subnets: subnets.map(({ id }) => id),
  }));

describe("subnets become tiers", () => {
  test("by routes and name, with the ways that their IPv4 has", () => {
    const it = written(inventoryWith());
    expect(tiersOf(it)).toEqual([
      { name: "private", internet: "egress-only", natGateway: "nat", subnets: ["private_a"] },
      { name: "public", internet: "public", natGateway: null, subnets: ["public_a"] },
    ]);
    expect(it.imports).toEqual(
      new Map([
        ["aws_eip.nat", "eipalloc-01"],
        ["aws_internet_gateway.main", "igw-01"],
        ["aws_nat_gateway.nat", "nat-01"],
        ["aws_route.private_default-ipv4", "rtb-02_0.0.0.0/0"],
        ["aws_route.public_default-ipv4", "rtb-01_0.0.0.0/0"],
        ["aws_route_table.private", "rtb-02"],
        ["aws_route_table.public", "rtb-01"],
        ["aws_route_table_association.private_a", "subnet-02/rtb-02"],
        ["aws_route_table_association.public_a", "subnet-01/rtb-01"],
        ["aws_security_group.web", "sg-01"],
        ["aws_subnet.private_a", "subnet-02"],
        ["aws_subnet.public_a", "subnet-01"],
        ["aws_vpc.main", "vpc-0a"],
        ["aws_vpc_security_group_ingress_rule.web_https_ipv4", "sgr-01"],
      ]),
    );
  });

  test("a tag that says private or public of the wrong thing is not believed; the comment beside says it", () => {
    const subnets = [subnet("subnet-01", "shop-private-a", "a", 0), subnet("subnet-02", "Public", "a", 1)];
    const it = written(inventoryWith({ subnets }));
    expect(tiersOf(it).map(({ name, internet }) => [name, internet])).toEqual([
      ["private", "egress-only"],
      ["shop-public", "public"],
    ]);
    expect(it.text).toContain("    shop-public: # shop-private-a (subnet-01)\n");
    expect(it.text).toContain("    private: # Public (subnet-02)\n");
  });

  test("a NAT gateway in each zone makes one tier of the zones' tables", () => {
    const it = written(
      inventoryWith({
        subnets: [
          subnet("subnet-01", "Public A", "a", 0),
          subnet("subnet-02", "Public B", "b", 1),
          subnet("subnet-03", "App A", "a", 2),
          subnet("subnet-04", "App B", "b", 3),
        ],
        routeTables: [
          table("rtb-01", ["subnet-01", "subnet-02"], [["0.0.0.0/0", "igw-01"]]),
          table("rtb-03", ["subnet-03"], [["0.0.0.0/0", "nat-0a"]]),
          table("rtb-04", ["subnet-04"], [["0.0.0.0/0", "nat-0b"]]),
        ],
        natGateways: [nat("nat-0a", "subnet-01"), nat("nat-0b", "subnet-02")],
      }),
    );
    expect(tiersOf(it).map(({ name }) => name)).toEqual(["app", "public"]);
    expect(Object.fromEntries(it.imports)).toMatchObject({
      "aws_nat_gateway.nat_a": "nat-0a",
      "aws_nat_gateway.nat_b": "nat-0b",
      "aws_eip.nat_b": "eipalloc-0b",
      "aws_route_table.app_a": "rtb-03",
      "aws_route_table.app_b": "rtb-04",
      "aws_route.app_b_default-ipv4": "rtb-04_0.0.0.0/0",
    });
  });

  test("tables of their own keep subnets of one name apart", () => {
    const it = written(
      inventoryWith({
        subnets: [subnet("subnet-01", "Data A", "a", 0), subnet("subnet-02", "Data B", "b", 1)],
        routeTables: [table("rtb-01", ["subnet-01"], []), table("rtb-02", ["subnet-02"], [])],
        natGateways: [],
        internetGateways: [],
      }),
    );
    expect(tiersOf(it)).toEqual([
      { name: "data-a", internet: "none", natGateway: null, subnets: ["data-a_a"] },
      { name: "data-b", internet: "none", natGateway: null, subnets: ["data-b_b"] },
    ]);
  });

  test("subnets of one name in several blocks are a tier for each block, in the order of the blocks", () => {
    const inBlock = (id: string, letter: string, ipv4Cidr: string) => ({
      ...subnet(id, `App ${letter}`, letter, 0),
      ipv4Cidr,
    });
    const base = inventoryWith();
    const blocks = ["10.3.0.0/16", "10.13.0.0/16"].map((block, index) => ({
      cidr: block,
      associationId: index === 0 ? null : "vpc-cidr-assoc-02",
    }));
    const it = written({
      ...base,
      vpc: { ...base.vpc, ipv4Blocks: blocks },
      subnets: [
        inBlock("subnet-01", "a", "10.13.0.0/24"),
        inBlock("subnet-02", "a", "10.3.0.0/24"),
        inBlock("subnet-03", "b", "10.3.1.0/24"),
        inBlock("subnet-04", "c", "10.13.2.0/24"),
      ],
      natGateways: [],
      routeTables: [table("rtb-00", [], [])],
      internetGateways: [],
    });
    expect(tiersOf(it).map(({ name, subnets }) => [name, subnets])).toEqual([
      ["app", ["app_a", "app_b"]],
      ["app-2", ["app-2_a", "app-2_c"]],
    ]);
    expect(it.text).toContain("ipv4Block: block-2\n      ipv4Cidrs: { a: 10.13.0.0/24, c: 10.13.2.0/24 }");
  });

  test("of tiers as wide as each other, the one that its name names keeps the table", () => {
    const it = written(
      inventoryWith({
        subnets: [
          subnet("subnet-01", "net-data-eu-west-1a", "a", 0),
          subnet("subnet-02", "net-private-eu-west-1a", "a", 1),
        ],
        routeTables: [{ ...table("rtb-00", [], [["10.9.0.0/16", "tgw-01"]]), name: "net-private" }],
        natGateways: [],
        internetGateways: [],
      }),
    );
    expect(it.imports.get("aws_route_table.net-private")).toBe("rtb-00");
  });

  test("tiers of one table share it, and none stands in a zone where it had no subnet", () => {
    const it = written(
      inventoryWith({
        subnets: [
          subnet("subnet-01", "App A", "a", 0),
          subnet("subnet-02", "App B", "b", 1),
          subnet("subnet-03", "Data B", "b", 2),
        ],
        routeTables: [table("rtb-00", [], [["10.9.0.0/16", "tgw-01"]])],
        natGateways: [],
        internetGateways: [],
      }),
    );
    expect(tiersOf(it).map(({ subnets }) => subnets)).toEqual([["app_a", "app_b"], ["data_b"]]);
    expect(it.imports.get("aws_route_table.app")).toBe("rtb-00");
    expect(it.imports.get("aws_route.app_to-10-9-0-0-16")).toBe("rtb-00_10.9.0.0/16");
    expect(it.imports.has("aws_route_table_association.data_b")).toBe(false);
    expect(it.text).toContain("# data_b uses the VPC's main route table by default");
    expect(it.text).toContain("# app_a and app_b use the VPC's main route table by default");
    expect(it.text).toContain("# TODO: routes for IPv4 alone. Which IPv6 block is behind this?");
  });

  test("what a tier cannot be is left out and said", () => {
    const it = written(
      inventoryWith({
        subnets: [
          subnet("subnet-01", "Public", "a", 0),
          subnet("subnet-02", "Private", "a", 1),
          { ...subnet("subnet-03", "Local zone", "a", 2), zone: "eu-west-1-lhr-1a" },
          { ...subnet("subnet-04", "New", "a", 3), ipv4Cidr: null, ipv6Cidr: "2001:db8::/64" },
        ],
        others: [{ kind: "VPC peering connection", id: "pcx-01", detail: "to\nelsewhere" }],
      }),
    );
    expect(it.unplaced.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "VPC peering connection pcx-01",
      "subnet subnet-03",
      "subnet subnet-04",
    ]);
    expect(it.text).toContain("#   VPC peering connection pcx-01: to elsewhere\n");
  });

  test("IPv6 blocks are kept, by a slot or by number; what is no /64 of the VPC makes the subnet a reference", () => {
    const ipv6 = { cidr: "2001:db8:0:5600::/56", associationId: "vpc-cidr-assoc-01", pool: "Amazon" };
    const base = inventoryWith();
    const at = (block: string) =>
      base.subnets.map((one, index) => (index === 0 ? { ...one, ipv6Cidr: block } : one));
    const vpc = { ...base.vpc, ipv6Blocks: [ipv6] };
    const kept = written({ ...base, vpc, subnets: at("2001:db8:0:5630::/64") });
    expect(kept.network.tiers.map(({ name, slot }) => [name, slot])).toEqual([
      ["private", 0],
      ["public", 3],
    ]);
    const blocks = kept.network.tiers.flatMap(({ subnets }) => subnets.map((one) => one.ipv6?.number));
    expect(blocks).toEqual([0, 0x30]);
    const odd = written({ ...base, vpc, subnets: at("2001:db8:0:5631::/64") });
    expect(odd.text).toContain("      ipv6Numbers: { a: 49 }\n");
    expect(odd.text).not.toContain("aws_subnet.public_a: subnet-01\n    reference");
    expect(
      odd.network.tiers.flatMap(({ subnets }) => subnets.map(({ id, ipv6 }) => [id, ipv6?.number])),
    ).toContainEqual(["public_a", 0x31]);
    const elsewhere = writtenText({ ...base, vpc, subnets: at("2001:db8:0:5600:1::/80") });
    expect(elsewhere).toMatch(/reference:\n\s+aws_subnet\.public_a: subnet-01/);
  });
});

function writtenText(inventory: Parameters<typeof written>[0]): string {
  return written(inventory).text;
}
