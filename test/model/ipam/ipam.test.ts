import { describe, expect, it } from "vitest";
import type { Network } from "../../../src/model/types/network.ts";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";

function text(pools: string, ipv6 = "{ amazonProvided: {} }"): string {
  return `
apiVersion: hextet/v1
name: net
region: eu-west-1
ipam: { pools: ${pools} }
network:
  vpc: { ipv4Cidr: 10.0.0.0/16, ipv6: ${ipv6} }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, slot: 0 } }
`;
}

function poolsOf({ ipam }: Network) {
  return (ipam?.pools ?? []).map(({ name, scope, family, source, locale, publicIpSource, awsService }) => {
    return [name, scope, family, source, locale, publicIpSource, awsService];
  });
}

/** The rule, the place and the words of each mistake. */
function mistakesIn(yaml: string) {
  return tryNetworkFrom(yaml).diagnostics.map(({ rule, at, message }) => {
    return [rule, at.kind === "path" ? at.path.join(".") : "", message];
  });
}

describe("an IPAM", () => {
  it("is none unless it is written", () => {
    const yaml = text("{}").replace("ipam: { pools: {} }\n", "");
    expect(networkFrom(yaml).ipam).toBeNull();
  });

  it("has every default", () => {
    expect(networkFrom(text("{ top: {} }")).ipam).toEqual({
      path: ["ipam"],
      displayName: "net",
      tier: "advanced",
      operatingRegions: ["eu-west-1"],
      enablePrivateGua: false,
      pools: [
        {
          name: "top",
          path: ["ipam", "pools", "top"],
          displayName: "net-top",
          scope: "public",
          family: "ipv6",
          source: null,
          locale: null,
          publicIpSource: "byoip",
          publiclyAdvertisable: true,
          awsService: null,
          allocation: { default: null, min: null, max: null },
          writtenKeys: ["cidrs", "tags"],
          cidrs: [],
          tags: {},
        },
      ],
      tags: {},
    });
  });
});

describe("a pool", () => {
  it("has from its source, and from that one's source, what it does not say itself", () => {
    const network = networkFrom(
      text(`{
          below: { source: top, locale: eu-west-1 },
          deep: { source: below },
          old: { scope: private, addressFamily: ipv4 },
          older: { source: old, locale: eu-west-1 },
          top: { publicIpSource: amazon },
        }`),
    );
    expect(poolsOf(network)).toEqual([
      ["below", "public", "ipv6", "top", "eu-west-1", "amazon", "ec2"],
      ["deep", "public", "ipv6", "below", "eu-west-1", "amazon", "ec2"],
      ["old", "private", "ipv4", null, null, null, null],
      ["older", "private", "ipv4", "old", "eu-west-1", null, null],
      ["top", "public", "ipv6", null, null, "amazon", null],
    ]);
    expect(network.ipam?.pools.map((pool) => pool.publiclyAdvertisable)).toEqual(Array(5).fill(null));
  });

  it("has its blocks by size, by address, or with the proof that they are the author's", () => {
    const { ipam } = networkFrom(
      text(`{
          own: { cidrs: { b: { byoip: { cidr: "2001:db8::/48", message: m, signature: s } }, a: { netmaskLength: 52 } } },
          ula: { scope: private, cidrs: { one: { cidr: "fd12::/48" } } },
        }`),
    );
    expect(ipam?.pools.flatMap(({ cidrs }) => cidrs.map(({ id, block }) => [id, block]))).toEqual([
      ["own_a", { kind: "netmask-length", length: 52 }],
      ["own_b", expect.objectContaining({ kind: "byoip", message: "m", signature: "s" })],
      ["ula_one", { kind: "cidr", cidr: expect.objectContaining({ text: "fd12::/48" }) }],
    ]);
  });

  it("with an unknown source is reported once, where it is written", () => {
    expect(mistakesIn(text("{ below: { source: tpo }, deep: { source: below }, top: {} }"))).toEqual([
      ["model/unknown-name", "ipam.pools.below.source", 'unknown IPAM pool "tpo" in ipam.pools.below.source'],
    ]);
  });

  it("is not its own source, by any way round", () => {
    expect(
      mistakesIn(text("{ a: { source: b }, b: { source: a }, c: { source: c }, d: { source: a } }")),
    ).toEqual([
      ["model/ipam-pool-cycle", "ipam.pools.a.source", 'IPAM pool "a" is its own source'],
      ["model/ipam-pool-cycle", "ipam.pools.b.source", 'IPAM pool "b" is its own source'],
      ["model/ipam-pool-cycle", "ipam.pools.c.source", 'IPAM pool "c" is its own source'],
    ]);
  });
});

describe("a VPC's block from a pool", () => {
  const POOLS = "{ top: { publicIpSource: amazon, locale: eu-west-1 } }";

  it("names the pool, or the id of one that is made elsewhere", () => {
    const byName = networkFrom(text(POOLS, "{ ipam: { pool: top, netmaskLength: 52 } }"));
    expect(byName.vpc.ipv6).toMatchObject({
      source: { kind: "ipam", pool: { kind: "name", name: "top" }, netmaskLength: 52, cidr: null },
      length: 52,
      ownedByVpc: true,
    });
    const byId = networkFrom(text(POOLS, "{ ipam: { poolId: ipam-pool-0a, netmaskLength: 52 } }"));
    expect(byId.vpc.ipv6?.source).toMatchObject({ pool: { kind: "id", id: "ipam-pool-0a" } });
  });

  it.each([
    ["{ ipam: { netmaskLength: 56 } }", "model/ipam-pool-choice", "a block from IPAM names no pool"],
    [
      "{ ipam: { pool: top, poolId: ipam-pool-0a } }",
      "model/ipam-pool-choice",
      "a block from IPAM names its pool twice",
    ],
    [
      "{ ipam: { pool: tip } }",
      "model/unknown-name",
      'unknown IPAM pool "tip" in network.vpc.ipv6.ipam.pool',
    ],
  ])("%s is reported", (ipv6, rule, message) => {
    expect(mistakesIn(text(POOLS, ipv6)).map(([id, , words]) => [id, words])).toEqual([[rule, message]]);
  });
});
