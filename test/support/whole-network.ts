import type { NetworkAclEntry, Peer, SecurityGroupRule } from "../../src/model/types/filtering.ts";
import type { Network } from "../../src/model/types/network.ts";
import type { NatGateway, RouteTable, RouteTarget } from "../../src/model/types/routing.ts";
import type { Tier } from "../../src/model/types/subnets.ts";
import type { VpcEndpoint } from "../../src/model/types/vpc-endpoints.ts";
import { groupName, tierName } from "./names.ts";
import { cidr, sampleNetwork, sampleSecurityGroup, sampleTier, ZONES } from "./sample-network.ts";

/** A network ACL entry `allow` of network ACL `app`, all traffic from anywhere unless told. */
export function sampleEntry(overrides: Partial<NetworkAclEntry> = {}): NetworkAclEntry {
  return {
    id: "app_ingress_allow",
    name: "allow",
    path: ["network", "networkAcls", "app", "ingress", "allow"],
    direction: "ingress",
    ruleNumber: 100,
    action: "allow",
    protocol: "-1",
    protocolText: "all",
    cidr: { kind: "cidr", family: "ipv6", cidr: cidr("::/0") },
    ports: null,
    icmp: null,
    fromPreset: false,
    ...overrides,
  };
}

/** A rule of security group `web` that lets HTTPS in from the peer. */
export function sampleRule(
  id: string,
  peer: Peer,
  overrides: Partial<SecurityGroupRule> = {},
): SecurityGroupRule {
  return {
    id,
    name: "https",
    path: ["network", "securityGroups", "web", "ingress", "https"],
    direction: "ingress",
    protocol: "tcp",
    ports: { from: 443, to: 443 },
    peer,
    description: null,
    ...overrides,
  };
}

/** The route table of a tier, for its subnets in both zones, with a route to each target; destinations by family. */
export function sampleRouteTable(
  tier: Tier,
  routes: Readonly<Record<string, readonly [destination: string, target: RouteTarget]>>,
): RouteTable {
  return {
    id: tier.name,
    displayName: `sample-${tier.name}`,
    tier: tier.name,
    subnets: tier.subnets.map(({ id }) => id),
    routes: Object.entries(routes).map(([name, [destination, target]]) => ({
      id: `${tier.name}_${name}`,
      name,
      path: ["network", "routes", tier.name, name],
      destination: cidr(destination),
      target,
      derived: false,
    })),
    prefixListRoutes: [],
  };
}

/** NAT gateway `nat` in tier `public`, one in each zone. */
export function sampleNatGateway(overrides: Partial<NatGateway> = {}): NatGateway {
  return {
    name: "nat",
    path: ["network", "natGateways", "nat"],
    connectivityType: "public",
    tier: tierName("public"),
    perZone: true,
    gateways: ZONES.map((zone) => ({
      id: `nat_${zone.letter}`,
      awsName: `nat_${zone.letter}`,
      displayName: `sample-nat-${zone.letter}`,
      place: { zone, subnet: `public_${zone.letter}` },
      allocationId: null,
    })),
    zoneAddresses: [],
    tags: {},
    ...overrides,
  };
}

/** Gateway endpoint `s3` in the route table of tier `app`. */
export function sampleGatewayEndpoint(overrides: Partial<VpcEndpoint> = {}): VpcEndpoint {
  return {
    name: "s3",
    path: ["network", "vpcEndpoints", "s3"],
    displayName: "sample-s3",
    serviceName: "com.amazonaws.eu-west-1.s3",
    service: "s3",
    ipAddressType: "ipv6",
    dnsRecordIpType: null,
    policy: null,
    tiers: [tierName("app")],
    type: { kind: "gateway", routeTables: ["app"] },
    tags: {},
    ...overrides,
  };
}

/** Interface endpoint `ssm` in tier `public`, guarded by security group `web`. */
export function sampleInterfaceEndpoint(overrides: Partial<VpcEndpoint> = {}): VpcEndpoint {
  return {
    name: "ssm",
    path: ["network", "vpcEndpoints", "ssm"],
    displayName: "sample-ssm",
    serviceName: "com.amazonaws.eu-west-1.ssm",
    service: "ssm",
    ipAddressType: "dualstack",
    dnsRecordIpType: "dualstack",
    policy: null,
    tiers: [tierName("public")],
    type: {
      kind: "interface",
      subnets: ["public_a", "public_b"],
      securityGroups: [groupName("web")],
      configurations: [],
      privateDnsEnabled: true,
      privateDnsOnlyForInboundResolverEndpoint: false,
    },
    tags: {},
    ...overrides,
  };
}

const PUBLIC = sampleTier("public", { internet: "public" });
const APP = sampleTier("app", {
  addressing: "ipv6-only",
  internet: "egress-only",
  slot: 1,
  nat64: true,
  enableDns64: true,
});
const ANYWHERE: Peer = { kind: "cidr", family: "ipv6", cidr: cidr("::/0") };

/** A network with every kind of thing that a network can have; hosts and load balancers apart. */
export function wholeNetwork(overrides: Partial<Network> = {}): Network {
  return sampleNetwork({
    name: "whole",
    tags: { owner: "platform" },
    tiers: [APP, PUBLIC],
    internetGateway: true,
    egressOnlyInternetGateway: true,
    natGateways: [sampleNatGateway()],
    routeTables: [
      sampleRouteTable(APP, {
        ipv6: ["::/0", { kind: "egress-only-internet-gateway" }],
        nat64: ["64:ff9b::/96", { kind: "nat-gateway", name: "nat", gateway: "nat_a" }],
      }),
      sampleRouteTable(PUBLIC, {
        ipv4: ["0.0.0.0/0", { kind: "internet-gateway" }],
        ipv6: ["::/0", { kind: "internet-gateway" }],
      }),
    ],
    networkAcls: [
      {
        name: "app",
        path: ["network", "networkAcls", "app"],
        displayName: "sample-app",
        tiers: [tierName("app")],
        preset: null,
        subnets: ["app_a", "app_b"],
        entries: [
          sampleEntry({ id: "app_ingress_icmpv6", protocol: "58", icmp: { type: -1, code: -1 } }),
          sampleEntry({
            id: "app_ingress_https",
            protocol: "6",
            ruleNumber: 110,
            ports: { from: 443, to: 443 },
          }),
          sampleEntry({ id: "app_egress_all", direction: "egress" }),
        ],
        tags: {},
      },
    ],
    prefixLists: [
      {
        name: "office",
        path: ["network", "prefixLists", "office"],
        displayName: "sample-office",
        family: "ipv6",
        maxEntries: 2,
        entries: [
          { name: "berlin", path: [], cidr: cidr("2001:db8::/48"), description: "Berlin" },
          { name: "oslo", path: [], cidr: cidr("2001:db8:1::/48"), description: null },
        ],
        tags: {},
      },
    ],
    securityGroups: [
      sampleSecurityGroup("web", {
        rules: [
          sampleRule("web_egress_ipv6", ANYWHERE, { direction: "egress", protocol: "-1", ports: null }),
          sampleRule("web_https_office", { kind: "prefix-list", name: "office" }),
          sampleRule("web_ping", ANYWHERE, { protocol: "icmpv6", ports: { from: -1, to: -1 } }),
          sampleRule("web_s3", {
            kind: "managed-prefix-list",
            name: "com.amazonaws.eu-west-1.s3",
            id: "com_amazonaws_eu-west-1_s3",
          }),
        ],
      }),
    ],
    dhcpOptions: {
      path: ["network", "dhcpOptions"],
      domainName: "sample.internal",
      domainNameServers: ["AmazonProvidedDNS"],
      ntpServers: ["fd00:ec2::123"],
      ipv6AddressPreferredLeaseTime: 3600,
      tags: {},
    },
    flowLogs: [
      {
        name: "all",
        path: ["network", "flowLogs", "all"],
        displayName: "sample-all",
        trafficType: "ALL",
        destination: { kind: "cloud-watch-logs", retentionInDays: 30, kmsKeyId: null },
        scopes: [{ id: "all", subnet: null }],
        maxAggregationInterval: 60,
        fields: ["version", "srcaddr", "pkt-srcaddr"],
        tags: {},
      },
    ],
    vpcEndpoints: [
      sampleGatewayEndpoint(),
      sampleInterfaceEndpoint({ policy: '{"Statement":[]}', tags: { kind: "endpoint" } }),
    ],
    instanceConnectEndpoints: [
      {
        name: "ssh",
        path: ["network", "instanceConnectEndpoints", "ssh"],
        ipAddressType: null,
        displayName: "sample-ssh",
        tier: tierName("app"),
        subnet: "app_a",
        securityGroups: [groupName("web")],
        preserveClientIp: false,
        tags: {},
      },
    ],
    ...overrides,
  });
}
