import type { FoundInstance } from "../../src/importer/types/compute.ts";
import type {
  FoundNetworkAclEntry,
  FoundPeer,
  FoundSecurityGroup,
  FoundSecurityGroupRule,
} from "../../src/importer/types/filtering.ts";
import type {
  FoundRoute,
  FoundRouteTable,
  FoundSubnet,
  Inventory,
} from "../../src/importer/types/inventory.ts";
import { NO_LINKS } from "../../src/importer/types/links.ts";
import { writeBlueprint } from "../../src/importer/write-blueprint.ts";
import { compile } from "../../src/pipeline.ts";

/** The id of the VPC. */
const VPC = "vpc-0a";

/** An inventory of a VPC 10.0.0.0/16 with a public and a private subnet in zone a, and what is given instead. */
export function inventoryWith(parts: Partial<Inventory> = {}): Inventory {
  return {
    region: "eu-west-1",
    vpc: {
      id: VPC,
      name: "Shop",
      ipv4Blocks: [{ cidr: "10.0.0.0/16", associationId: null }],
      ipv6Blocks: [],
      enableDnsSupport: true,
      enableDnsHostnames: true,
      instanceTenancy: "default",
      dhcpOptionsId: null,
    },
    subnets: [subnet("subnet-01", "Public", "a", 0), subnet("subnet-02", "Private", "a", 1)],
    routeTables: [
      table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
      table("rtb-02", ["subnet-02"], [["0.0.0.0/0", "nat-01"]]),
    ],
    internetGateways: [{ id: "igw-01", name: null }],
    egressOnlyInternetGateways: [],
    natGateways: [nat("nat-01", "subnet-01")],
    networkAcls: [],
    securityGroups: [group("sg-01", "web", [rule("sgr-01", "tcp", 443, cidr("0.0.0.0/0"))])],
    instances: [],
    autoScalingGroups: [],
    launchTemplates: [],
    addresses: [],
    loadBalancers: [],
    targetGroups: [],
    databaseSubnetGroups: [],
    databases: [],
    vpcEndpoints: [],
    links: NO_LINKS,
    flowLogs: [],
    prefixLists: [],
    others: [],
    ...parts,
  };
}

/** A subnet 10.0.`number`.0/24 in a zone of eu-west-1. */
export function subnet(id: string, name: string | null, letter: string, number: number): FoundSubnet {
  return {
    id,
    name,
    zone: `eu-west-1${letter}`,
    ipv4Cidr: `10.0.${number}.0/24`,
    ipv6Cidr: null,
    mapPublicIpOnLaunch: false,
    assignIpv6AddressOnCreation: false,
    enableDns64: false,
    privateDnsHostnameTypeOnLaunch: "ip-name",
    enableResourceNameDnsARecordOnLaunch: false,
    enableResourceNameDnsAaaaRecordOnLaunch: false,
    outpostArn: null,
  };
}

/** A route table; the main one when no subnet is given. */
export function table(
  id: string,
  subnets: readonly string[],
  routes: readonly (readonly [destination: string, target: string])[],
): FoundRouteTable {
  const found = routes.map(
    ([destination, target]): FoundRoute => ({ destination, target, isPropagated: false }),
  );
  return { id, name: null, isMain: subnets.length === 0, subnets, routes: found, learnsFrom: [] };
}

export function nat(id: string, subnetId: string, name: string | null = null) {
  return {
    id,
    name,
    subnetId,
    isPublic: true,
    allocationId: id.replace("nat", "eipalloc"),
    secondaryAddresses: 0,
  };
}

export function cidr(text: string): FoundPeer {
  return { kind: "cidr", cidr: text };
}

export function rule(
  id: string | null,
  protocol: string,
  ports: number | readonly [number, number] | null,
  peer: FoundPeer,
  description: string | null = null,
): FoundSecurityGroupRule {
  const [from, to] = typeof ports === "number" ? [ports, ports] : (ports ?? [0, 0]);
  return {
    id,
    direction: "ingress",
    protocol,
    ports: ports === null ? null : { from, to },
    peer,
    description,
  };
}

export function group(
  id: string,
  groupName: string,
  rules: readonly FoundSecurityGroupRule[],
): FoundSecurityGroup {
  return { id, name: null, groupName, description: groupName, rules };
}

export function entry(
  ruleNumber: number,
  protocol: string,
  block: string,
  more: Partial<FoundNetworkAclEntry> = {},
): FoundNetworkAclEntry {
  return {
    egress: false,
    ruleNumber,
    action: "allow",
    protocol,
    cidr: block,
    ports: null,
    icmp: null,
    ...more,
  };
}

export function instance(id: string, name: string | null, more: Partial<FoundInstance> = {}): FoundInstance {
  return {
    id,
    name,
    subnetId: "subnet-01",
    instanceType: "t3.small",
    ami: "ami-01",
    securityGroupIds: ["sg-01"],
    sourceDestCheck: true,
    detailedMonitoring: false,
    ipv6Addresses: [],
    metadata: {
      httpTokens: "required",
      httpPutResponseHopLimit: 2,
      httpProtocolIpv6: false,
      instanceMetadataTags: false,
      isEnabled: true,
    },
    privateAddress: null,
    keyName: null,
    instanceProfile: null,
    furtherInterfaces: [],
    managedBy: null,
    autoScalingGroup: null,
    ...more,
  };
}

/** The blueprint of an inventory, and what compiling it says: its network, and its errors by rule. */
export function written(inventory: Inventory, idsFile: string | null = null) {
  const blueprint = writeBlueprint(inventory, null, { idsFile });
  if (blueprint.lost.length > 0) throw new Error(`lost: ${JSON.stringify(blueprint.lost)}`);
  const { ids, text } = blueprint;
  const included = new Map(ids === null ? [] : [[ids.file, ids]]);
  const { networks, findings } = compile([{ file: "it.yaml", text, included }], "2026-11-21");
  const errors = findings.filter(({ severity }) => severity === "error");
  const [network] = networks;
  if (network === undefined) {
    const told = errors.map(({ rule: id, message, line }) => `${id}: ${message} (${line})`).join("\n");
    throw new Error(`the blueprint is not valid:\n${told}\n\n${blueprint.text}`);
  }
  const imports = new Map(network.existing?.imports.map(({ address, id }) => [address, id]));
  return { ...blueprint, network, imports };
}
