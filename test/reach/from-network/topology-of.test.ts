import { describe, expect, it } from "vitest";
import { parseAddress, parsePrefix } from "../../../src/base/prefix.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { AMAZON_POOLS } from "../../../src/reach/topology/amazon-pools.ts";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { networkFrom } from "../../support/network.ts";

const HEAD = "apiVersion: hextet/v1\nname: sample\nregion: eu-west-1\n";

function topology(rest: string): Topology {
  return topologyOf(networkFrom(HEAD + rest));
}

function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  const [first] = list;
  if (first === undefined) throw new Error("an empty list");
  return first;
}

const NETWORK = `network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, slot: 1 }
`;

describe("addresses", () => {
  it("of IPv4 are pieces of what a pool gives at apply", () => {
    const pools =
      "ipam: { pools: { old: { scope: private, addressFamily: ipv4, cidrs: { ten: { cidr: 10.0.0.0/8 } } } } }\n";
    const sized = NETWORK.replace(
      "ipv4Cidr: 10.0.0.0/16",
      "ipv4: { ipam: { pool: old, netmaskLength: 16 } }",
    );
    const { vpcs, subnets } = topology(pools + sized);
    const base = {
      ...{ id: "aws_vpc.main.cidr_block", family: "ipv4", length: 16, within: null },
      pools: [parsePrefix("10.0.0.0/8")],
    };
    expect(only(vpcs).blocks[0]).toEqual({ kind: "unknown", base, offset: 0n, length: 16 });
    // Slot 1 of 16 zones: the block with the number 16.
    expect(only(subnets).ipv4).toEqual({ kind: "unknown", base, offset: 16n << 8n, length: 24 });
    const elsewhere = sized.replace("pool: old", "poolId: ipam-pool-0123abc");
    expect(only(topology(elsewhere).vpcs).blocks[0]).toMatchObject({
      base: { pools: [parsePrefix("0.0.0.0/0")] },
    });
  });

  it("are pieces of what Amazon gives at apply", () => {
    const { vpcs, subnets } = topology(NETWORK);
    const base = {
      id: "aws_vpc.main.ipv6_cidr_block",
      family: "ipv6",
      pools: AMAZON_POOLS,
      length: 56,
      within: null,
    };
    expect(only(vpcs).blocks).toEqual([
      { kind: "known", prefix: parsePrefix("10.0.0.0/16") },
      { kind: "unknown", base, offset: 0n, length: 56 },
    ]);
    expect(only(subnets)).toMatchObject({
      id: "aws_subnet.app_a",
      zone: "eu-west-1a",
      routeTable: "aws_route_table.app",
      networkAcl: "aws_vpc.main.default_network_acl_id",
      dns64: "no",
    });
    // Sixteen zones have a place in each tier, so slot 1 begins at the sixteenth /64.
    const ipv6 = only(subnets).ipv6;
    const start = parseAddress("0:0:0:10::")?.address;
    expect(ipv6).toEqual({ kind: "unknown", base, offset: start, length: 64 });
  });

  it("are known where the author brings the block", () => {
    const { subnets } = topology(
      NETWORK.replace(
        "10.0.0.0/16",
        '10.0.0.0/16, ipv6: { byoip: { poolId: ipv6pool-ec2-0123abc, cidr: "2001:db8:1::/56" } }',
      ),
    );
    expect(only(subnets).ipv6).toEqual({ kind: "known", prefix: parsePrefix("2001:db8:1:10::/64") });
  });

  it("of an instance are those that the author chose", () => {
    const { nodes } = topology(`${NETWORK}
compute:
  instances:
    h: { subnet: app, instanceType: t4g.small, privateIp: 10.0.4.9, ipv6Addresses: ["::9"], elasticIp: true }`);
    const { ipv4, ipv6, publicIpv4, securityGroups } = only(only(nodes).interfaces);
    expect(ipv4).toEqual({ kind: "known", prefix: parsePrefix("10.0.4.9/32") });
    expect(ipv6).toMatchObject({ offset: parseAddress("0:0:0:10::9")?.address, length: 128 });
    expect(publicIpv4).toBe("yes");
    expect(securityGroups).toEqual(["aws_default_security_group.main"]);
  });

  it("of a network load balancer are those that the author chose", () => {
    const { nodes } = topology(`${NETWORK}
loadBalancers:
  edge:
    type: network
    subnets: [app]
    scheme: internal
    subnetMappings: { a: { ipv6Address: "::53", privateIpv4Address: 10.0.4.53 } }
    listeners: { tcp: { port: 53, protocol: TCP, action: { forwardTo: dns } } }
targetGroups: { dns: { protocol: TCP, port: 53 } }`);
    const { ipv4, ipv6 } = only(only(nodes).interfaces);
    expect(ipv4).toEqual({ kind: "known", prefix: parsePrefix("10.0.4.53/32") });
    expect(ipv6).toMatchObject({ offset: parseAddress("0:0:0:10::53")?.address, length: 128 });
  });

  it("of filters that AWS makes with the VPC are those that take them over", () => {
    const left = topology(NETWORK);
    expect(only(left.filters.securityGroups)).toMatchObject({ ingress: [], egress: [] });
    expect(only(left.subnets).networkAcl).toBe("aws_vpc.main.default_network_acl_id");
    const written = topology(
      NETWORK.replace(
        "10.0.0.0/16",
        "10.0.0.0/16, defaults: { securityGroup: untouched, networkAcl: emptied }",
      ),
    );
    expect(only(written.filters.securityGroups).id).toBe("aws_vpc.main.default_security_group_id");
    expect(only(written.filters.securityGroups).egress).toHaveLength(2);
    expect(only(written.subnets).networkAcl).toBe("aws_default_network_acl.main");
    expect(only(written.filters.networkAcls)).toMatchObject({
      id: "aws_default_network_acl.main",
      ingress: [],
      egress: [],
    });
  });
});

describe("a VPC that was there before", () => {
  const existing = "10.0.0.0/16, existing: { id: vpc-1, management: reference, REST }";
  const there = (rest: string): Topology =>
    topology(NETWORK.replace("10.0.0.0/16", existing.replace("REST", rest)));

  it("may have another default network ACL and group", () => {
    const { subnets, filters } = there("import: {}");
    expect(only(subnets).networkAcl).toBeNull();
    expect(only(filters.securityGroups).egress).toMatchObject([{ peer: { kind: "unknown" } }]);
  });

  it("has subnets of which the blocks, the table and DNS64 are their owner's", () => {
    const { subnets, routeTables } = there("reference: { aws_subnet.app_a: subnet-1 }");
    expect(only(subnets)).toMatchObject({
      routeTable: null,
      dns64: "unknown",
      ipv6: { base: { id: "data.aws_subnet.app_a.ipv6_cidr_block", length: 64 } },
      ipv4: { base: { id: "data.aws_subnet.app_a.cidr_block", pools: [parsePrefix("10.0.0.0/16")] } },
    });
    expect(routeTables).toEqual([]);
  });

  it("has tables and groups that may hold more than is written", () => {
    const { leftOut } = there(
      "reference: { aws_subnet.app_a: subnet-1, aws_route_table.app: rtb-1, aws_security_group.web: sg-1 }",
    );
    expect(leftOut).toMatchObject([{ touches: ["aws_route_table.app"] }]);
  });
});

describe("filters", () => {
  it("say protocols, ports and ICMP types", () => {
    const { filters } = topology(`${NETWORK}
  securityGroups:
    web:
      ingress:
        a: { protocol: tcp, ports: { from: 80, to: 90 }, from: { self: {} } }
        b: { protocol: icmpv6, icmpType: 128, icmpCode: -1, from: { anywhereIpv6: {} } }
        c: { protocol: "50", from: { vpc: {} } }
      egress: { d: { protocol: tcp, ports: 443, to: { managedPrefixList: com.amazonaws.eu-west-1.s3 } } }`);
    const group = filters.securityGroups.find(({ id }) => id === "aws_security_group.web");
    expect(group?.ingress.map(({ traffic, peer }) => [traffic, peer.kind])).toEqual([
      [{ kind: "ports", protocol: "tcp", from: 80, to: 90 }, "security-group"],
      [{ kind: "icmp", family: "ipv6", type: 128, code: null }, "block"],
      [{ kind: "protocol", number: 50 }, "block"],
      [{ kind: "protocol", number: 50 }, "block"],
    ]);
    expect(group?.egress.map(({ peer }) => peer)).toEqual([{ kind: "service", service: "s3" }]);
  });
});
