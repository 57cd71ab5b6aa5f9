// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { Ipv6Block, Ipv6Source, Vpc } from "../../../src/model/types/subnets.ts";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { cidr, sampleNetwork } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function block(source: Ipv6Source, ownedByVpc: boolean, id = "main"): Ipv6Block {
  return { id, path: [], source, length: 56, ownedByVpc };
}

function stackWith(vpc: Partial<Vpc>, others: Parameters<typeof sampleNetwork>[0] = {}) {
  const json = stackJson(sampleNetwork({ vpc: { ...sampleNetwork().vpc, ...vpc }, ...others }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const BYOIP: Ipv6Source = { kind: "byoip", poolId: "ipv6pool-ec2-1", cidr: cidr("2001:db8:ab00::/56") };
const AMAZON: Ipv6Source = { kind: "amazon-provided", networkBorderGroup: null };
const IPAM: Ipv6Source = {
  kind: "ipam",
  pool: { kind: "id", id: "ipam-pool-1" },
  netmaskLength: 56,
  cidr: null,
};

describe("aws_vpc.main", () => {
  test("asks Amazon for its IPv6 block", () => {
    const vpc = resourceIn(stackWith({ ipv6: block(AMAZON, true) }), "aws_vpc.main");
    expect(vpc).toEqual({
      assign_generated_ipv6_cidr_block: true,
      cidr_block: "10.20.0.0/16",
      enable_dns_hostnames: true,
      enable_dns_support: true,
      instance_tenancy: "default",
      tags: { Name: "sample" },
    });
  });

  test("asks for it in a network border group", () => {
    const source: Ipv6Source = { kind: "amazon-provided", networkBorderGroup: "eu-west-1-dub-1" };
    const vpc = resourceIn(stackWith({ ipv6: block(source, true) }), "aws_vpc.main");
    expect(vpc["ipv6_cidr_block_network_border_group"]).toBe("eu-west-1-dub-1");
  });

  test("takes its IPv6 block from an IPAM pool, by length or by block", () => {
    const byLength = resourceIn(stackWith({ ipv6: block(IPAM, true) }), "aws_vpc.main");
    expect(byLength).toMatchObject({ ipv6_ipam_pool_id: "ipam-pool-1", ipv6_netmask_length: 56 });
    expect(byLength).not.toHaveProperty("ipv6_cidr_block");
    const source: Ipv6Source = { ...IPAM, netmaskLength: null, cidr: cidr("2001:DB8:0::/56") };
    const byBlock = resourceIn(stackWith({ ipv6: block(source, true) }), "aws_vpc.main");
    expect(byBlock).toMatchObject({ ipv6_ipam_pool_id: "ipam-pool-1", ipv6_cidr_block: "2001:db8::/56" });
    expect(byBlock).not.toHaveProperty("ipv6_netmask_length");
  });

  test("has nothing of IPv6 when the author wants none", () => {
    const vpc = resourceIn(stackWith({ ipv6: null }, { tiers: [] }), "aws_vpc.main");
    expect(Object.keys(vpc).filter((key) => key.includes("ipv6") || key === "lifecycle")).toEqual([]);
  });

  test("lets the author's own Name tag win", () => {
    const vpc = resourceIn(stackWith({ tags: { Name: "mine", team: "net" } }), "aws_vpc.main");
    expect(vpc["tags"]).toEqual({ Name: "mine", team: "net" });
  });
});

describe("a block brought by an association", () => {
  test("BYOIP: the VPC ignores what it reads back, and subnets are cut from the association", () => {
    const json = stackWith({ ipv6: block(BYOIP, false) });
    expect(resourceIn(json, "aws_vpc_ipv6_cidr_block_association.main")).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      ipv6_pool: "ipv6pool-ec2-1",
      ipv6_cidr_block: "2001:db8:ab00::/56",
    });
    const vpc = resourceIn(json, "aws_vpc.main");
    expect(Object.keys(vpc).filter((key) => key.includes("ipv6"))).toEqual([]);
    expect(at(vpc, "lifecycle", "ignore_changes")).toEqual([
      "assign_generated_ipv6_cidr_block",
      "ipv6_cidr_block",
      "ipv6_cidr_block_network_border_group",
      "ipv6_ipam_pool_id",
      "ipv6_netmask_length",
    ]);
    expect(resourceIn(json, "aws_subnet.app_b")["ipv6_cidr_block"]).toBe(
      "${cidrsubnet(aws_vpc_ipv6_cidr_block_association.main.ipv6_cidr_block, 8, 1)}",
    );
  });

  test("an additional block beside the VPC's own leaves the VPC alone", () => {
    const additionalIpv6 = [
      block(AMAZON, false, "two"),
      block(IPAM, false, "three"),
      block(BYOIP, false, "four"),
    ];
    const json = stackWith({ ipv6: block(AMAZON, true), additionalIpv6 });
    expect(resourceIn(json, "aws_vpc.main")).not.toHaveProperty("lifecycle");
    const vpc_id = "${aws_vpc.main.id}";
    expect(at(json, "resource", "aws_vpc_ipv6_cidr_block_association")).toEqual({
      two: { vpc_id, assign_generated_ipv6_cidr_block: true },
      three: { vpc_id, ipv6_ipam_pool_id: "ipam-pool-1", ipv6_netmask_length: 56 },
      four: { vpc_id, ipv6_pool: "ipv6pool-ec2-1", ipv6_cidr_block: "2001:db8:ab00::/56" },
    });
  });

  test("an additional IPv4 block", () => {
    const json = stackWith({
      additionalIpv4: [{ id: "pods", path: [], cidr: cidr("100.64.0.0/16"), length: 16, pool: null }],
    });
    expect(resourceIn(json, "aws_vpc_ipv4_cidr_block_association.pods")).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      cidr_block: "100.64.0.0/16",
    });
    expect(addressesIn(json).filter((address) => address.includes("association"))).toHaveLength(1);
  });
});
