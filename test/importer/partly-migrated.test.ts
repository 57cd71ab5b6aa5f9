import { describe, expect, test } from "vitest";
import type { FoundSubnet } from "../../src/importer/types/inventory.ts";
import { atStage } from "../../src/model/migration/at-stage.ts";
import { compile } from "../../src/pipeline.ts";
import { inventoryWith, subnet, table, written } from "../support/inventory.ts";
import { resourceIn, stackJson } from "../support/synth-json.ts";

const IPV6 = { cidr: "2001:db8:0:100::/56", associationId: "vpc-cidr-assoc-01", pool: "Amazon" };
const base = inventoryWith();

/** The plain network with IPv6 in its VPC, and these subnets and tables. */
function partly(more: Partial<typeof base>) {
  return written(inventoryWith({ vpc: { ...base.vpc, ipv6Blocks: [IPV6] }, ...more }));
}

function withIpv6(number: number, more: Partial<FoundSubnet> = {}): Partial<FoundSubnet> {
  return { ipv6Cidr: `2001:db8:0:1${number.toString(16).padStart(2, "0")}::/64`, ...more };
}

/** The stack that the first apply makes, at the stage that the importer wrote. */
function firstStack({ network }: ReturnType<typeof written>) {
  return stackJson(atStage(network, network.migration?.stage ?? "import"));
}

const rulesOf = (text: string) =>
  compile([{ file: "it.yaml", text }], "2026-11-21").findings.map(({ rule, severity }) => [rule, severity]);

describe("a partly migrated VPC is taken over as it is", () => {
  test("with DNS64 and no NAT64 behind it, whichever stage it has reached", () => {
    const subnets = (more: Partial<FoundSubnet>) => [
      { ...subnet("subnet-01", "Public", "a", 0), ...withIpv6(0, more) },
      { ...subnet("subnet-02", "Private", "a", 1), ...withIpv6(1, more) },
    ];
    for (const [stage, more] of [
      ["subnet-address-blocks", { enableDns64: true }],
      ["instance-addresses", { enableDns64: true, assignIpv6AddressOnCreation: true }],
    ] as const) {
      const it = partly({ subnets: subnets(more) });
      expect(it.network.migration?.reached).toBe(stage);
      const stack = firstStack(it);
      for (const id of ["public_a", "private_a"])
        expect(resourceIn(stack, `aws_subnet.${id}`)).toMatchObject({ enable_dns64: true });
      expect(rulesOf(it.text)).toEqual([
        ["existing-dns64-without-nat64-route", "warning"],
        ["existing-dns64-without-nat64-route", "warning"],
      ]);
    }
  });

  test("with subnets that hand out no address beside others that do", () => {
    const it = partly({
      subnets: [
        { ...subnet("subnet-01", "Public", "a", 0), ...withIpv6(0, { assignIpv6AddressOnCreation: true }) },
        { ...subnet("subnet-02", "Private", "a", 1), ...withIpv6(3) },
      ],
    });
    const stack = firstStack(it);
    expect(resourceIn(stack, "aws_subnet.public_a")).toMatchObject({ assign_ipv6_address_on_creation: true });
    expect(resourceIn(stack, "aws_subnet.private_a")["assign_ipv6_address_on_creation"]).toBeUndefined();
    expect(it.text).toMatch(
      /# As it is today: these subnets have IPv6 .*\n(?: +# .*\n)* +assignIpv6AddressOnCreation: false\n/,
    );
  });

  test("with host names that have AAAA records", () => {
    const it = partly({
      subnets: [
        {
          ...subnet("subnet-01", "Public", "a", 0),
          ...withIpv6(0, { enableResourceNameDnsAaaaRecordOnLaunch: true }),
        },
      ],
      routeTables: [table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]])],
      natGateways: [],
    });
    expect(resourceIn(firstStack(it), "aws_subnet.public_a")).toMatchObject({
      enable_resource_name_dns_aaaa_record_on_launch: true,
    });
  });

  test("with endpoints that answer over IPv6, also where nothing else of that stage is", () => {
    const endpoint = (id: string, type: string, ipAddressType: string) => ({
      id,
      name: null,
      serviceName: `com.amazonaws.eu-west-1.${type === "Gateway" ? "s3" : "sqs"}`,
      type,
      subnetIds: type === "Gateway" ? [] : ["subnet-02"],
      routeTableIds: type === "Gateway" ? ["rtb-02"] : [],
      securityGroupIds: type === "Gateway" ? [] : ["sg-01"],
      privateDnsEnabled: type !== "Gateway",
      ipAddressType,
    });
    const it = partly({
      subnets: [
        { ...subnet("subnet-01", "Public", "a", 0), ...withIpv6(0) },
        { ...subnet("subnet-02", "Private", "a", 1), ...withIpv6(16) },
      ],
      vpcEndpoints: [endpoint("vpce-01", "Interface", "dualstack"), endpoint("vpce-02", "Gateway", "ipv4")],
    });
    expect(it.network.migration?.reached).toBe("load-balancers");
    expect(it.text).toMatch(/sqs: .*\n(.+\n)+? +ipAddressType: dualstack\n/);
    const stack = firstStack(it);
    // What has it keeps it, and of what has none Terraform is told to let it be until its stage.
    const sqs = resourceIn(stack, "aws_vpc_endpoint.sqs");
    expect(sqs).toMatchObject({ ip_address_type: "dualstack" });
    expect(sqs["lifecycle"]).toMatchObject({
      ignore_changes: expect.arrayContaining(["dns_options", "ip_address_type"]),
    });
    expect(rulesOf(it.text).filter(([, severity]) => severity === "error")).toEqual([]);
  });
});

describe("more tiers than slots", () => {
  /** Tiers of a subnet in one of three zones each. */
  const many = (count: number) => {
    const subnets = Array.from({ length: count }, (_, index) => {
      const letter = "abc".charAt(index % 3);
      const name = `${"klmnopqrst".charAt(Math.floor(index / 10))}x${"klmnopqrst".charAt(index % 10)}`;
      const cidr = `10.0.${Math.floor(index / 2)}.${(index % 2) * 128}/25`;
      return { ...subnet(`subnet-${index + 10}`, name, letter, 0), ipv4Cidr: cidr };
    });
    return written(
      inventoryWith({
        subnets,
        routeTables: [table("rtb-01", [], [["0.0.0.0/0", "igw-01"]])],
        natGateways: [],
      }),
    );
  };

  test("take numbers that the slots of others hold for zones which nobody uses", () => {
    const { network, text } = many(70);
    expect(text).toContain("  addressPlan: { zonesPerTier: 4 }\n");
    const numbers = network.tiers.flatMap(({ subnets }) => subnets.map(({ ipv6 }) => ipv6?.number ?? -1));
    expect(new Set(numbers).size).toBe(70);
    expect(numbers.filter((number) => number % 4 === 3)).toEqual([3, 7, 11, 15, 19, 23]);
  });

  test("stay for IPv4 alone where the VPC has no /64 left, and the blueprint says what to do", () => {
    const block = { ...IPV6, cidr: "2001:db8:0:100::/62" };
    const five = ["k", "l", "m", "n", "o"].map((name, index) => subnet(`subnet-1${index}`, name, "a", index));
    const it = partly({
      vpc: { ...base.vpc, ipv6Blocks: [block] },
      subnets: five,
      routeTables: [table("rtb-01", [], [["0.0.0.0/0", "igw-01"]])],
      natGateways: [],
    });
    const numbers = it.network.tiers.map(({ subnets }) => subnets[0]?.ipv6?.number ?? null);
    expect(numbers).toEqual([0, 2, 1, 3, null]);
    expect(it.network.tiers.map(({ addressing }) => addressing).at(-1)).toBe("ipv4-only");
    expect(it.text).toContain("# TODO: the VPC's IPv6 block has no /64 left for these subnets");
  });
});

describe("tiers as a person would draw them", () => {
  test("subnets whose names differ in the place alone are one tier of two zones", () => {
    const names = ["app-public-euw1a", "app-public-euw1b", "Private Subnet One", "Private Subnet Two"];
    const subnets = names.map((name, index) =>
      subnet(`subnet-0${index}`, name, "ab".charAt(index % 2), index),
    );
    const routeTables = [table("rtb-01", [], [["0.0.0.0/0", "igw-01"]])];
    const { network } = written(inventoryWith({ subnets, routeTables, natGateways: [] }));
    expect(network.tiers.map(({ name, subnets: own }) => [name, own.map(({ zone }) => zone.letter)])).toEqual(
      [
        ["app-public", ["a", "b"]],
        // Its default route leads to the internet gateway, whatever its tag says.
        ["public", ["a", "b"]],
      ],
    );
  });

  test("an endpoint in two tiers of one zone each has one subnet in each zone", () => {
    const it = written(
      inventoryWith({
        subnets: [subnet("subnet-01", "First", "a", 0), subnet("subnet-02", "Second", "b", 1)],
        routeTables: [table("rtb-01", ["subnet-01"], []), table("rtb-02", ["subnet-02"], [])],
        natGateways: [],
        internetGateways: [],
        vpcEndpoints: [
          {
            id: "vpce-01",
            name: null,
            serviceName: "com.amazonaws.eu-west-1.sqs",
            type: "Interface",
            subnetIds: ["subnet-01", "subnet-02"],
            routeTableIds: [],
            securityGroupIds: ["sg-01"],
            privateDnsEnabled: true,
            ipAddressType: "ipv4",
          },
        ],
      }),
    );
    expect(it.network.vpcEndpoints[0]?.tiers).toEqual(["first", "second"]);
    expect(it.imports.get("aws_vpc_endpoint.sqs")).toBe("vpce-01");
  });
});
