// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { REFERENCING } from "../support/existing-blueprint.ts";
import { at } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { schemaProblems } from "../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

const JSON_OF_GUEST = stackJson(networkFrom(REFERENCING));
const all = addressesIn(JSON_OF_GUEST);
const withAddress = (type: string) => all.filter((address) => address.startsWith(`${type}.`));

/** The blueprint with more lines in `existing`. */
function stackWith(section: "import" | "reference", line: string) {
  const text =
    section === "reference"
      ? REFERENCING.replace("      reference:\n", `      reference:\n        ${line}\n`)
      : REFERENCING.replace("      reference:\n", `      import:\n        ${line}\n      reference:\n`);
  return stackJson(networkFrom(text));
}

test("the stack is what the provider accepts", () => {
  expect(schemaProblems(JSON_OF_GUEST)).toEqual([]);
});

describe("a VPC managed outside this stack", () => {
  test("is not in the stack; its IPv6 block is an association, and all blocks are cut from that", () => {
    expect(withAddress("aws_vpc")).toEqual([]);
    expect(resourceIn(JSON_OF_GUEST, "aws_vpc_ipv6_cidr_block_association.main")).toEqual({
      assign_generated_ipv6_cidr_block: true,
      vpc_id: "vpc-0b1",
    });
    expect(resourceIn(JSON_OF_GUEST, "aws_subnet.app_a")).toMatchObject({
      vpc_id: "vpc-0b1",
      // Not the data source's: on the first apply it is read before the block is there.
      ipv6_cidr_block: "${cidrsubnet(aws_vpc_ipv6_cidr_block_association.main.ipv6_cidr_block, 8, 16)}",
    });
  });

  test("is asked for only where something needs what its id does not say", () => {
    expect(at(JSON_OF_GUEST, "output", "vpc", "value")).toBe("${data.aws_vpc.main.arn}");
    const withoutOutputs = stackJson(networkFrom(REFERENCING.split("outputs:")[0] ?? ""));
    expect(at(withoutOutputs, "data", "aws_vpc")).toBeUndefined();
    expect(at(withoutOutputs, "data", "aws_nat_gateway")).toBeUndefined();
  });

  test("an additional IPv4 block is its owner's", () => {
    const text = REFERENCING.replace(
      "    existing:\n",
      "    additionalIpv4Cidrs: { more: { cidr: 10.1.0.0/16 } }\n    existing:\n",
    );
    expect(addressesIn(stackJson(networkFrom(text)))).not.toContain(
      "aws_vpc_ipv4_cidr_block_association.more",
    );
  });
});

describe("a subnet managed outside this stack", () => {
  test("is a data source where its blocks are needed, an id elsewhere", () => {
    expect(withAddress("aws_subnet")).toEqual(["aws_subnet.app_a"]);
    expect(
      resourceIn(JSON_OF_GUEST, "aws_vpc_security_group_ingress_rule.app_near_public_a_ipv6"),
    ).toMatchObject({ cidr_ipv6: "${data.aws_subnet.public_a.ipv6_cidr_block}" });
    expect(at(JSON_OF_GUEST, "data", "aws_subnet")).toEqual({ public_a: { id: "subnet-0b1" } });
  });

  test("keeps its route table", () => {
    expect(withAddress("aws_route_table_association")).toEqual(["aws_route_table_association.app_a"]);
  });
});

describe("gateways managed outside this stack", () => {
  test("are named by their ids, and nothing waits for them", () => {
    expect(all.filter((address) => /gateway\.|aws_eip\./.test(address))).toEqual([]);
    expect(resourceIn(JSON_OF_GUEST, "aws_route.public_default-ipv6")["gateway_id"]).toBe("igw-0b1");
    expect(resourceIn(JSON_OF_GUEST, "aws_route.app_default-ipv6")["egress_only_gateway_id"]).toBe(
      "eigw-0b1",
    );
    expect(resourceIn(JSON_OF_GUEST, "aws_route.app_default-ipv4")["nat_gateway_id"]).toBe("nat-0b1");
    expect(at(JSON_OF_GUEST, "output", "nat", "value")).toEqual(["${data.aws_nat_gateway.main.public_ip}"]);
  });

  test("a new NAT gateway waits for no internet gateway that was there before", () => {
    const text = REFERENCING.replace(/ +aws_nat_gateway\.main: .*\n/, "");
    const json = stackJson(networkFrom(text));
    expect(resourceIn(json, "aws_nat_gateway.main")).toEqual({
      allocation_id: "${aws_eip.main.id}",
      subnet_id: "subnet-0b1",
      tags: { Name: "guest-main" },
    });
  });
});

describe("a route table managed outside this stack", () => {
  test("gets IPv6 routes, and no others", () => {
    expect(withAddress("aws_route").filter((address) => address.includes("public"))).toEqual([
      "aws_route.public_default-ipv6",
    ]);
    expect(resourceIn(JSON_OF_GUEST, "aws_route.public_default-ipv6")["route_table_id"]).toBe("rtb-0b1");
  });

  test("an IPv4 route of it that was imported is kept", () => {
    const json = stackWith("import", "aws_route.public_default-ipv4: rtb-0b1_0.0.0.0/0");
    expect(addressesIn(json)).toContain("aws_route.public_default-ipv4");
  });

  test("new subnets may use it", () => {
    const json = stackWith("reference", "aws_route_table.app: rtb-0b2");
    expect(resourceIn(json, "aws_route_table_association.app_a")).toEqual({
      route_table_id: "rtb-0b2",
      subnet_id: "${aws_subnet.app_a.id}",
      depends_on: ["aws_route.app_default-ipv6"],
    });
  });

  test("an imported subnet has its association with it already", () => {
    const text = REFERENCING.replace(
      "      reference:\n",
      "      import: { aws_subnet.app_a: subnet-0b2 }\n      reference:\n        aws_route_table.app: rtb-0b2\n",
    );
    expect(addressesIn(stackJson(networkFrom(text)))).not.toContain("aws_route_table_association.app_a");
  });
});

describe("a network ACL managed outside this stack", () => {
  test("gets IPv6 entries alone, and no subnet", () => {
    expect(withAddress("aws_network_acl")).toEqual([]);
    expect(withAddress("aws_network_acl_rule")).toEqual([
      "aws_network_acl_rule.shared_egress_all6",
      "aws_network_acl_rule.shared_ingress_all6",
    ]);
    expect(resourceIn(JSON_OF_GUEST, "aws_network_acl_rule.shared_egress_all6")).toMatchObject({
      network_acl_id: "acl-0b1",
      ipv6_cidr_block: "${aws_vpc_ipv6_cidr_block_association.main.ipv6_cidr_block}",
    });
  });
});

describe("a security group managed outside this stack", () => {
  const rules = all.filter((address) => /_rule\.shared_/.test(address));

  test("gets the rules that are for IPv6 alone", () => {
    expect(rules).toEqual([
      "aws_network_acl_rule.shared_egress_all6",
      "aws_network_acl_rule.shared_ingress_all6",
      "aws_vpc_security_group_egress_rule.shared_default_ipv6",
      "aws_vpc_security_group_ingress_rule.shared_http_ipv6",
      "aws_vpc_security_group_ingress_rule.shared_ping_ipv6",
    ]);
    expect(withAddress("aws_security_group")).toEqual(["aws_security_group.app"]);
  });

  test("is named by its id in other groups' rules and by hosts", () => {
    expect(resourceIn(JSON_OF_GUEST, "aws_vpc_security_group_ingress_rule.app_shared")).toMatchObject({
      referenced_security_group_id: "sg-0b1",
    });
    expect(resourceIn(JSON_OF_GUEST, "aws_instance.app")["vpc_security_group_ids"]).toEqual([
      "${aws_security_group.app.id}",
      "sg-0b1",
    ]);
  });

  test("a rule of it that was imported is kept", () => {
    const json = stackWith("import", "aws_vpc_security_group_ingress_rule.shared_http_ipv4: sgr-0b1");
    expect(json["import"]).toEqual([
      { to: "aws_vpc_security_group_ingress_rule.shared_http_ipv4", id: "sgr-0b1" },
    ]);
  });

  test("while it migrates, the rule that AWS may have added to it is looked for", () => {
    const migrating = stackJson(networkFrom(`${REFERENCING}migration: { stage: security }\n`));
    expect(migrating["import"]).toMatchObject([
      { to: "aws_vpc_security_group_egress_rule.shared_default_ipv6" },
    ]);
    expect(at(migrating, "data", "aws_vpc_security_group_rules", "shared", "filter")).toEqual([
      { name: "group-id", values: ["sg-0b1"] },
    ]);
  });
});

describe("subnets managed outside this stack whose route table is not named", () => {
  const tablesOf = (tier: string, more = "") =>
    addressesIn(
      stackJson(
        networkFrom(`apiVersion: hextet/v1
name: guest
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    existing: { id: vpc-0123abc, reference: { aws_subnet.theirs_a: subnet-0123abc } }
  availabilityZones: [a]
  subnets:
    ours: { addressing: ipv4-only, slot: 0 }
    theirs: { ${tier}, slot: 1 }
${more}`),
      ),
    ).filter((address) => address.startsWith("aws_route_table."));

  test("have no table made for them", () => {
    expect(tablesOf("addressing: ipv4-only")).toEqual(["aws_route_table.ours"]);
  });

  test("have one where something is to be put into it, which a warning is about", () => {
    expect(tablesOf("addressing: dual-stack, internet: egress-only")).toContain("aws_route_table.theirs");
    const endpoint =
      "  vpcEndpoints: { s3: { service: s3, type: { gateway: { routeTables: [theirs] } } } }\n";
    expect(tablesOf("addressing: ipv4-only", endpoint)).toContain("aws_route_table.theirs");
  });
});

describe("an Elastic IP whose tier has no route to the internet gateway in the blueprint", () => {
  const withElasticIp = (vpc: string, tier: string, routes = "") =>
    stackJson(
      networkFrom(`apiVersion: hextet/v1
name: guest
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16${vpc} }
  availabilityZones: [a]
  subnets: { app: { ${tier}, slot: 0 } }
${routes}compute: { instances: { web: { instanceType: t4g.small, subnet: app, elasticIp: true } } }
`),
    );

  test("waits for the internet gateway that it needs", () => {
    const inspected =
      "  routes: { app: { all: { destination: 0.0.0.0/0, target: { networkInterfaceId: eni-0123456789abcdef0 } } } }\n";
    const json = withElasticIp("", "addressing: dual-stack", inspected);
    expect(addressesIn(json)).toContain("aws_internet_gateway.main");
    expect(resourceIn(json, "aws_eip.web_instance")["depends_on"]).toEqual(["aws_internet_gateway.main"]);
  });

  test("waits for none where the VPC, and its routes, are managed outside this stack", () => {
    const vpc = ", existing: { id: vpc-0123abc, reference: { aws_subnet.app_a: subnet-0123abc } }";
    const json = withElasticIp(vpc, "addressing: ipv4-only");
    expect(addressesIn(json)).not.toContain("aws_internet_gateway.main");
    expect(resourceIn(json, "aws_eip.web_instance")).not.toHaveProperty("depends_on");
  });
});
