// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { Tier, Vpc } from "../../../src/model/types/subnets.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { cidr, sampleNetwork, sampleTier, ZONES } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function subnetOf(tier: Tier, vpc: Partial<Vpc> = {}) {
  const json = stackJson(sampleNetwork({ tiers: [tier], vpc: { ...sampleNetwork().vpc, ...vpc } }));
  expect(schemaProblems(json)).toEqual([]);
  return resourceIn(json, `aws_subnet.${tier.name}_b`);
}

describe("aws_subnet", () => {
  test("dual-stack", () => {
    expect(subnetOf(sampleTier("app", { slot: 3, mapPublicIpOnLaunch: true }))).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      availability_zone: "eu-west-1b",
      cidr_block: "10.20.7.0/24",
      ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 7)}",
      assign_ipv6_address_on_creation: true,
      map_public_ip_on_launch: true,
      private_dns_hostname_type_on_launch: "ip-name",
      tags: { Name: "sample-app-b" },
    });
  });

  test("IPv6-only: native, and not a word of IPv4", () => {
    const tier = sampleTier("app", { addressing: "ipv6-only", enableDns64: true, mapPublicIpOnLaunch: true });
    expect(subnetOf(tier)).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      availability_zone: "eu-west-1b",
      ipv6_native: true,
      ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)}",
      assign_ipv6_address_on_creation: true,
      enable_dns64: true,
      enable_resource_name_dns_aaaa_record_on_launch: true,
      private_dns_hostname_type_on_launch: "resource-name",
      tags: { Name: "sample-app-b" },
    });
  });

  test("IPv4-only: not a word of IPv6", () => {
    const subnet = subnetOf(
      sampleTier("old", { addressing: "ipv4-only", enableResourceNameDnsARecordOnLaunch: true }),
    );
    expect(subnet).toEqual({
      vpc_id: "${aws_vpc.main.id}",
      availability_zone: "eu-west-1b",
      cidr_block: "10.20.1.0/24",
      enable_resource_name_dns_a_record_on_launch: true,
      private_dns_hostname_type_on_launch: "ip-name",
      tags: { Name: "sample-old-b" },
    });
  });

  test("waits for the additional IPv4 block it is cut from, and refers to the IPv6 one", () => {
    const tier = sampleTier("pods", { ipv4Block: "extra", ipv6Block: "extra" });
    const subnet = subnetOf(tier, {
      additionalIpv4: [{ id: "extra", path: [], cidr: cidr("10.20.0.0/16"), length: 16, pool: null }],
      additionalIpv6: [
        {
          id: "extra",
          path: [],
          source: { kind: "amazon-provided", networkBorderGroup: null },
          length: 56,
          ownedByVpc: false,
        },
      ],
    });
    expect(subnet["depends_on"]).toEqual(["aws_vpc_ipv4_cidr_block_association.extra"]);
    expect(subnet["ipv6_cidr_block"]).toBe(
      "${cidrsubnet(aws_vpc_ipv6_cidr_block_association.extra.ipv6_cidr_block, 8, 1)}",
    );
  });

  test("cuts as many bits as the model says, whatever the block's length", () => {
    const whole = sampleTier("app");
    const subnets = whole.subnets.map((subnet) => ({
      ...subnet,
      ipv6: { path: [], block: "main", blockLength: 48, newBits: 12, number: 0xabc, length: 60 },
      zone: ZONES[1] ?? subnet.zone,
    }));
    expect(subnetOf(sampleTier("app", { subnets }))["ipv6_cidr_block"]).toBe(
      "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 12, 2748)}",
    );
  });
});
