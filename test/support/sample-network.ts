import { parsePrefix } from "../../src/base/prefix.ts";
import type { SecurityGroup } from "../../src/model/types/filtering.ts";
import type { Network } from "../../src/model/types/network.ts";
import type { Cidr } from "../../src/model/types/shared.ts";
import { hasFamily, type Subnet, type Tier, type Zone } from "../../src/model/types/subnets.ts";
import { groupName, tierName } from "./names.ts";

/** A block as the model has it; throws when the text is none. */
export function cidr(text: string): Cidr {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new Error(`${text} is no block`);
  return { text, prefix };
}

/** The availability zones of all samples. */
export const ZONES: readonly Zone[] = [
  { letter: "a", name: "eu-west-1a", index: 0, borderGroup: null },
  { letter: "b", name: "eu-west-1b", index: 1, borderGroup: null },
];

/** A tier with a subnet in each zone, dual-stack unless told; its subnets follow its addressing and slot. */
export function sampleTier(name: string, overrides: Partial<Tier> = {}): Tier {
  const addressing = overrides.addressing ?? "dual-stack";
  const ipv6 = hasFamily(addressing, "ipv6");
  const ipv6Only = addressing === "ipv6-only";
  const tier: Tier = {
    name: tierName(name),
    path: ["network", "subnets", name],
    addressing,
    internet: "none",
    writtenKeys: ["addressing"],
    ipv4Block: ipv6Only ? null : "main",
    ipv6Block: ipv6 ? "main" : null,
    outpostArn: null,
    ipv4IpamPoolId: null,
    ipv6IpamPoolId: null,
    slot: 0,
    slotIsAutomatic: false,
    slotCount: 128,
    nat64: false,
    enableDns64: false,
    routeTable: tierName(name),
    natGateway: null,
    nat64Instances: [],
    mapPublicIpOnLaunch: false,
    assignIpv6AddressOnCreation: ipv6,
    privateDnsHostnameTypeOnLaunch: ipv6Only ? "resource-name" : "ip-name",
    enableResourceNameDnsAaaaRecordOnLaunch: ipv6Only,
    enableResourceNameDnsARecordOnLaunch: false,
    subnets: [],
    ...overrides,
  };
  return { ...tier, subnets: overrides.subnets ?? ZONES.map((zone) => sampleSubnet(tier, zone)) };
}

function sampleSubnet(tier: Tier, zone: Zone): Subnet {
  const number = tier.slot * ZONES.length + zone.index;
  const { ipv4Block, ipv6Block } = tier;
  return {
    id: `${tier.name}_${zone.letter}`,
    displayName: `sample-${tier.name}-${zone.letter}`,
    tier: tier.name,
    zone,
    ipv4:
      ipv4Block === null
        ? null
        : {
            block: ipv4Block,
            cidr: cidr(`10.20.${number}.0/24`),
            length: 24,
            cut: { newBits: 8, number },
            path: tier.path,
          },
    ipv6:
      ipv6Block === null
        ? null
        : { path: tier.path, block: ipv6Block, blockLength: 56, newBits: 8, number, length: 64 },
    associationIsManaged: true,
    tags: {},
  };
}

/** A security group without rules unless told. */
export function sampleSecurityGroup(name: string, overrides: Partial<SecurityGroup> = {}): SecurityGroup {
  return {
    name: groupName(name),
    path: ["network", "securityGroups", name],
    displayName: `sample-${name}`,
    namePrefix: `sample-${name}-`,
    description: `Security group ${name} of sample`,
    rules: [],
    tags: {},
    ...overrides,
  };
}

/** The smallest network that is whole: a dual-stack VPC with tier `app` in two zones, and security group `web`. */
export function sampleNetwork(overrides: Partial<Network> = {}): Network {
  return {
    name: "sample",
    environment: null,
    awsName: "sample",
    awsNameIsWritten: false,
    namedInAws: [],
    renamedFrom: null,
    renames: null,
    description: "The smallest network.",
    region: "eu-west-1",
    tags: {},
    quotas: { path: ["quotas"], rulesPerSecurityGroup: 60, rulesPerNetworkAcl: 20, routesPerRouteTable: 50 },
    terraform: {
      path: ["terraform"],
      requiredVersion: ">= 1.9",
      awsProviderVersion: ">= 5.100, < 7.0",
      mayDestroy: [],
      dependsOn: [],
      handOver: { kind: "state" },
      states: [],
      assumeRole: null,
      backend: { kind: "local", path: "../../../terraform.tfstate.d/sample/terraform.tfstate" },
    },
    extensions: [],
    hooks: [],
    removedParts: [],
    vpc: {
      path: ["network", "vpc"],
      ipv4: {
        id: "main",
        path: ["network", "vpc", "ipv4Cidr"],
        cidr: cidr("10.20.0.0/16"),
        length: 16,
        pool: null,
      },
      additionalIpv4: [],
      ipv6: {
        id: "main",
        path: ["network", "vpc", "ipv6"],
        source: { kind: "amazon-provided", networkBorderGroup: null },
        length: 56,
        ownedByVpc: true,
      },
      additionalIpv6: [],
      enableDnsSupport: true,
      enableNetworkAddressUsageMetrics: false,
      enableDnsHostnames: true,
      instanceTenancy: "default",
      defaults: {
        path: ["network", "vpc", "defaults"],
        isWritten: false,
        securityGroup: "emptied",
        routeTable: "emptied",
        networkAcl: "untouched",
      },
      tags: {},
    },
    existing: null,
    migration: null,
    zones: ZONES,
    plan: { path: ["network", "addressPlan"], ipv4PrefixLength: 24, ipv6PrefixLength: 64, zonesPerTier: 2 },
    tiers: [sampleTier("app")],
    internetGateway: false,
    egressOnlyInternetGateway: false,
    natGateways: [],
    internetGatewayRoutes: [],
    gatewayLoadBalancers: [],
    gatewayLoadBalancerEndpoints: [],
    networkFirewalls: [],
    vpcEndpointServices: [],
    routeTables: [],
    blockPublicAccess: null,
    networkAcls: [],
    securityGroups: [sampleSecurityGroup("web")],
    prefixLists: [],
    dhcpOptions: null,
    flowLogs: [],
    vpcEndpoints: [],
    instanceConnectEndpoints: [],
    vpcPeeringConnections: [],
    transitGatewayAttachments: [],
    transitGatewayRouteTables: [],
    foreignTransitGatewayAttachments: [],
    resourceShares: [],
    resourceShareAccepters: [],
    customerGateways: [],
    virtualPrivateGateways: [],
    vpnConnections: [],
    ipam: null,
    compute: {
      keyPairs: [],
      instanceProfiles: [],
      launchTemplates: [],
      autoScalingGroups: [],
      instances: [],
      imageParameters: [],
    },
    loadBalancers: [],
    targetGroups: [],
    eks: { clusters: [] },
    lambda: { functions: [] },
    rds: { subnetGroups: [], parameterGroups: [], clusterParameterGroups: [], instances: [], clusters: [] },
    elasticache: { subnetGroups: [], clusters: [], replicationGroups: [] },
    ecs: { namespaces: [], clusters: [], taskDefinitions: [], services: [] },
    route53: {
      hostedZones: [],
      records: [],
      resolverEndpoints: [],
      resolverRules: [],
      resolverRuleAssociations: [],
      dnsFirewall: null,
      resolverQueryLogs: [],
    },
    cloudwatch: { metricFilters: [], alarms: [], dashboards: [] },
    inlinePolicies: [],
    outputs: [],
    references: [],
    writtenArns: [],
    joined: [],
    sameVpc: [],
    linked: [],
    joinedServices: [],
    neighbours: [],
    expectations: [],
    acceptances: [],
    ...overrides,
  };
}
