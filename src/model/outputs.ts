import type { Path } from "../base/path.ts";
import type { AddressFamily } from "../base/prefix.ts";
import type { Blueprint, Output as WrittenOutput } from "../blueprint/blueprint.generated.ts";
import { inlineHost } from "./compute/inline-hosts.ts";
import { type Context, checkReference, present, report, sortedEntries } from "./context.ts";
import { namesOf } from "./references.ts";
import type { NamedOutput, Output, OutputValue } from "./types/network.ts";
import type { NatGateway } from "./types/routing.ts";
import { hasFamily, type Tier } from "./types/subnets.ts";

/** What outputs can show nothing of, though its name is known. */
interface Made {
  readonly tiers: readonly Tier[];
  readonly natGateways: readonly NatGateway[];
  readonly egressOnlyInternetGateway: boolean;
}

interface NamedKind {
  readonly entity: string;
  readonly names: (blueprint: Blueprint) => readonly string[];
}

const tiers: NamedKind = { entity: "subnet tier", names: ({ network }) => namesOf(network.subnets) };
const loadBalancers: NamedKind = {
  entity: "load balancer",
  names: (blueprint) => namesOf(blueprint.loadBalancers),
};
const instances: NamedKind = { entity: "instance", names: ({ compute }) => namesOf(compute.instances) };
const databaseClusters: NamedKind = {
  entity: "Aurora cluster",
  names: ({ rds }) => namesOf(rds.clusters),
};
const replicationGroups: NamedKind = {
  entity: "replication group",
  names: ({ elasticache }) => namesOf(elasticache.replicationGroups),
};
const clusters: NamedKind = { entity: "cluster", names: ({ eks }) => namesOf(eks.clusters) };

const NAMED: Readonly<Record<NamedOutput, NamedKind>> = {
  subnetIds: tiers,
  subnetIpv6CidrBlocks: tiers,
  subnetIpv4CidrBlocks: tiers,
  natGatewayPublicIps: { entity: "NAT gateway", names: ({ network }) => namesOf(network.natGateways) },
  securityGroupId: { entity: "security group", names: ({ network }) => namesOf(network.securityGroups) },
  loadBalancerDnsName: loadBalancers,
  loadBalancerArn: loadBalancers,
  loadBalancerZoneId: loadBalancers,
  targetGroupArn: { entity: "target group", names: ({ targetGroups }) => namesOf(targetGroups) },
  autoScalingGroupName: {
    entity: "auto scaling group",
    names: ({ compute }) => namesOf(compute.autoScalingGroups),
  },
  instanceId: instances,
  instanceIpv6Addresses: instances,
  instanceElasticIp: instances,
  vpcPeeringConnectionId: {
    entity: "VPC peering connection",
    names: ({ network }) => namesOf(network.vpcPeeringConnections),
  },
  transitGatewayId: {
    entity: "transit gateway attachment",
    names: ({ network }) => namesOf(network.transitGatewayAttachments),
  },
  hostedZoneNameServers: { entity: "hosted zone", names: ({ route53 }) => namesOf(route53.hostedZones) },
  eksClusterName: clusters,
  eksClusterEndpoint: clusters,
  databaseAddress: { entity: "database instance", names: ({ rds }) => namesOf(rds.instances) },
  databaseClusterAddress: databaseClusters,
  databaseClusterReaderAddress: databaseClusters,
  cacheConfigurationEndpoint: {
    entity: "Memcached cluster",
    names: ({ elasticache }) => namesOf(elasticache.clusters),
  },
  cachePrimaryEndpoint: replicationGroups,
  cacheReaderEndpoint: replicationGroups,
  lambdaFunctionArn: { entity: "function", names: ({ lambda }) => namesOf(lambda.functions) },
  launchTemplateId: { entity: "launch template", names: launchTemplateNames },
};

/** The outputs, sorted by name; one that shows an unknown name, or nothing, is reported and left out. */
export function normaliseOutputs(context: Context, blueprint: Blueprint, made: Made): readonly Output[] {
  return present(
    sortedEntries(blueprint.outputs).map(([name, written]): Output | null => {
      const path: Path = ["outputs", name];
      const value = readValue(context, blueprint, written.value, [...path, "value"]);
      if (value === null || !checkHasValue(context, blueprint, value, made, [...path, "value"])) return null;
      return { name, path, description: written.description ?? null, sensitive: written.sensitive, value };
    }),
  );
}

function readValue(
  context: Context,
  blueprint: Blueprint,
  written: WrittenOutput["value"],
  path: Path,
): OutputValue | null {
  if (written.vpc !== undefined) return { kind: "vpc", attribute: written.vpc };
  if (written.egressOnlyInternetGatewayId !== undefined) return { kind: "egressOnlyInternetGatewayId" };
  const kind = Object.keys(NAMED)
    .filter(isNamedOutput)
    .find((candidate) => written[candidate] !== undefined);
  const name = kind && written[kind];
  if (kind === undefined || name === undefined) return null;
  const { entity, names } = NAMED[kind];
  return checkReference(context, entity, name, names(blueprint), [...path, kind]) ? { kind, name } : null;
}

function isNamedOutput(key: string): key is NamedOutput {
  return Object.hasOwn(NAMED, key);
}

function checkHasValue(
  context: Context,
  blueprint: Blueprint,
  value: OutputValue,
  made: Made,
  path: Path,
): boolean {
  const reason = whyEmpty(blueprint, value, made);
  if (reason === null) return true;
  const message = `${value.kind} has nothing to show: ${reason}`;
  report(context, "model/output-without-value", [...path, value.kind], message, "remove this output");
  return false;
}

/** Why the network cannot have what the output shows; null when it can. */
function whyEmpty(blueprint: Blueprint, value: OutputValue, made: Made): string | null {
  switch (value.kind) {
    case "vpc": {
      const isMissing = value.attribute === "ipv6CidrBlock" && blueprint.network.vpc.ipv6.none !== undefined;
      return isMissing ? "the VPC has no IPv6 block" : null;
    }
    case "egressOnlyInternetGatewayId":
      return made.egressOnlyInternetGateway ? null : "no route needs an egress-only internet gateway";
    case "subnetIpv6CidrBlocks":
      return whyWithoutFamily(made.tiers, value.name, "ipv6");
    case "subnetIpv4CidrBlocks":
      return whyWithoutFamily(made.tiers, value.name, "ipv4");
    case "natGatewayPublicIps": {
      const gateway = made.natGateways.find(({ name }) => name === value.name);
      return gateway?.connectivityType === "private" ? `NAT gateway ${value.name} is private` : null;
    }
    case "instanceElasticIp": {
      const hasOne = blueprint.compute.instances[value.name]?.elasticIp === true;
      return hasOne ? null : `instance ${value.name} has no elasticIp`;
    }
    case "hostedZoneNameServers": {
      const isNew = blueprint.route53.hostedZones[value.name]?.source.public !== undefined;
      return isNew ? null : `hosted zone ${value.name} is no new public zone`;
    }
    default:
      return null;
  }
}

function whyWithoutFamily(all: readonly Tier[], name: string, family: AddressFamily): string | null {
  const tier = all.find((candidate) => candidate.name === name);
  if (tier === undefined || hasFamily(tier.addressing, family)) return null;
  return `subnet tier ${name} is ${tier.addressing}`;
}

/** Those of the author, and those made for groups that describe their hosts themselves. */
function launchTemplateNames({ compute }: Blueprint): readonly string[] {
  const inline = sortedEntries(compute.autoScalingGroups).filter(([, group]) => inlineHost(group) !== null);
  return [...new Set([...namesOf(compute.launchTemplates), ...inline.map(([name]) => name)])].sort();
}
