// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { Ipam, IpamPool } from "../../../src/model/types/ipam.ts";
import type { Ipv6Block } from "../../../src/model/types/subnets.ts";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { cidr, sampleNetwork } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function pool(name: string, overrides: Partial<IpamPool> = {}): IpamPool {
  return {
    name,
    path: ["ipam", "pools", name],
    displayName: `sample-${name}`,
    scope: "public",
    family: "ipv6",
    source: null,
    locale: "eu-west-1",
    publicIpSource: "amazon",
    publiclyAdvertisable: null,
    awsService: "ec2",
    allocation: { default: null, min: null, max: null },
    writtenKeys: [],
    cidrs: [],
    tags: {},
    ...overrides,
  };
}

function block(name: string, length: number): IpamPool["cidrs"] {
  return [{ id: `${name}_main`, name: "main", path: [], block: { kind: "netmask-length", length } }];
}

/** The pool below comes first by name, so the order in which they are made shows. */
const POOLS: readonly IpamPool[] = [
  pool("below", {
    source: "top",
    allocation: { default: 56, min: 52, max: 60 },
    cidrs: block("below", 54),
    tags: { team: "net" },
  }),
  pool("top", { cidrs: block("top", 52) }),
];

function stackWith(pools: readonly IpamPool[], others: Parameters<typeof sampleNetwork>[0] = {}) {
  const ipam: Ipam = {
    path: ["ipam"],
    displayName: "sample",
    tier: "advanced",
    operatingRegions: ["eu-central-1", "eu-west-1"],
    enablePrivateGua: true,
    pools,
    tags: {},
  };
  const json = stackJson(sampleNetwork({ ipam, ...others }));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

function fromBelow(id: string, ownedByVpc: boolean): Ipv6Block {
  const source = {
    kind: "ipam",
    pool: { kind: "name", name: "below" },
    netmaskLength: 56,
    cidr: null,
  } as const;
  return { id, path: [], source, length: 56, ownedByVpc };
}

test("a network without an IPAM makes none", () => {
  expect(addressesIn(stackJson(sampleNetwork())).filter((address) => address.includes("ipam"))).toEqual([]);
});

describe("an IPAM", () => {
  test("works in its operating regions", () => {
    expect(resourceIn(stackWith(POOLS), "aws_vpc_ipam.main")).toEqual({
      enable_private_gua: true,
      operating_regions: [{ region_name: "eu-central-1" }, { region_name: "eu-west-1" }],
      tags: { Name: "sample" },
      tier: "advanced",
    });
  });

  test("has pools that divide each other's blocks, in that order", () => {
    const json = stackWith(POOLS);
    expect(at(json, "resource", "aws_vpc_ipam_pool")).toEqual({
      below: {
        address_family: "ipv6",
        allocation_default_netmask_length: 56,
        allocation_max_netmask_length: 60,
        allocation_min_netmask_length: 52,
        aws_service: "ec2",
        ipam_scope_id: "${aws_vpc_ipam.main.public_default_scope_id}",
        locale: "eu-west-1",
        public_ip_source: "amazon",
        source_ipam_pool_id: "${aws_vpc_ipam_pool.top.id}",
        tags: { Name: "sample-below", team: "net" },
      },
      top: {
        address_family: "ipv6",
        aws_service: "ec2",
        ipam_scope_id: "${aws_vpc_ipam.main.public_default_scope_id}",
        locale: "eu-west-1",
        public_ip_source: "amazon",
        tags: { Name: "sample-top" },
      },
    });
    expect(at(json, "resource", "aws_vpc_ipam_pool_cidr")).toEqual({
      below_main: {
        depends_on: ["aws_vpc_ipam_pool_cidr.top_main"],
        ipam_pool_id: "${aws_vpc_ipam_pool.below.id}",
        netmask_length: 54,
      },
      top_main: { ipam_pool_id: "${aws_vpc_ipam_pool.top.id}", netmask_length: 52 },
    });
  });

  test("has private pools in its private scope, and own ranges with their proof", () => {
    const own = {
      kind: "byoip",
      cidr: cidr("2001:DB8:4000::/48"),
      message: "1|aws",
      signature: "c2ln",
    } as const;
    const json = stackWith([
      pool("own", {
        publicIpSource: "byoip",
        publiclyAdvertisable: false,
        locale: null,
        awsService: null,
        cidrs: [{ id: "own_range", name: "range", path: [], block: own }],
      }),
      pool("ula", {
        scope: "private",
        publicIpSource: null,
        awsService: null,
        cidrs: [{ id: "ula_one", name: "one", path: [], block: { kind: "cidr", cidr: cidr("fd12::/48") } }],
      }),
    ]);
    expect(resourceIn(json, "aws_vpc_ipam_pool.own")).toEqual({
      address_family: "ipv6",
      ipam_scope_id: "${aws_vpc_ipam.main.public_default_scope_id}",
      public_ip_source: "byoip",
      publicly_advertisable: false,
      tags: { Name: "sample-own" },
    });
    expect(resourceIn(json, "aws_vpc_ipam_pool_cidr.own_range")).toEqual({
      cidr: "2001:db8:4000::/48",
      cidr_authorization_context: { message: "1|aws", signature: "c2ln" },
      ipam_pool_id: "${aws_vpc_ipam_pool.own.id}",
    });
    expect(resourceIn(json, "aws_vpc_ipam_pool.ula")).toEqual({
      address_family: "ipv6",
      ipam_scope_id: "${aws_vpc_ipam.main.private_default_scope_id}",
      locale: "eu-west-1",
      tags: { Name: "sample-ula" },
    });
    expect(resourceIn(json, "aws_vpc_ipam_pool_cidr.ula_one")).toEqual({
      cidr: "fd12::/48",
      ipam_pool_id: "${aws_vpc_ipam_pool.ula.id}",
    });
  });
});

describe("a block from a pool of the stack", () => {
  test("is taken once the pool has its own: by the VPC", () => {
    const vpc = { ...sampleNetwork().vpc, ipv6: fromBelow("main", true) };
    expect(resourceIn(stackWith(POOLS, { vpc }), "aws_vpc.main")).toMatchObject({
      depends_on: ["aws_vpc_ipam_pool_cidr.below_main"],
      ipv6_ipam_pool_id: "${aws_vpc_ipam_pool.below.id}",
      ipv6_netmask_length: 56,
    });
  });

  test("is taken once the pool has its own: by an association", () => {
    const vpc = { ...sampleNetwork().vpc, additionalIpv6: [fromBelow("more", false)] };
    expect(resourceIn(stackWith(POOLS, { vpc }), "aws_vpc_ipv6_cidr_block_association.more")).toEqual({
      depends_on: ["aws_vpc_ipam_pool_cidr.below_main"],
      ipv6_ipam_pool_id: "${aws_vpc_ipam_pool.below.id}",
      ipv6_netmask_length: 56,
      vpc_id: "${aws_vpc.main.id}",
    });
  });
});
