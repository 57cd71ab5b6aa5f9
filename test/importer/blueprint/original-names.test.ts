import { describe, expect, test } from "vitest";
import { group, inventoryWith, nat, rule, subnet, table, written } from "../../support/inventory.ts";

const TABLES = [table("rtb-01", ["subnet-01", "subnet-02", "subnet-03"], [["0.0.0.0/0", "igw-01"]])];

/** The comments beside names, by name. */
function namesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^ *([\w-]+):(?: [\w-]+)? # (.*)$/gm)].map(([, key = "", words = ""]) => [key, words]),
  );
}

describe("a comment beside a name gives the name in AWS and the id", () => {
  test("once for subnets of one name, for each of several, and for what has none", () => {
    const subnets = [
      subnet("subnet-01", "DMZ Öffentlich", "a", 0),
      subnet("subnet-02", "DMZ Öffentlich", "b", 1),
      subnet("subnet-03", null, "c", 2),
    ];
    const securityGroups = [
      group("sg-01", "Web (neu)", [rule("sgr-01", "tcp", 443, { kind: "cidr", cidr: "0.0.0.0/0" })]),
    ];
    const natGateways = [nat("nat-01", "subnet-01", "NAT")];
    const { text } = written(inventoryWith({ subnets, routeTables: TABLES, securityGroups, natGateways }));
    expect(namesIn(text)).toEqual({
      name: "Shop (vpc-0a)",
      "dmz-oeffentlich": "DMZ Öffentlich (subnet-01, subnet-02)",
      public: "without a name (subnet-03)",
      nat: "NAT (nat-01)",
      "web-neu": "Web (neu) (sg-01)",
    });
  });

  test("not where the names are the same", () => {
    const subnets = [subnet("subnet-01", "dmz", "a", 0)];
    const securityGroups = [group("sg-01", "web", [])];
    const inventory = inventoryWith({ subnets, routeTables: TABLES, securityGroups, natGateways: [] });
    expect(namesIn(written({ ...inventory, vpc: { ...inventory.vpc, name: "shop" } }).text)).toEqual({});
  });

  test("on one line without a character that moves the reader, and cut", () => {
    const hostile = `a\u202Eb\u0000\n# c: "${"ö".repeat(80)}`;
    const { text } = written(
      inventoryWith({
        subnets: [subnet("subnet-01", hostile, "a", 0)],
        routeTables: TABLES,
        natGateways: [],
      }),
    );
    expect(text).toContain(`# a b # c: "${"ö".repeat(50)}… (subnet-01)\n`);
    expect(text).not.toMatch(/[\p{Cf}\0]/u);
  });
});
