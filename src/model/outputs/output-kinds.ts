import type { AddressFamily } from "../../base/prefix.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { inlineHost } from "../compute/inline-hosts.ts";
import { sortedEntries } from "../context.ts";
import { namesOf } from "../references.ts";
import type { NamedOutput, Network } from "../types/network.ts";
import { hasFamily } from "../types/subnets.ts";

/** A network before its outputs are known. */
export type NetworkToShow = Omit<Network, "outputs" | "hooks" | "removedParts">;

/** What outputs of one kind show: something of a named entity. */
export interface OutputKind {
  /** The entity, as a finding names it. */
  readonly entity: string;
  /** The names that the author gave, also those of entities that could not be read. */
  readonly written: (blueprint: Blueprint) => readonly string[];
  /** The entities that there are. */
  readonly there: (network: NetworkToShow) => readonly { readonly name: string }[];
  /** Why an entity that is there has nothing to show; null when it has. Left out: it always has. */
  readonly whyEmpty?: WhyEmpty;
}

type WhyEmpty = (network: NetworkToShow, name: string) => string | null;

type Shown = Pick<OutputKind, "entity" | "written" | "there">;

const tiers: Shown = {
  entity: "subnet tier",
  written: ({ network }) => namesOf(network.subnets),
  there: (network) => network.tiers,
};
const loadBalancers: Shown = {
  entity: "load balancer",
  written: (blueprint) => namesOf(blueprint.loadBalancers),
  there: (network) => network.loadBalancers,
};
const instances: Shown = {
  entity: "instance",
  written: ({ compute }) => namesOf(compute.instances),
  there: ({ compute }) => compute.instances,
};
const databaseClusters: Shown = {
  entity: "Aurora cluster",
  written: ({ rds }) => namesOf(rds.clusters),
  there: ({ rds }) => rds.clusters,
};
const replicationGroups: Shown = {
  entity: "replication group",
  written: ({ elasticache }) => namesOf(elasticache.replicationGroups),
  there: ({ elasticache }) => elasticache.replicationGroups,
};
const eksClusters: Shown = {
  entity: "cluster",
  written: ({ eks }) => namesOf(eks.clusters),
  there: ({ eks }) => eks.clusters,
};

/** Every kind of output that names an entity. */
export const OUTPUT_KINDS: Readonly<Record<NamedOutput, OutputKind>> = {
  subnetIds: tiers,
  subnetIpv6CidrBlocks: { ...tiers, whyEmpty: withoutFamily("ipv6") },
  subnetIpv4CidrBlocks: { ...tiers, whyEmpty: withoutFamily("ipv4") },
  natGatewayPublicIps: {
    entity: "NAT gateway",
    written: ({ network }) => namesOf(network.natGateways),
    there: ({ natGateways }) => natGateways,
    whyEmpty: ({ natGateways }, name) => {
      const gateway = named(natGateways, name);
      if (gateway?.connectivityType === "private") return `NAT gateway ${name} is private`;
      return gateway?.tier === null ? `NAT gateway ${name} is regional, with addresses in every zone` : null;
    },
  },
  securityGroupId: {
    entity: "security group",
    written: ({ network }) => namesOf(network.securityGroups),
    there: ({ securityGroups }) => securityGroups,
  },
  loadBalancerDnsName: loadBalancers,
  loadBalancerArn: loadBalancers,
  loadBalancerZoneId: loadBalancers,
  targetGroupArn: {
    entity: "target group",
    written: ({ targetGroups }) => namesOf(targetGroups),
    there: ({ targetGroups }) => targetGroups,
  },
  autoScalingGroupName: {
    entity: "auto scaling group",
    written: ({ compute }) => namesOf(compute.autoScalingGroups),
    there: ({ compute }) => compute.autoScalingGroups,
  },
  instanceId: instances,
  instanceIpv6Addresses: instances,
  instanceElasticIp: {
    ...instances,
    whyEmpty: ({ compute }, name) =>
      named(compute.instances, name)?.elasticIp === false ? `instance ${name} has no elasticIp` : null,
  },
  vpcPeeringConnectionId: {
    entity: "VPC peering connection",
    written: ({ network }) => namesOf(network.vpcPeeringConnections),
    there: ({ vpcPeeringConnections }) => vpcPeeringConnections,
  },
  transitGatewayId: {
    entity: "transit gateway attachment",
    written: ({ network }) => namesOf(network.transitGatewayAttachments),
    there: ({ transitGatewayAttachments }) => transitGatewayAttachments,
  },
  hostedZoneNameServers: {
    entity: "hosted zone",
    written: ({ route53 }) => namesOf(route53.hostedZones),
    there: ({ route53 }) => route53.hostedZones,
    whyEmpty: ({ route53 }, name) => {
      const kind = named(route53.hostedZones, name)?.source.kind;
      return kind === undefined || kind === "public" ? null : `hosted zone ${name} is no new public zone`;
    },
  },
  eksClusterName: eksClusters,
  eksClusterEndpoint: eksClusters,
  databaseAddress: {
    entity: "database instance",
    written: ({ rds }) => namesOf(rds.instances),
    there: ({ rds }) => rds.instances,
  },
  databaseClusterAddress: databaseClusters,
  databaseClusterReaderAddress: databaseClusters,
  cacheConfigurationEndpoint: {
    entity: "Memcached cluster",
    written: ({ elasticache }) => namesOf(elasticache.clusters),
    there: ({ elasticache }) => elasticache.clusters,
  },
  cachePrimaryEndpoint: replicationGroups,
  cacheReaderEndpoint: replicationGroups,
  lambdaFunctionArn: {
    entity: "function",
    written: ({ lambda }) => namesOf(lambda.functions),
    there: ({ lambda }) => lambda.functions,
  },
  launchTemplateId: {
    entity: "launch template",
    written: launchTemplateNames,
    there: ({ compute }) => compute.launchTemplates,
  },
};

/** Why a network has nothing to show for an output of the kind and name; null when it has, or has no such entity. */
export function whyNothingToShow(network: NetworkToShow, kind: NamedOutput, name: string): string | null {
  return OUTPUT_KINDS[kind].whyEmpty?.(network, name) ?? null;
}

function withoutFamily(family: AddressFamily): WhyEmpty {
  return (network, name) => {
    const tier = named(network.tiers, name);
    if (tier === undefined || tier.subnets.some((subnet) => subnet[family] !== null)) return null;
    const reason = hasFamily(tier.addressing, family)
      ? `without ${FAMILY_WORDS[family]} blocks`
      : tier.addressing;
    return `subnet tier ${name} is ${reason}`;
  };
}

const FAMILY_WORDS = { ipv4: "IPv4", ipv6: "IPv6" } as const;

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T | undefined {
  return all.find((one) => one.name === name);
}

/** Those of the author, and those made for groups that describe their hosts themselves. */
function launchTemplateNames({ compute }: Blueprint): readonly string[] {
  const inline = sortedEntries(compute.autoScalingGroups).filter(([, group]) => inlineHost(group) !== null);
  return [...new Set([...namesOf(compute.launchTemplates), ...inline.map(([name]) => name)])].sort();
}
