import { describe, expect, it } from "vitest";
import { importIds } from "../../../src/aws/import-ids.ts";
import {
  importableAddresses,
  referenceableAddresses,
} from "../../../src/model/migration/importable/importable.ts";
import { networkFrom, describe as told, tryNetworkFrom } from "../../support/network.ts";

/** A VPC of which some is there; `existing` is indented by four. */
function textWith(existing: string, rest = ""): string {
  return `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    existing:
      id: vpc-0123abc
${existing}
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: egress-only, slot: 0 } }
${rest}`;
}

describe("what is there before", () => {
  it("is nothing, and nothing is under way, unless the author says so", () => {
    const network = networkFrom(textWith("").replace(/ {4}existing:\n.*\n/, ""));
    expect(network).toMatchObject({ existing: null, migration: null });
  });

  it("is sorted by address, with the VPC among the imports", () => {
    const { existing, migration } = networkFrom(
      textWith("      import: { aws_subnet.app_a: subnet-0a, aws_route_table.app: rtb-0a }"),
    );
    expect(migration).toBeNull();
    expect(existing).toMatchObject({ vpcId: "vpc-0123abc", references: [] });
    expect(existing?.imports.map(({ address, id, path }) => [address, id, path.slice(3)])).toEqual([
      ["aws_route_table.app", "rtb-0a", ["import", "aws_route_table.app"]],
      ["aws_subnet.app_a", "subnet-0a", ["import", "aws_subnet.app_a"]],
      ["aws_vpc.main", "vpc-0123abc", ["id"]],
    ]);
  });

  it("may be a VPC managed outside this stack", () => {
    const { existing } = networkFrom(
      textWith("      management: reference\n      import: { aws_subnet.app_a: subnet-0a }"),
    );
    expect(existing?.imports.map(({ address }) => address)).toEqual(["aws_subnet.app_a"]);
    expect(existing?.references.map(({ address }) => address)).toEqual(["aws_vpc.main"]);
  });

  it("names the VPC once, and by Terraform addresses alone", () => {
    const { diagnostics } = tryNetworkFrom(textWith("      reference: { aws_vpc.main: vpc-0123abc }"));
    expect(diagnostics.map(told)).toEqual([
      'model/reserved-name at network.vpc.existing.reference["aws_vpc.main"]: "aws_vpc.main" is the VPC itself, which network.vpc.existing.id names (remove this line)',
    ]);
    const { diagnostics: bad } = tryNetworkFrom(
      textWith('      import: { "aws_subnet.app_a${x}": subnet-0a }'),
    );
    expect(bad.map(({ rule }) => rule)).toEqual(["schema/bad-name"]);
  });
});

describe("a migration", () => {
  it("knows its stage and the types before, by instances that the blueprint has", () => {
    const instances = "compute: { instances: { web: { subnet: app, instanceType: t3.small } } }\n";
    const migration =
      "migration: { stage: routes, before: { instanceTypes: { webb: t2.small, web: t2.small } } }\n";
    const { diagnostics } = tryNetworkFrom(textWith("", instances + migration));
    expect(diagnostics.map(told)).toEqual([
      'model/unknown-name at migration.before.instanceTypes.webb: unknown instance "webb" in migration.before.instanceTypes.webb (did you mean "web"?)',
    ]);
    const network = networkFrom(textWith("", instances + migration.replace("webb: t2.small, ", "")));
    expect(network.migration).toEqual({
      path: ["migration"],
      stage: "routes",
      reached: null,
      instanceTypesBefore: [
        { path: ["migration", "before", "instanceTypes", "web"], instance: "web", instanceType: "t2.small" },
      ],
    });
  });

  it("gives imported instances their addresses by count, for AWS gives them none by their subnet", () => {
    const { compute } = networkFrom(
      textWith(
        "      import: { aws_instance.web: i-0a, aws_instance.two: i-0b, aws_instance.fixed: i-0c }",
        `compute:
  instances:
    web: { subnet: app, instanceType: t3.small }
    two: { subnet: app, instanceType: t3.small, ipv6AddressCount: 2 }
    fixed: { subnet: app, instanceType: t3.small, ipv6Addresses: ["::9"] }
    new: { subnet: app, instanceType: t3.small }
`,
      ),
    );
    expect(compute.instances.map(({ name, host }) => [name, host.ipv6AddressCount])).toEqual([
      ["fixed", null],
      ["new", null],
      ["two", 2],
      ["web", 1],
    ]);
  });
});

describe("what can be imported", () => {
  const network = networkFrom(
    textWith(
      "",
      `  securityGroups: { web: {} }
compute: { instances: { web: { subnet: app, instanceType: t3.small, elasticIp: true } } }
`,
    ),
  );

  it("is what the stack has, by types whose ids are known", () => {
    const addresses = importableAddresses(network);
    expect(addresses).toEqual([
      "aws_egress_only_internet_gateway.main",
      "aws_eip.web_instance",
      "aws_eip_association.web",
      "aws_instance.web",
      "aws_route.app_default-ipv6",
      "aws_route_table.app",
      "aws_route_table_association.app_a",
      "aws_security_group.web",
      "aws_subnet.app_a",
      "aws_vpc_security_group_egress_rule.web_default_ipv4",
      "aws_vpc_security_group_egress_rule.web_default_ipv6",
    ]);
    const types = addresses.map((address) => address.slice(0, address.indexOf(".")));
    expect(types.filter((type) => !Object.hasOwn(importIds, type))).toEqual([]);
  });

  it("can stay managed outside this stack where additions can be made to it", () => {
    expect(referenceableAddresses(network)).toEqual([
      "aws_egress_only_internet_gateway.main",
      "aws_route_table.app",
      "aws_security_group.web",
      "aws_subnet.app_a",
    ]);
  });

  it("goes by ids of which the examples are some", () => {
    for (const { pattern, example } of Object.values(importIds)) expect(example).toMatch(pattern);
  });
});
